import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property SelfCheckViewModel check
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        text: root.check.title
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: root.check.blocks
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: "close"
            text: qsTrId("bar.stop")

            onClicked: root.visit.home()
        }
        SecondaryButton {
            iconBefore: "back"
            shortcut: Qt.Key_PageUp
            text: qsTrId("bar.back")

            onClicked: pages.hasBack ? pages.back() : root.check.back()
        }
        Item {
            Layout.fillWidth: true
        }
        NextButton {
            hasMore: pages.hasNext
            last: qsTrId("check.start")

            onClicked: pages.hasNext ? pages.next() : root.check.next()
        }
    }
}
