import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Keys
import Kiosk.Text
import Kiosk.Theme

GridLayout {
    id: root

    required property CallbackViewModel callback
    // Only the keys have a width of their own then; the words get the rest.
    readonly property bool isTight: root.isWide && root.width < Theme.millimetres(340)
    required property bool isWide

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
            text: root.callback.heading
        }
        TypedField {
            Layout.fillWidth: true
            isRefused: root.callback.warns
            shown: root.callback.phone
            spoken: root.callback.phoneAloud
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: Theme.millimetres(3)
            visible: root.callback.warns

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
                text: root.callback.hint
            }
        }
        PlainText {
            Layout.fillWidth: true
            color: Theme.inkSoft
            lineRatio: Theme.tightRatio
            text: root.callback.hint
            visible: !root.callback.warns
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
        id: keypad

        Layout.fillHeight: true
        Layout.fillWidth: !root.isTight
        Layout.margins: -Theme.gap / 2
        Layout.preferredHeight: root.isWide ? 1 : 60
        Layout.preferredWidth: {
            if (root.isTight)
                return keypad.columns * Theme.millimetres(34);
            return Theme.hasEasyTouch ? 60 : 48;
        }

        onPressed: key => root.callback.press(key)
    }
}
