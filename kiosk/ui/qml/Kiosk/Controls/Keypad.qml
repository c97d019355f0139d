pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

GridLayout {
    id: root

    property list<string> keys: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "+", "0", "delete"]

    signal pressed(key: string)

    columnSpacing: 0
    columns: 3
    rowSpacing: 0

    Repeater {
        model: root.keys

        TouchButton {
            id: key

            readonly property bool isDelete: key.modelData === "delete"
            readonly property bool isEnter: key.modelData === "enter"
            required property string modelData

            Accessible.name: key.isDelete ? qsTrId("keypad.delete") : key.isEnter ? qsTrId("keypad.enter") : key.modelData === "+" ? qsTrId("keypad.plus") : key.modelData
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Math.max(9, Theme.body + 2)
            iconBefore: key.isDelete ? "delete" : key.isEnter ? "check" : ""
            isKey: !key.isEnter
            isMain: true
            text: key.isDelete || key.isEnter ? "" : key.modelData

            onClicked: root.pressed(key.modelData)
        }
    }
}
