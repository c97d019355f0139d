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
        chosen: []
        columns: root.width > root.height ? 2 : 1
        symbol: "change"

        onTouched: index => root.choices.touch(index)
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: root.width > root.height ? 2 : 1
        layoutDirection: columns > 1 ? Qt.RightToLeft : Qt.LeftToRight
        rowSpacing: 0

        PlainText {
            Layout.fillWidth: true
            capital: Theme.smallest
            lineRatio: Theme.tightRatio
            text: root.callback.footnote
        }
        // Beside the words that say what it means, and far from where "Next" was touched before.
        PrimaryButton {
            Accessible.ignored: !visible || pages.hasNext
            Layout.alignment: Qt.AlignLeft
            Layout.leftMargin: -Theme.gap / 2
            enabled: !pages.hasNext
            iconBefore: "call-back"
            opacity: pages.hasNext ? 0 : 1
            text: root.callback.forwardLabel

            onClicked: root.callback.send()
        }
    }
}
