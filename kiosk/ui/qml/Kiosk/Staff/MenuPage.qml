import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

GridLayout {
    id: root

    readonly property int asked: root.staff.asked
    readonly property bool hasMore: telling.count > 1
    required property bool isWide
    required property StaffViewModel staff

    function more(): void {
        if (telling.hasNext)
            telling.next();
        else
            telling.back();
    }

    columnSpacing: Theme.margin
    columns: root.isWide ? 2 : 1
    rowSpacing: Theme.gap

    PagedText {
        id: telling

        Accessible.ignored: !root.staff.isTrouble
        Accessible.name: root.staff.lines.join(" ")
        Accessible.role: Accessible.AlertMessage
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        blocks: root.staff.lines
        capital: Theme.smallest
    }
    ColumnLayout {
        Layout.alignment: Qt.AlignTop
        Layout.fillWidth: true
        Layout.margins: -Theme.gap / 2
        Layout.preferredWidth: 1
        spacing: 0

        PrimaryButton {
            Layout.fillWidth: true
            iconBefore: "next"
            isLeading: true
            takesFirst: true
            text: qsTrId("staff.copy")

            onClicked: root.staff.choosePlace()
        }
        TouchButton {
            Layout.fillWidth: true
            iconBefore: "change"
            isLeading: true
            text: qsTrId("staff.recipients.find")

            onClicked: root.staff.findRecipients()
        }
        TouchButton {
            Layout.fillWidth: true
            iconBefore: root.staff.needsLook ? "check" : "hand"
            isLeading: true
            text: root.staff.needsLook ? qsTrId("staff.go_on") : qsTrId("staff.wipe")

            onClicked: root.staff.needsLook ? root.staff.goOn() : root.staff.wipe()
        }
        TouchButton {
            Layout.fillWidth: true
            iconBefore: "start-over"
            isLeading: true
            text: root.asked === Enums.StaffAction.RESTART ? qsTrId("staff.keep") : qsTrId("staff.restart")

            onClicked: root.staff.restart()
        }
        TouchButton {
            Layout.fillWidth: true
            iconBefore: "close"
            isLeading: true
            text: root.asked === Enums.StaffAction.LEAVE ? qsTrId("staff.keep") : qsTrId("staff.leave")

            onClicked: root.staff.leave()
        }
    }
}
