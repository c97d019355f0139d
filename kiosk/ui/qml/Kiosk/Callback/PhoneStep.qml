import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

GridLayout {
    id: root

    required property CallbackViewModel callback
    required property bool isWide

    function refusalWords(refusal: string): string {
        switch (refusal) {
        case "empty":
            return qsTrId("callback.refusal.empty");
        case "too_short":
            return qsTrId("callback.refusal.too_short");
        case "too_long":
            return qsTrId("callback.refusal.too_long");
        default:
            return qsTrId("callback.refusal.impossible");
        }
    }

    columnSpacing: Theme.margin
    columns: root.isWide ? 2 : 1
    rowSpacing: Theme.gap

    ColumnLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredHeight: root.isWide ? 1 : 40
        Layout.preferredWidth: 52
        spacing: Theme.gap

        Heading {
            Layout.fillWidth: true
            text: qsTrId("callback.phone.title")
        }
        TypedField {
            Layout.fillWidth: true
            isRefused: root.callback.refusal.length > 0
            shown: root.callback.shown
            spoken: root.callback.shown.length > 0 ? qsTrId("callback.phone.field").arg(root.callback.shown) : qsTrId("callback.phone.field_empty")
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.millimetres(3)
            visible: root.callback.refusal.length > 0

            Icon {
                Layout.alignment: Qt.AlignTop
                Layout.preferredHeight: Theme.pixels(Theme.body)
                Layout.preferredWidth: Theme.pixels(Theme.body)
                color: Theme.urgent
                symbol: "warning"
            }
            PlainText {
                Accessible.role: Accessible.AlertMessage
                Layout.fillWidth: true
                color: Theme.urgent
                font.bold: true
                lineRatio: Theme.tightRatio
                text: root.refusalWords(root.callback.refusal)
            }
        }
        PlainText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            lineRatio: Theme.tightRatio
            text: qsTrId("callback.phone.hint")
            visible: root.callback.refusal.length === 0
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            spacing: Theme.millimetres(3)
            visible: !Theme.isShort

            Icon {
                Layout.preferredHeight: Theme.pixels(Theme.label)
                Layout.preferredWidth: Theme.pixels(Theme.label)
                color: Theme.primary
                symbol: "lock"
            }
            PlainText {
                Layout.fillWidth: true
                capital: Theme.label
                lineRatio: Theme.tightRatio
                text: qsTrId("callback.phone.locked")
            }
        }
        Item {
            Layout.fillHeight: true
        }
    }
    Keypad {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.margins: -Theme.gap / 2
        Layout.preferredHeight: root.isWide ? 1 : 60
        Layout.preferredWidth: 48

        onPressed: key => root.callback.press(key)
    }
}
