pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property list<string> accentRows
    readonly property bool hasSpace: true

    // The keys of a keyboard type here.
    readonly property bool isPad: true
    required property list<string> letterRows
    property int page: 0
    readonly property int pageAfter: (root.page + 1) % root.pageCount
    readonly property int pageCount: Math.max(1, Math.ceil(root.rows.length / root.rowsOnPage))
    readonly property list<string> rows: root.showsAccents ? root.accentRows : root.letterRows

    // On a short glass large keys have no room for all letters at once.
    readonly property int rowsOnPage: Theme.isShort && Theme.hasEasyTouch ? 2 : 9
    property bool showsAccents: false

    signal pressed(key: string)

    function type(key: string): void {
        const isLetter = key.toLowerCase() !== key.toUpperCase();
        if (isLetter || ["-", "'", "delete", "space"].includes(key))
            root.pressed(key);
    }

    spacing: 0

    onVisibleChanged: {
        root.showsAccents = false;
        root.page = 0;
    }

    PageMark {
        shows: `${root.showsAccents} ${root.page}`
    }
    Repeater {
        model: root.rows.slice(root.page * root.rowsOnPage, (root.page + 1) * root.rowsOnPage)

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
                    side: Theme.leastTarget
                    text: key.modelData

                    onClicked: {
                        root.pressed(key.modelData);
                        root.showsAccents = false;
                        root.page = 0;
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
            side: Theme.leastTarget
            text: (root.showsAccents ? root.letterRows : root.accentRows).join("").slice(0, 3)

            onClicked: {
                root.showsAccents = !root.showsAccents;
                root.page = 0;
            }
        }
        TouchButton {
            Accessible.name: qsTrId("keypad.more_letters")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            capital: Theme.body
            side: Theme.leastTarget
            text: root.rows.slice(root.pageAfter * root.rowsOnPage).join("").slice(0, 3)
            visible: root.pageCount > 1

            onClicked: root.page = root.pageAfter
        }
        TouchButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            isKey: true
            side: Theme.leastTarget
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
            side: Theme.leastTarget

            onClicked: root.pressed("delete")
        }
    }
}
