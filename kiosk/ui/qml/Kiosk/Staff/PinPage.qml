import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Keys
import Kiosk.Text
import Kiosk.Theme

GridLayout {
    id: root

    readonly property bool isWaiting: root.staff.secondsLeft > 0
    required property bool isWide
    required property StaffViewModel staff

    columnSpacing: Theme.margin
    columns: root.isWide ? 2 : 1
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        spacing: Theme.gap

        TypedField {
            Layout.fillWidth: true
            isRefused: root.staff.message.length > 0
            shown: "\u2022".repeat(root.staff.typed)
            spoken: qsTrId("staff.pin.field", root.staff.typed)
        }
        PlainText {
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: Theme.urgent
            font.bold: true
            lineRatio: Theme.tightRatio
            text: root.staff.message
            visible: root.staff.message.length > 0
        }
        PlainText {
            Accessible.role: root.staff.isBusy ? Accessible.StaticText : Accessible.Notification
            Layout.fillWidth: true
            lineRatio: Theme.tightRatio
            text: root.staff.status
            visible: !root.isWaiting
        }
        Countdown {
            id: wait

            Layout.fillWidth: true
            lineRatio: Theme.tightRatio
            secondsLeft: root.staff.secondsLeft
            text: qsTrId("staff.pin.wait", wait.secondsLeft)
            told: qsTrId("staff.pin.wait", wait.secondsTold)
            visible: root.isWaiting
        }
    }
    Keypad {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.margins: -Theme.gap / 2
        Layout.maximumHeight: Theme.millimetres(180)
        Layout.preferredWidth: 1
        enabled: !root.isWaiting && !root.staff.isBusy
        keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter"]
        opacity: enabled ? 1 : 0.5

        onPressed: key => root.staff.press(key)
    }
}
