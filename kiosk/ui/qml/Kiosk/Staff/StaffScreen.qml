pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    readonly property bool hasBack: root.page === Enums.StaffPage.PLACES || root.page === Enums.StaffPage.COPIED
    readonly property bool isAskedToRestart: root.staff.asked === Enums.StaffAction.RESTART
    readonly property bool isWide: root.width > root.height
    readonly property int page: root.staff.page
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
        shows: `${root.page} ${root.staff.asked}`
    }
    MouseArea {
        anchors.fill: parent
        preventStealing: true
    }
    ColumnLayout {
        anchors.fill: parent
        enabled: visible
        spacing: Theme.gap
        visible: root.page !== Enums.StaffPage.WIPE

        Heading {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.topMargin: Theme.gap
            text: qsTrId("staff.title") + (root.staff.isDemonstration ? " \u2022 " + qsTrId("demonstration") : "")
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            active: root.page === Enums.StaffPage.PIN
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
            active: root.page === Enums.StaffPage.MENU
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
            active: root.hasBack || root.page === Enums.StaffPage.COPYING
            visible: active

            sourceComponent: CopyPage {
                staff: root.staff
            }
        }
        BottomBar {
            Layout.fillWidth: true
            enabled: root.page !== Enums.StaffPage.COPYING

            QuietButton {
                iconBefore: "close"
                shortcut: Qt.Key_Escape
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
                shortcut: Qt.Key_PageUp
                text: qsTrId("bar.back")
                visible: root.hasBack

                onClicked: root.staff.menu()
            }
            // Not where the question was asked: no hand that trembles answers it.
            PrimaryBarButton {
                enabled: visible
                text: root.isAskedToRestart ? qsTrId("staff.restart.sure") : qsTrId("staff.leave.sure")
                visible: root.isAskedToRestart || root.staff.asked === Enums.StaffAction.LEAVE

                onClicked: root.staff.confirm()
            }
        }
    }
    Loader {
        active: root.page === Enums.StaffPage.WIPE
        anchors.fill: parent

        sourceComponent: WipePage {
            staff: root.staff
        }
    }
}
