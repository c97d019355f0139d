pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property list<string> accentRows
    readonly property bool hasSpace: true

    // The keys of a keyboard type here.
    readonly property bool isPad: true
    required property list<string> letterRows
    property bool showsAccents: false

    signal pressed(key: string)

    function type(key: string): void {
        const isLetter = key.toLowerCase() !== key.toUpperCase();
        if (isLetter || ["-", "'", "delete", "space"].includes(key))
            root.pressed(key);
    }

    spacing: 0

    onVisibleChanged: root.showsAccents = false

    Repeater {
        model: root.showsAccents ? root.accentRows : root.letterRows

        RowLayout {
            id: row

            required property string modelData

            spacing: 0

            Repeater {
                model: row.modelData.split("")

                TouchButton {
                    id: key

                    required property string modelData

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    capital: Theme.body + 1
                    inner: 0
                    isKey: true
                    text: key.modelData

                    onClicked: {
                        root.pressed(key.modelData);
                        root.showsAccents = false;
                    }
                }
            }
        }
    }
    RowLayout {
        spacing: 0

        TouchButton {
            Accessible.name: root.showsAccents ? qsTrId("keypad.letters") : qsTrId("keypad.accents")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            capital: Theme.body
            text: (root.showsAccents ? root.letterRows : root.accentRows).join("").slice(0, 3)

            onClicked: root.showsAccents = !root.showsAccents
        }
        TouchButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            isKey: true
            text: qsTrId("keypad.space")

            onClicked: root.pressed("space")
        }
        TouchButton {
            Accessible.name: qsTrId("keypad.delete")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            capital: Theme.body + 1
            iconBefore: "delete"
            isKey: true

            onClicked: root.pressed("delete")
        }
    }
}
