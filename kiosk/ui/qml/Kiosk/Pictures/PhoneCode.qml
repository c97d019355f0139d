import QtQuick
import QtQuick.Layouts
import Kiosk.Text
import Kiosk.Theme

// A code for the camera of a phone, each of its squares a whole number of pixels.
Rectangle {
    id: root

    required property string code
    required property int squares

    color: Theme.light
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.millimetres(2)

        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            Image {
                Accessible.ignored: !root.visible
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
            capital: Theme.smallest
            color: Theme.inkOnLight
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: qsTrId("take_home.how")
        }
    }
}
