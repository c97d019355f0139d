import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property QuestionsViewModel questions
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        text: qsTrId("questions.title")
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: [...root.questions.questions, qsTrId("questions.show"), qsTrId("questions.forget")]
        capital: Theme.body
        columns: root.width > root.height ? 2 : 1
    }
    VisitBar {
        Layout.fillWidth: true
        isLoud: false
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
        NextButton {
            hasMore: pages.hasNext
            iconAfter: pages.hasNext ? "next" : ""
            iconBefore: pages.hasNext ? "" : "start-over"
            last: qsTrId("bar.start_over")
            shortcut: pages.hasNext ? Qt.Key_PageDown : 0

            onClicked: pages.hasNext ? pages.next() : root.visit.startOver()
        }
    }
}
