pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property AboutViewModel about
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        text: qsTrId("about.title")
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: root.about.blocks
        columns: root.width > Math.max(root.height, Theme.wide) ? 2 : 1
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: "home"
            shortcut: Qt.Key_Escape
            text: qsTrId("bar.home")

            onClicked: root.visit.home()
        }
        SecondaryButton {
            iconBefore: "back"
            shortcut: Qt.Key_PageUp
            text: qsTrId("bar.back")
            visible: pages.hasBack

            onClicked: pages.back()
        }
        Item {
            Layout.fillWidth: true
        }
        PrimaryBarButton {
            iconAfter: "next"
            shortcut: Qt.Key_PageDown
            text: qsTrId("card.more")
            visible: pages.hasNext

            onClicked: pages.next()
        }
    }
}
