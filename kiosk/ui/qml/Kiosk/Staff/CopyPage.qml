pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property StaffViewModel staff

    function telling(page: string): string {
        switch (page) {
        case "copying":
            return root.staff.toCopy > 0 ? qsTrId("staff.copying.some").arg(root.staff.copied).arg(root.staff.toCopy) : qsTrId("staff.copying");
        case "copied":
            return root.staff.message;
        default:
            return root.staff.isBusy ? qsTrId("callback.sending.title") : root.staff.placeNames.length > 0 ? qsTrId("staff.places.choose") : qsTrId("staff.places.none");
        }
    }

    spacing: Theme.gap

    PlainText {
        Accessible.role: Accessible.AlertMessage
        Layout.fillWidth: true
        text: root.telling(root.staff.page)
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.millimetres(6)
        color: Theme.quiet
        radius: Theme.millimetres(3)
        visible: root.staff.page === "copying"

        Rectangle {
            color: Theme.primary
            height: parent.height
            radius: parent.radius
            width: root.staff.toCopy > 0 ? parent.width * root.staff.copied / root.staff.toCopy : 0
        }
    }
    Repeater {
        model: root.staff.page === "places" ? root.staff.placeNames : []

        PrimaryButton {
            required property int index
            required property string modelData

            Layout.fillWidth: true
            Layout.margins: -Theme.gap / 2
            enabled: !root.staff.isBusy
            iconBefore: "next"
            isLeading: true
            text: modelData

            onClicked: root.staff.copyTo(index)
        }
    }
    TouchButton {
        Layout.leftMargin: -Theme.gap / 2
        enabled: visible
        iconBefore: "start-over"
        text: qsTrId("staff.places.again")
        visible: root.staff.page === "places" && !root.staff.isBusy

        onClicked: root.staff.choosePlace()
    }
    Item {
        Layout.fillHeight: true
    }
}
