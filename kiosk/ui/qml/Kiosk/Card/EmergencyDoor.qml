import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// What cannot wait, in one sentence; it opens the signs that cannot wait either.
TouchButton {
    id: root

    required property CardViewModel card

    // In a row: the sign, and in two words what it opens where these have room.
    property bool isInRow: false
    property real room: 0
    readonly property real wholeWidth: {
        const icon = Theme.pixels(root.capital) + Theme.millimetres(2.5);
        return Math.ceil(words.advanceWidth) + 2 + icon + root.leftPadding + root.rightPadding;
    }

    Accessible.name: root.isInRow ? `${words.text}: ${root.card.warning}` : root.card.warning
    edge: Theme.urgent
    fill: Theme.urgentGround
    iconAfter: root.isInRow ? "" : "next"
    iconBefore: "warning"
    ink: Theme.urgent
    isLeading: !root.isInRow
    isMain: !Theme.isShort
    text: {
        if (!root.isInRow)
            return root.card.warning;
        return root.room < root.wholeWidth ? "" : words.text;
    }

    onClicked: root.card.openChapter(Enums.Chapter.EMERGENCY)

    TextMetrics {
        id: words

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(root.capital)
        text: qsTrId("card.urgent")
    }
}
