import QtQuick
import QtQuick.Layouts
import Kiosk.Text
import Kiosk.Theme

// A code for the camera of a phone, each of its squares a whole number of pixels.
Rectangle {
    id: root

    required property string code
    // How to use it stands beside the code where that leaves the code larger.
    readonly property bool isWide: root.width - root.height > Theme.pixels(Theme.smallest) * 6
    required property int squares

    color: Theme.light
    radius: Theme.radius

    GridLayout {
        anchors.fill: parent
        anchors.margins: root.isWide ? Theme.gap / 2 : Theme.gap
        columnSpacing: Theme.gap
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.millimetres(2)

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.minimumWidth: root.isWide ? root.height - Theme.gap : 0
            Layout.preferredWidth: root.height

            Image {
                Accessible.ignored: !root.visible || root.code.length === 0
                Accessible.name: qsTrId("take_home.code")
                Accessible.role: Accessible.Graphic
                anchors.centerIn: parent
                height: width
                smooth: false
                source: root.code
                sourceSize: Qt.size(width, height)
                width: root.squares * Math.max(1, Math.floor(Math.min(parent.width, parent.height) / root.squares))
            }
        }
        PlainText {
            Layout.fillWidth: true
            Layout.preferredWidth: root.width - root.height
            capital: Theme.smallest
            color: Theme.inkOnLight
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: qsTrId("take_home.how")
        }
    }
}
