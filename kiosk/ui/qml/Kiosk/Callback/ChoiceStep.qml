import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
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
    function next(): void {
        pages.next();
    }

    spacing: Theme.millimetres(2)

    Heading {
        Layout.fillWidth: true
        text: root.callback.heading
    }
    PlainText {
        Accessible.role: root.callback.warns ? Accessible.AlertMessage : Accessible.StaticText
        Layout.fillWidth: true
        capital: Theme.smallest
        color: root.callback.warns ? Theme.urgent : Theme.inkSoft
        font.bold: root.callback.warns
        lineRatio: Theme.tightRatio
        text: root.callback.hint
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
    ChoiceButton {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap / 2
        Layout.rightMargin: -Theme.gap / 2
        isChosen: root.choices.isBoxTicked
        takesOne: false
        text: root.choices.box
        visible: root.choices.box.length > 0

        onClicked: root.choices.tick()
    }
}
