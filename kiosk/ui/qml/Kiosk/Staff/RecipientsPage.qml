import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property bool isOffered: root.staff.offeredWords.length > 0
    required property StaffViewModel staff

    spacing: Theme.gap

    PlainText {
        Accessible.role: root.staff.isTrouble ? Accessible.AlertMessage : Accessible.Notification
        Layout.fillWidth: true
        lineRatio: Theme.tightRatio
        text: root.staff.status
    }
    PlainText {
        Layout.fillWidth: true
        capital: Theme.title
        font.bold: true
        text: root.staff.offeredWords
        visible: root.isOffered
    }
    PlainText {
        Layout.fillWidth: true
        capital: Theme.smallest
        lineRatio: Theme.tightRatio
        text: root.staff.offeredNames
        visible: root.isOffered
    }
    TouchButton {
        Layout.leftMargin: -Theme.gap / 2
        enabled: visible
        iconBefore: "start-over"
        text: qsTrId("staff.places.again")
        visible: root.staff.isTrouble && !root.staff.isBusy

        onClicked: root.staff.findRecipients()
    }
    Item {
        Layout.fillHeight: true
    }
}
