pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property list<string> accentRows
    required property bool beginsWord
    required property bool exchangesLast
    readonly property string firstLetters: root.letterRows.join("").slice(0, 3)
    readonly property bool hasSpace: true
    readonly property bool isCapital: root.beginsWord !== root.isShifted

    // The keys of a keyboard type here.
    readonly property bool isPad: true
    property bool isShifted: false
    required property list<string> letterRows
    property int page: 0
    readonly property int pageAfter: (root.page + 1) % root.pageCount
    readonly property int pageCount: Math.max(1, Math.ceil(root.rows.length / root.rowsOnPage))
    readonly property list<string> rows: root.showsAccents ? root.accentRows : root.letterRows

    // On a short glass large keys have no room for all letters at once.
    readonly property int rowsOnPage: Theme.isShort && Theme.hasEasyTouch ? 2 : 9
    property bool showsAccents: false

    signal exchanged(letter: string)
    signal pressed(key: string)

    function begin(): void {
        root.showsAccents = false;
        root.isShifted = false;
        root.page = 0;
    }

    // As it will be typed. What takes the place of a letter comes as large as that one.
    function cased(letter: string): string {
        const capital = letter.toUpperCase();
        const stays = root.showsAccents && root.exchangesLast;
        return root.isCapital && !stays && capital.length === 1 ? capital : letter;
    }
    function pick(letter: string): void {
        const exchanges = root.showsAccents && root.exchangesLast;
        root.begin();
        if (exchanges)
            root.exchanged(letter);
        else
            root.pressed(letter);
    }
    function type(key: string): void {
        const isLetter = key.toLowerCase() !== key.toUpperCase();
        if (isLetter || ["-", "'", "delete", "space"].includes(key))
            root.pressed(key);
    }

    spacing: 0

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
                    text: root.cased(key.modelData)

                    onClicked: root.pick(key.text)
                }
            }
        }
    }
    RowLayout {
        spacing: 0

        TouchButton {
            Accessible.name: root.isCapital ? qsTrId("keypad.small") : qsTrId("keypad.capitals")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            capital: Theme.body
            inner: 0
            side: Theme.leastTarget
            text: root.isCapital ? root.firstLetters : root.firstLetters.toUpperCase()
            visible: !root.showsAccents

            onClicked: root.isShifted = !root.isShifted
        }
        TouchButton {
            Accessible.name: root.showsAccents ? qsTrId("keypad.letters") : qsTrId("keypad.accents")
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            capital: Theme.body
            inner: 0
            side: Theme.leastTarget
            text: root.showsAccents ? root.firstLetters : root.accentRows.join("").slice(0, 3)

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
            inner: 0
            side: Theme.leastTarget
            text: root.rows.slice(root.pageAfter * root.rowsOnPage).join("").slice(0, 3)
            visible: root.pageCount > 1

            onClicked: root.page = root.pageAfter
        }
        TouchButton {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            isKey: true
            side: Theme.leastTarget
            text: qsTrId("keypad.space")
            visible: !root.showsAccents

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
