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
    readonly property bool isDone: root.check.isAnswered && (root.check.isUrgent || !pages.hasNext)
    required property VisitViewModel visit

    spacing: Theme.millimetres(2)

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.isShort ? Theme.body : Theme.heading
        text: root.check.title
    }
    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.gap

        PlainText {
            Layout.fillWidth: true
            capital: Theme.smallest
            color: Theme.inkSoft
            lineRatio: Theme.tightRatio
            text: root.check.hint
        }
        PlainText {
            Layout.alignment: Qt.AlignTop
            capital: Theme.smallest
            color: Theme.inkSoft
            lineRatio: Theme.tightRatio
            text: root.check.counter
            visible: !Theme.isShort
        }
    }
    ChoicePages {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin - Theme.gap / 2
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        choices: root.check.answers
        chosen: root.check.chosen
        columns: root.width > root.height ? 2 : 1
        lastPageCount: root.check.lastPageCount
        takesOne: root.check.takesOne

        onTouched: (index, hasSeenAll) => root.check.touch(index, hasSeenAll)
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
        PlainText {
            Layout.fillWidth: true
            capital: Theme.smallest
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: Theme.isShort ? root.check.counter : ""
        }
        NextButton {
            enabled: root.isDone || pages.hasNext
            hasMore: !root.isDone && pages.hasNext

            onClicked: root.isDone ? root.check.next() : pages.next()
        }
    }
}
