import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    required property StaffViewModel staff

    color: Theme.night

    ColumnLayout {
        anchors.centerIn: parent
        spacing: Theme.gap
        width: parent.width - 2 * Theme.margin

        PlainText {
            Layout.fillWidth: true
            capital: Theme.title
            color: Theme.inkOnNight
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("staff.wipe.title")
        }
        Countdown {
            Layout.fillWidth: true
            color: Theme.inkOnNight
            horizontalAlignment: Text.AlignHCenter
            secondsLeft: root.staff.secondsLeft
            words: qsTrId("staff.wipe.left")
        }
    }
    MouseArea {
        anchors.fill: parent
    }
}
