import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    readonly property bool hasPageAfter: {
        switch (root.part) {
        case Enums.CallbackPart.READING:
            return pages.hasNext;
        case Enums.CallbackPart.CHOICE:
            return choice.hasNext;
        default:
            return root.isChecking && check.hasNext;
        }
    }
    readonly property bool hasPageBefore: {
        switch (root.part) {
        case Enums.CallbackPart.READING:
            return pages.hasBack;
        case Enums.CallbackPart.CHOICE:
            return choice.hasBack;
        default:
            return root.isChecking && check.hasBack;
        }
    }
    readonly property bool isAsking: !root.callback.isEnding && !root.callback.isWaiting && !root.isDeciding
    readonly property bool isChecking: root.part === Enums.CallbackPart.CHECK
    readonly property bool isDeciding: root.part === Enums.CallbackPart.DECIDE
    // No room for a way home beside Undo; being finished leads out as well.
    readonly property bool isTight: root.callback.canTakeBack && root.width < root.height
    readonly property int part: root.callback.part
    required property VisitViewModel visit

    function turnBack(): void {
        if (root.part === Enums.CallbackPart.READING)
            pages.back();
        else if (root.part === Enums.CallbackPart.CHOICE)
            choice.back();
        else
            check.back();
    }
    function turnPage(): void {
        if (root.part === Enums.CallbackPart.READING)
            pages.next();
        else if (root.part === Enums.CallbackPart.CHOICE)
            choice.next();
        else
            check.next();
    }

    spacing: Theme.gap

    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.smallest
        color: Theme.inkSoft
        lineRatio: Theme.tightRatio
        text: root.callback.progress
        visible: root.isAsking && !Theme.isShort
    }
    CallbackPages {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        visible: root.part === Enums.CallbackPart.READING
        visit: root.visit
    }
    PhoneStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        isWide: root.width > root.height
        visible: root.part === Enums.CallbackPart.PHONE
    }
    NameStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.part === Enums.CallbackPart.NAME
    }
    ChoiceStep {
        id: choice

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.part === Enums.CallbackPart.CHOICE
    }
    CheckStep {
        id: check

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.isChecking
    }
    DecideStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        visible: root.isDeciding
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: root.callback.isEnding ? "home" : "close"
            shortcut: root.callback.isEnding ? Qt.Key_Escape : 0
            text: root.callback.isEnding ? qsTrId("bar.home") : qsTrId("bar.stop")
            visible: !root.callback.isWaiting && !root.isDeciding && !root.isTight

            onClicked: root.callback.stop()
        }
        SecondaryButton {
            iconBefore: "back"
            shortcut: Qt.Key_PageUp
            text: qsTrId("bar.back")
            visible: root.isAsking

            onClicked: root.hasPageBefore ? root.turnBack() : root.callback.back()
        }
        PlainText {
            Layout.fillWidth: true
            capital: Theme.smallest
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: root.callback.progress
            visible: root.isAsking && Theme.isShort
        }
        Item {
            Layout.fillWidth: true
            visible: !root.isAsking || !Theme.isShort
        }
        NextButton {
            hasMore: root.hasPageAfter
            last: root.isChecking ? qsTrId("card.more") : root.callback.forwardLabel
            visible: root.hasPageAfter || root.isAsking && !root.isChecking

            onClicked: root.hasPageAfter ? root.turnPage() : root.callback.next()
        }
        SecondaryButton {
            iconBefore: "undo"
            text: qsTrId("callback.done.undo")
            visible: root.callback.canTakeBack

            onClicked: root.callback.takeBack()
        }
        NextButton {
            hasMore: false
            iconAfter: ""
            iconBefore: "check"
            last: root.callback.forwardLabel
            shortcut: 0
            takesFirst: true
            visible: root.callback.clearsItself && !root.hasPageAfter

            onClicked: root.visit.startOver()
        }
    }
}
