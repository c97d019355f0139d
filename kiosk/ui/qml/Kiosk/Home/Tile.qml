import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

T.AbstractButton {
    id: root

    required property color ground
    readonly property bool isDark: Theme.isDark(root.ground)
    required property url source
    readonly property bool takesFirst: true

    // A screen reader may remember what was on an earlier page.
    function accessiblePressAction(): void {
        if (root.visible)
            root.click();
    }

    Accessible.ignored: !root.visible
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    bottomInset: Theme.gap / 2
    focusPolicy: Qt.StrongFocus
    leftInset: Theme.gap / 2
    padding: Theme.gap / 2
    rightInset: Theme.gap / 2
    topInset: Theme.gap / 2

    background: Rectangle {
        id: ground

        readonly property color edge: root.isDark ? root.ground : Theme.edge
        readonly property real inner: Math.max(0, ground.radius - ground.border.width)

        border.color: root.visualFocus ? Theme.ink : ground.edge
        border.width: root.visualFocus ? Theme.focusRing : Theme.line
        color: root.isDark ? root.ground : Theme.card
        radius: Theme.radius

        Rectangle {
            anchors.left: parent.left
            anchors.margins: ground.border.width
            anchors.right: parent.right
            anchors.top: parent.top
            color: root.down ? Qt.darker(root.ground, 1.12) : root.ground
            height: picture.y + picture.height + Theme.millimetres(2)
            topLeftRadius: ground.inner
            topRightRadius: ground.inner
        }
    }
    contentItem: ColumnLayout {
        spacing: 0

        Drawing {
            id: picture

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.margins: Theme.millimetres(2)
            Layout.minimumHeight: Theme.millimetres(6)
            source: root.source
        }
        PlainText {
            id: label

            Accessible.ignored: true
            Layout.bottomMargin: Theme.millimetres(1)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.millimetres(3)
            Layout.minimumHeight: 2 * label.lineHeight
            Layout.rightMargin: Theme.millimetres(3)
            Layout.topMargin: Theme.millimetres(1)
            capital: Theme.tile
            color: root.isDark ? Theme.inkOnNight : Theme.ink
            font.bold: true
            lineRatio: Theme.tightRatio
            text: root.text
        }
    }
}
