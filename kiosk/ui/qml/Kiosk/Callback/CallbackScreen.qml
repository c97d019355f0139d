import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    readonly property bool hasPageAfter: root.isReading ? pages.hasNext : root.isChoosing ? choice.hasNext : root.step === "check" && check.hasNext
    readonly property bool hasPageBefore: root.isReading ? pages.hasBack : root.isChoosing ? choice.hasBack : root.step === "check" && check.hasBack
    readonly property bool isAsking: !root.isEnding && !root.isWaiting
    readonly property bool isChoosing: ["window", "language", "interpreter", "phone_hard", "consent"].includes(root.step)
    readonly property bool isEnding: ["done", "undone", "not_undone", "desk"].includes(root.step)
    readonly property bool isReading: root.isEnding || root.isWaiting || root.step === "notice" || root.step === "privacy"
    readonly property bool isTypingName: root.step === "name" || root.step === "helper"
    readonly property bool isWaiting: root.step === "sending" || root.step === "taking_back"
    readonly property string lastLabel: root.step === "check" ? qsTrId("callback.check.send") : root.isEnding ? qsTrId("callback.done.clear") : qsTrId("bar.next")
    readonly property string step: root.callback.step
    required property VisitViewModel visit

    function turnBack(): void {
        if (root.isReading)
            pages.back();
        else if (root.isChoosing)
            choice.back();
        else
            check.back();
    }
    function turnPage(): void {
        if (root.isReading)
            pages.next();
        else if (root.isChoosing)
            choice.next();
        else
            check.next();
    }

    spacing: Theme.gap

    CallbackPages {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        visible: root.isReading
        visit: root.visit
    }
    PhoneStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        isWide: root.width > root.height
        visible: root.step === "phone"
    }
    NameStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.isTypingName
    }
    ChoiceStep {
        id: choice

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.isChoosing
    }
    CheckStep {
        id: check

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        choices: root.choices
        visible: root.step === "check"
    }
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            iconBefore: root.isAsking ? "close" : "home"
            text: root.isAsking ? qsTrId("bar.stop") : qsTrId("bar.home")
            visible: !root.isWaiting

            onClicked: root.callback.stop()
        }
        SecondaryButton {
            iconBefore: "back"
            text: qsTrId("bar.back")
            visible: root.isAsking

            onClicked: root.hasPageBefore ? root.turnBack() : root.callback.back()
        }
        HelpButton {
            visible: root.isAsking

            onClicked: root.visit.askForHelp()
        }
        Item {
            Layout.fillWidth: true
        }
        NextButton {
            hasMore: root.hasPageAfter
            last: root.lastLabel
            visible: root.hasPageAfter || root.isAsking && root.step !== "check"

            onClicked: root.hasPageAfter ? root.turnPage() : root.callback.next()
        }
        NextButton {
            hasMore: false
            iconAfter: ""
            iconBefore: "call-back"
            last: root.lastLabel
            visible: root.step === "check" && !root.hasPageAfter

            onClicked: root.callback.send()
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
            last: root.lastLabel
            visible: root.isEnding && root.step !== "desk" && !root.hasPageAfter

            onClicked: root.visit.startOver()
        }
    }
}
