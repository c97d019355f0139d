pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property StaffViewModel staff

    spacing: Theme.gap

    PlainText {
        Accessible.role: {
            // How far it has got would be said for each request.
            if (root.staff.copiedShare > 0 && root.staff.page === Enums.StaffPage.COPYING)
                return Accessible.StaticText;
            return root.staff.isTrouble ? Accessible.AlertMessage : Accessible.Notification;
        }
        Layout.fillWidth: true
        text: root.staff.status
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: Theme.millimetres(6)
        color: Theme.quiet
        radius: Theme.millimetres(3)
        visible: root.staff.page === Enums.StaffPage.COPYING

        Rectangle {
            color: Theme.primary
            height: parent.height
            radius: parent.radius
            width: parent.width * root.staff.copiedShare
        }
    }
    Repeater {
        model: root.staff.page === Enums.StaffPage.PLACES ? root.staff.placeNames : []

        PrimaryButton {
            required property int index
            required property string modelData

            Layout.fillWidth: true
            Layout.margins: -Theme.gap / 2
            enabled: !root.staff.isBusy
            iconBefore: "next"
            isLeading: true
            takesFirst: true
            text: modelData

            onClicked: root.staff.copyTo(index)
        }
    }
    TouchButton {
        Layout.leftMargin: -Theme.gap / 2
        enabled: visible
        iconBefore: "start-over"
        text: qsTrId("staff.places.again")
        visible: root.staff.page === Enums.StaffPage.PLACES && !root.staff.isBusy

        onClicked: root.staff.choosePlace()
    }
    Item {
        Layout.fillHeight: true
    }
}
