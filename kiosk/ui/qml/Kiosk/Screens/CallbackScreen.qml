import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    readonly property bool isAsking: root.step === "notice" || root.step === "privacy" || root.step === "phone" || root.step === "check"
    readonly property bool isReading: root.step !== "phone" && root.step !== "check"
    readonly property string step: root.callback.step
    required property VisitViewModel visit

    function heading(step: string): string {
        switch (step) {
        case "notice":
            return qsTrId("callback.notice.title");
        case "privacy":
            return qsTrId("callback.privacy.title");
        case "sending":
            return qsTrId("callback.sending.title");
        case "done":
            return qsTrId("callback.done.title");
        case "desk":
            return qsTrId("desk.title");
        default:
            return "";
        }
    }
    function words(step: string): list<string> {
        switch (step) {
        case "notice":
            return [qsTrId("callback.notice.if").arg(root.visit.emergencyNumber), "\u2022 " + qsTrId("callback.notice.breathing"), "\u2022 " + qsTrId("callback.notice.chest"), "\u2022 " + qsTrId("callback.notice.stroke"), "\u2022 " + qsTrId("callback.notice.sudden"), "\u2022 " + qsTrId("callback.notice.spreading"), "\u2022 " + qsTrId("callback.notice.bladder"), "\u2022 " + qsTrId("callback.notice.injury"), "\u2022 " + qsTrId("callback.notice.joint")];
        case "privacy":
            return [qsTrId("callback.privacy.lock"), qsTrId("callback.privacy.delete").arg(root.callback.deleteDays), qsTrId("callback.privacy.take_back").arg(root.callback.clinicPhone), qsTrId("callback.privacy.clears")];
        case "sending":
            return [qsTrId("callback.sending.wait")];
        case "done":
            return [qsTrId("callback.done.when").arg(root.visit.clinic).arg(root.callback.callDays), qsTrId("callback.done.cancel").arg(root.callback.clinicPhone), qsTrId("callback.done.nothing_more")];
        case "desk":
            return [qsTrId("callback.desk.why"), qsTrId("callback.desk.nothing_kept")];
        default:
            return [];
        }
    }

    spacing: Theme.gap

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        spacing: Theme.gap
        visible: root.isReading

        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.gap

            Icon {
                Layout.preferredHeight: Theme.pixels(Theme.title)
                Layout.preferredWidth: Theme.pixels(Theme.title)
                color: root.step === "notice" ? Theme.urgent : Theme.primary
                symbol: root.step === "notice" ? "warning" : root.step === "privacy" ? "lock" : root.step === "done" ? "check" : root.step === "desk" ? "hand" : "clock"
            }
            Heading {
                Layout.fillWidth: true
                capital: Theme.title
                color: root.step === "notice" ? Theme.urgent : Theme.ink
                text: root.heading(root.step)
            }
        }
        PagedText {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            blocks: root.words(root.step)
        }
        PlainText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            text: qsTrId("callback.done.clears").arg(root.visit.secondsLeft)
            visible: root.step === "done"
        }
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
    CheckStep {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        callback: root.callback
        visible: root.step === "check"
    }
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            iconBefore: root.isAsking ? "close" : "home"
            text: root.isAsking ? qsTrId("bar.stop") : qsTrId("bar.home")
            visible: root.step !== "sending"

            onClicked: root.callback.stop()
        }
        TouchButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            edge: Theme.primary
            iconBefore: "back"
            ink: Theme.primary
            isMain: true
            text: qsTrId("bar.back")
            visible: root.isAsking

            onClicked: root.isReading && pages.hasBack ? pages.back() : root.callback.back()
        }
        HelpButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            visible: root.isAsking

            onClicked: root.visit.askForHelp()
        }
        Item {
            Layout.fillWidth: true
        }
        PrimaryButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            iconAfter: "next"
            text: root.isReading && pages.hasNext ? qsTrId("card.more") : qsTrId("bar.next")
            visible: root.isAsking && root.step !== "check" || root.isReading && pages.hasNext

            onClicked: root.isReading && pages.hasNext ? pages.next() : root.callback.next()
        }
        PrimaryButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            iconBefore: "check"
            text: qsTrId("callback.done.clear")
            visible: root.step === "done"

            onClicked: root.visit.startOver()
        }
    }
}
