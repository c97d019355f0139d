import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Keys
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    readonly property int step: root.callback.step

    spacing: Theme.millimetres(2)

    onStepChanged: letters.begin()

    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: root.width > root.height ? 2 : 1
        rowSpacing: Theme.gap

        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            spacing: Theme.millimetres(1)

            Heading {
                Layout.fillWidth: true
                fontSizeMode: Theme.isShort ? Text.HorizontalFit : Text.FixedSize
                minimumPixelSize: Theme.pixels(Theme.smallest)
                text: root.callback.heading
                wrapMode: Theme.isShort ? Text.NoWrap : Text.Wrap
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
        }
        TypedField {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.isShort ? Theme.millimetres(17) : implicitHeight
            Layout.preferredWidth: 1
            isRefused: root.callback.warns
            shown: root.callback.name
            spoken: root.callback.nameAloud
        }
    }
    LetterPad {
        id: letters

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.margins: -Theme.gap / 2
        accentRows: root.choices.accentRows
        beginsWord: root.choices.beginsWord
        exchangesLast: root.choices.exchangesLast
        letterRows: root.choices.letterRows

        onExchanged: letter => root.choices.exchange(letter)
        onPressed: key => root.callback.press(key)
    }
}
