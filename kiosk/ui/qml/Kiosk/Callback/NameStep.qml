import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    readonly property bool isHelper: root.callback.step === "helper"

    spacing: Theme.millimetres(2)

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
                text: root.isHelper ? qsTrId("callback.helper.title") : qsTrId("callback.name.title")
                wrapMode: Theme.isShort ? Text.NoWrap : Text.Wrap
            }
            PlainText {
                Accessible.role: root.callback.refusal.length > 0 ? Accessible.AlertMessage : Accessible.StaticText
                Layout.fillWidth: true
                capital: Theme.smallest
                color: root.callback.refusal.length > 0 ? Theme.urgent : Theme.inkSoft
                font.bold: root.callback.refusal.length > 0
                lineRatio: Theme.tightRatio
                text: root.callback.refusal.length > 0 ? qsTrId("callback.helper.missing") : root.isHelper ? qsTrId("callback.helper.hint") : qsTrId("callback.name.hint")
            }
        }
        TypedField {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.isShort ? Theme.millimetres(17) : implicitHeight
            Layout.preferredWidth: 1
            isRefused: root.callback.refusal.length > 0
            shown: root.callback.name
            spoken: root.callback.name.length > 0 ? qsTrId("callback.name.field").arg(root.callback.name) : qsTrId("callback.name.field_empty")
        }
    }
    LetterPad {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.margins: -Theme.gap / 2
        accentRows: root.choices.accentRows
        letterRows: root.choices.letterRows

        onPressed: key => root.callback.press(key)
    }
}
