pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    readonly property bool hasBack: root.isCopying || root.page === Enums.StaffPage.RECIPIENTS
    readonly property bool isAskedToRestart: root.staff.asked === Enums.StaffAction.RESTART
    readonly property bool isCopying: root.page === Enums.StaffPage.PLACES || root.page === Enums.StaffPage.COPIED
    readonly property bool isTaking: root.page === Enums.StaffPage.RECIPIENTS || root.page === Enums.StaffPage.TAKING
    readonly property bool isWide: root.width > root.height
    readonly property MenuPage menu: menuLoader.item as MenuPage
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
            id: menuLoader

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
            active: root.isCopying || root.page === Enums.StaffPage.COPYING
            visible: active

            sourceComponent: CopyPage {
                staff: root.staff
            }
        }
        Loader {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            active: root.isTaking
            visible: active

            sourceComponent: RecipientsPage {
                staff: root.staff
            }
        }
        BottomBar {
            Layout.fillWidth: true
            enabled: root.page !== Enums.StaffPage.COPYING && root.page !== Enums.StaffPage.TAKING

            QuietButton {
                iconBefore: "close"
                shortcut: Qt.Key_Escape
                text: qsTrId("staff.close")

                onClicked: root.staff.close()
            }
            Item {
                Layout.fillWidth: true
            }
            // Not below the others: the smallest glass has no room for it there.
            TouchButton {
                enabled: visible
                iconAfter: "next"
                isMain: true
                shortcut: Qt.Key_PageDown
                text: qsTrId("card.more")
                visible: root.menu !== null && root.menu.hasMore

                onClicked: root.menu.more()
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
            PrimaryBarButton {
                enabled: visible
                text: qsTrId("staff.recipients.sure")
                visible: root.staff.offeredWords.length > 0

                onClicked: root.staff.takeRecipients()
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
