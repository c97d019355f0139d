import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: root.check.tier === Enums.Urgency.NOW ? Theme.urgent : Theme.primary
    required property SelfCheckPosterViewModel check
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        color: root.accent
        text: root.check.title
    }
    Steps {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        accent: root.accent
        count: root.check.count
        index: root.check.index
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: root.check.blocks
        columns: root.width > root.height ? 2 : 1
    }
    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.smallest
        color: Theme.inkSoft
        lineRatio: Theme.tightRatio
        text: root.check.footnote
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
            last: root.check.isLast ? qsTrId("bar.done") : qsTrId("bar.next")

            onClicked: pages.hasNext ? pages.next() : root.check.next()
        }
    }
}
