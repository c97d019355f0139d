pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// The chapters of a card, at the same place on every page of it.
GridLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    required property CardViewModel card
    readonly property list<string> icons: ["affected", "look-closer", "clinic", "check", "book"]
    // In a column beside the page; else in rows below it.
    required property bool isBeside
    required property bool isOneRow
    readonly property int least: {
        if (!root.isBeside)
            return Theme.pixels(Theme.label) * 8;
        return Theme.pixels(Theme.label) * (Theme.isShort ? 8.8 : 10.4);
    }
    // Large buttons in a row leave a page no room to grow higher.
    readonly property real most: {
        return root.isOneRow && Theme.hasEasyTouch ? Theme.target + Theme.gap : Number.POSITIVE_INFINITY;
    }
    readonly property int shown: root.card.hasConditions ? 5 : 4

    function wordsOf(chapter: int): string {
        switch (chapter) {
        case Enums.Chapter.HAPPENS:
            return qsTrId("chapter.happens");
        case Enums.Chapter.SIGNS:
            return qsTrId("chapter.signs");
        case Enums.Chapter.HELP:
            return qsTrId("chapter.help");
        case Enums.Chapter.DO:
            return qsTrId("chapter.do");
        default:
            return qsTrId("chapter.more");
        }
    }

    columnSpacing: 0
    columns: {
        if (root.isOneRow)
            return root.shown;
        if (root.isBeside)
            return 1;
        const most = Math.floor(root.width / root.least);
        return most >= root.shown ? root.shown : Math.max(2, Math.min(3, most));
    }
    rowSpacing: 0
    uniformCellHeights: true

    Repeater {
        // Always all of them: another number would make each of them anew.
        model: root.icons

        TouchButton {
            id: door

            readonly property int chapter: Enums.Chapter.HAPPENS + door.index
            required property int index
            readonly property bool isHere: root.card.chapter === door.chapter
            required property string modelData

            Accessible.checkable: true
            Accessible.checked: door.isHere
            Layout.fillHeight: true
            Layout.fillWidth: !root.isBeside
            Layout.maximumHeight: root.most
            Layout.preferredWidth: root.isBeside ? root.least + Theme.gap : 1
            edge: root.accent
            fill: door.isHere ? root.accent : Theme.card
            iconBefore: Theme.isShort ? "" : door.modelData
            ink: door.isHere ? Theme.inkOnPrimary : root.accent
            inner: Theme.millimetres(2)
            // The first page has no button that leads on: its doors do.
            shortcut: root.card.isFirst && door.index === 0 ? Qt.Key_PageDown : 0
            takesFirst: root.card.isFirst
            text: root.wordsOf(door.chapter)
            visible: door.index < root.shown

            onClicked: root.card.openChapter(door.chapter)
        }
    }
}
