import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    readonly property alias hasBack: pages.hasBack
    readonly property alias hasNext: pages.hasNext

    function back(): void {
        pages.back();
    }
    function heading(step: string): string {
        switch (step) {
        case "window":
            return qsTrId("callback.window.title");
        case "language":
            return qsTrId("callback.language.title");
        case "interpreter":
            return qsTrId("callback.interpreter.title");
        case "phone_hard":
            return qsTrId("callback.hard.title");
        default:
            return qsTrId("callback.consent.title");
        }
    }
    function hint(step: string): string {
        if (root.callback.refusal.length > 0 && step === "consent")
            return qsTrId("callback.consent.needed");
        switch (step) {
        case "phone_hard":
            return qsTrId("callback.hard.hint");
        case "consent":
            return qsTrId("callback.consent.hint");
        default:
            return qsTrId("check.touch_one");
        }
    }
    function next(): void {
        pages.next();
    }

    spacing: Theme.millimetres(2)

    Heading {
        Layout.fillWidth: true
        text: root.heading(root.callback.step)
    }
    PlainText {
        Accessible.role: root.callback.refusal.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
        Layout.fillWidth: true
        capital: Theme.smallest
        color: root.callback.refusal.length > 0 ? Theme.urgent : Theme.inkSoft
        font.bold: root.callback.refusal.length > 0
        lineRatio: Theme.tightRatio
        text: root.hint(root.callback.step)
    }
    ChoicePages {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap / 2
        Layout.rightMargin: -Theme.gap / 2
        choices: root.choices.choices
        chosen: root.choices.chosen
        columns: root.width > root.height ? 2 : 1
        takesOne: root.choices.takesOne

        onTouched: index => root.choices.touch(index)
    }
}
