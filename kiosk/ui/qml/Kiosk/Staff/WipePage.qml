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
            id: locked

            Layout.fillWidth: true
            color: Theme.inkOnNight
            horizontalAlignment: Text.AlignHCenter
            secondsLeft: root.staff.secondsLeft
            text: qsTrId("staff.wipe.left", locked.secondsLeft)
            told: qsTrId("staff.wipe.left", locked.secondsTold)
        }
    }
    MouseArea {
        anchors.fill: parent
    }
}
