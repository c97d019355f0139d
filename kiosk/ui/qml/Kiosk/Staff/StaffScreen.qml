pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

Rectangle {
    id: root

    readonly property bool isWide: root.width > root.height
    required property StaffViewModel staff

    anchors.fill: parent
    color: Theme.paper
    z: 1

    Binding {
        property: "isShort"
        target: Theme
        value: root.height < Theme.millimetres(220)
    }
    PageMark {
        shows: root.staff.page
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }
    ColumnLayout {
        anchors.fill: parent
        enabled: visible
        spacing: Theme.gap
        visible: root.staff.page !== "wipe"

        Heading {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.topMargin: Theme.gap
            text: root.staff.isDemonstration ? qsTrId("staff.title") + " \u2022 " + qsTrId("demonstration") : qsTrId("staff.title")
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            active: root.staff.page === "pin"
            visible: active

            sourceComponent: PinPage {
                isWide: root.isWide
                staff: root.staff
            }
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            active: root.staff.page === "menu"
            visible: active

            sourceComponent: MenuPage {
                isWide: root.isWide
                staff: root.staff
            }
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            active: root.staff.page === "places" || root.staff.page === "copying" || root.staff.page === "copied"
            visible: active

            sourceComponent: CopyPage {
                staff: root.staff
            }
        }
        BottomBar {
            Layout.fillWidth: true
            enabled: root.staff.page !== "copying"

            QuietButton {
                iconBefore: "close"
                text: qsTrId("staff.close")

                onClicked: root.staff.close()
            }
            Item {
                Layout.fillWidth: true
            }
            TouchButton {
                enabled: visible
                iconBefore: "back"
                isMain: true
                text: qsTrId("bar.back")
                visible: root.staff.page === "places" || root.staff.page === "copied"

                onClicked: root.staff.menu()
            }
        }
    }
    Loader {
        active: root.staff.page === "wipe"
        anchors.fill: parent

        sourceComponent: WipePage {
            staff: root.staff
        }
    }
}
