pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

GridLayout {
    id: root

    // The keys of a keyboard type here.
    readonly property bool isPad: true
    property list<string> keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "0", "delete"]

    signal pressed(key: string)

    function spoken(key: string): string {
        switch (key) {
        case "delete":
            return qsTrId("keypad.delete");
        case "enter":
            return qsTrId("keypad.enter");
        case "+":
            return qsTrId("keypad.plus");
        default:
            return key;
        }
    }
    function symbol(key: string): string {
        switch (key) {
        case "delete":
            return "delete";
        case "enter":
            return "check";
        default:
            return "";
        }
    }
    function type(key: string): void {
        if (root.keys.includes(key))
            root.pressed(key);
    }

    columnSpacing: 0
    columns: 3
    rowSpacing: 0

    Repeater {
        model: root.keys

        TouchButton {
            id: key

            readonly property bool isEnter: key.modelData === "enter"
            required property string modelData

            Accessible.name: root.spoken(key.modelData)
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Math.max(9, Theme.body + 2)
            iconBefore: root.symbol(key.modelData)
            isKey: !key.isEnter
            isMain: true
            takesFirst: key.isEnter
            text: key.iconBefore.length > 0 ? "" : key.modelData

            onClicked: root.pressed(key.modelData)
        }
    }
}
