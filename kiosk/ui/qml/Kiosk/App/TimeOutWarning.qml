import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    readonly property bool isDialog: true
    required property bool isTyping
    required property int secondsLeft

    signal stayed

    function inTime(seconds: int): string {
        return root.isTyping ? qsTrId("timeout.seconds", seconds) : qsTrId("timeout.reading", seconds);
    }

    Accessible.description: countdown.told
    Accessible.ignored: !root.visible
    Accessible.name: qsTrId("timeout.title")
    Accessible.role: Accessible.Dialog
    color: Theme.paper

    MouseArea {
        anchors.fill: parent

        onClicked: root.stayed()
    }
    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.start
        border.width: Theme.line * 2
        color: Theme.card
        height: column.implicitHeight + Theme.margin * 2
        radius: Theme.radius
        width: Math.min(parent.width - Theme.margin * 2, Theme.millimetres(240))

        ColumnLayout {
            id: column

            anchors.left: parent.left
            anchors.margins: Theme.margin
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.gap

            Heading {
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                text: qsTrId("timeout.title")
            }
            Countdown {
                id: countdown

                // The dialog says it.
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                horizontalAlignment: Text.AlignHCenter
                secondsLeft: root.secondsLeft
                text: root.inTime(countdown.secondsLeft)
                told: root.inTime(countdown.secondsTold)
            }
            PrimaryButton {
                Layout.fillWidth: true
                capital: Theme.body
                text: qsTrId("timeout.stay")

                onClicked: root.stayed()
            }
        }
    }
}
