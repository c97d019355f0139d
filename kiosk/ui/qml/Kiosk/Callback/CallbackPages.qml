import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    readonly property bool clears: root.step === "done" || root.step === "undone" || root.step === "not_undone"
    readonly property alias hasBack: pages.hasBack
    readonly property alias hasNext: pages.hasNext
    readonly property string step: root.callback.step
    required property VisitViewModel visit

    function back(): void {
        pages.back();
    }
    function heading(step: string): string {
        switch (step) {
        case "notice":
            return qsTrId("callback.notice.title");
        case "privacy":
            return qsTrId("callback.privacy.title");
        case "sending":
        case "taking_back":
            return qsTrId("callback.sending.title");
        case "done":
            return qsTrId("callback.done.title");
        case "undone":
            return qsTrId("callback.undone.title");
        case "not_undone":
        case "desk":
            return qsTrId("desk.title");
        default:
            return "";
        }
    }
    function next(): void {
        pages.next();
    }
    function symbol(step: string): string {
        switch (step) {
        case "notice":
            return "warning";
        case "privacy":
            return "lock";
        case "done":
        case "undone":
            return "check";
        case "not_undone":
        case "desk":
            return "hand";
        default:
            return "clock";
        }
    }
    function words(step: string): list<string> {
        switch (step) {
        case "notice":
            return [qsTrId("callback.notice.if").arg(root.visit.emergencyNumber), "\u2022 " + qsTrId("callback.notice.breathing"), "\u2022 " + qsTrId("callback.notice.chest"), "\u2022 " + qsTrId("callback.notice.stroke"), "\u2022 " + qsTrId("callback.notice.sudden"), "\u2022 " + qsTrId("callback.notice.spreading"), "\u2022 " + qsTrId("callback.notice.bladder"), "\u2022 " + qsTrId("callback.notice.injury"), "\u2022 " + qsTrId("callback.notice.urine"), "\u2022 " + qsTrId("callback.notice.joint")];
        case "privacy":
            return [qsTrId("callback.privacy.lock"), qsTrId("callback.privacy.delete").arg(root.callback.deleteDays), qsTrId("callback.privacy.take_back").arg(root.callback.clinicPhone), qsTrId("callback.privacy.clears")];
        case "sending":
            return [qsTrId("callback.sending.wait")];
        case "taking_back":
            return [qsTrId("callback.undone.wait")];
        case "done":
            return [qsTrId("callback.done.when").arg(root.visit.clinic).arg(root.callback.callDays), qsTrId("callback.done.shows").arg(root.callback.callerNumber), qsTrId("callback.done.cancel").arg(root.callback.clinicPhone), qsTrId("callback.done.nothing_more")];
        case "undone":
            return [qsTrId("callback.undone.again")];
        case "not_undone":
            return [qsTrId("callback.not_undone.why"), qsTrId("callback.done.cancel").arg(root.callback.clinicPhone)];
        case "desk":
            return [qsTrId("callback.desk.why"), qsTrId("callback.desk.nothing_kept")];
        default:
            return [];
        }
    }

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Icon {
            Layout.preferredHeight: Theme.pixels(Theme.title)
            Layout.preferredWidth: Theme.pixels(Theme.title)
            color: root.step === "notice" ? Theme.urgent : Theme.primary
            symbol: root.symbol(root.step)
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
        visible: root.clears
    }
}
