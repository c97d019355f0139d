import QtQuick
import QtQuick.Layouts
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    required property bool isRefused
    required property string shown
    required property string spoken
    // A line with marks above and below its letters, as in Vietnamese, is 1.9 times as high as a capital.
    readonly property real tallest: root.height / Theme.pixelsPerMillimetre / 1.9

    Accessible.ignored: !root.visible
    Accessible.name: root.spoken
    Accessible.role: Accessible.StaticText
    border.color: root.isRefused ? Theme.urgent : Theme.primary
    border.width: Theme.line * 1.5
    color: Theme.card
    implicitHeight: Theme.mainTarget
    radius: Theme.radius

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.millimetres(5)
        anchors.rightMargin: Theme.millimetres(5)
        spacing: Theme.millimetres(1)

        PlainText {
            Accessible.ignored: true
            Layout.fillHeight: true
            Layout.maximumWidth: parent.width - Theme.millimetres(4)
            capital: Math.min(Math.max(9, Theme.body + 2), root.tallest)
            elide: Text.ElideLeft
            font.bold: true
            fontSizeMode: Text.HorizontalFit
            lineHeight: 1
            lineHeightMode: Text.ProportionalHeight
            lineRatio: 1
            minimumPixelSize: Theme.pixels(Theme.smallest)
            text: root.shown
            wrapMode: Text.NoWrap
        }
        Rectangle {
            Layout.preferredHeight: Theme.millimetres(11)
            Layout.preferredWidth: Theme.millimetres(1)
            color: Theme.primary
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
