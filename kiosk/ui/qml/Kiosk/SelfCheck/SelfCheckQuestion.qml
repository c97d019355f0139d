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
    readonly property string counterInBar: Theme.isShort ? root.check.counter : ""
    readonly property string goesOn: root.goingOn.isWaiting ? qsTrId("check.goes_on") : ""
    required property GoingOn goingOn
    readonly property bool isDone: root.check.isAnswered && (root.check.isUrgent || !pages.hasNext)
    readonly property bool isReminded: root.check.reminder.length > 0
    readonly property bool isWide: width >= Theme.wide
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
        fillMilliseconds: root.goingOn.isWaiting ? root.goingOn.milliseconds : 0
        lastPageCount: root.check.lastPageCount
        takesOne: root.check.takesOne

        onTouched: (index, hasSeenAll) => root.check.touch(index, hasSeenAll)
    }
    // Between the buttons of a narrow glass there is no room for it; its own is kept, so that nothing moves.
    PlainText {
        id: aside

        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.minimumHeight: aside.lineHeight
        Layout.rightMargin: Theme.margin
        capital: Theme.smallest
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
        lineRatio: Theme.tightRatio
        text: root.goesOn
        visible: !root.isWide
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
            Accessible.role: root.isReminded ? Accessible.AlertMessage : Accessible.StaticText
            Layout.fillWidth: true
            capital: Theme.smallest
            color: root.isReminded ? Theme.urgent : Theme.inkSoft
            font.bold: root.isReminded
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: {
                if (root.isReminded)
                    return root.check.reminder;
                return root.isWide && root.goesOn.length > 0 ? root.goesOn : root.counterInBar;
            }
        }
        NextButton {
            hasMore: !root.isDone && pages.hasNext
            isDim: !root.isDone && !pages.hasNext

            onClicked: hasMore ? pages.next() : root.check.next()
        }
    }
}
