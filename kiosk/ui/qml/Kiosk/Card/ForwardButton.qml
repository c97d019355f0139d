import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// On through the card, and to what Next leads to; after a miss it asks again.
TouchButton {
    id: root

    required property CardViewModel card
    required property bool hasMore
    // Whether where it leads has room, on two lines where the glass is not short.
    readonly property bool hasRoom: metrics.advanceWidth < (Theme.isShort ? 1 : 1.6) * root.roomForWords
    readonly property bool isAgain: root.card.isTeachBack && root.card.isAnswered && !root.card.isRight

    // Without its words, which a screen reader still says.
    property bool isCompact: false
    readonly property bool isHome: root.card.leadsHome && !root.hasMore && !root.isAgain
    readonly property bool leadsNext: !root.isHome && !root.isAgain
    readonly property real roomForWords: root.availableWidth - Theme.pixels(Theme.label) - Theme.millimetres(2.5)
    readonly property string words: {
        if (root.isAgain)
            return qsTrId("teach_back.again");
        return root.hasMore ? qsTrId("card.more") : root.card.leadsOn;
    }

    signal turnedPage

    Accessible.name: root.words
    edge: Theme.shade(root.card.accents)
    fill: Theme.shade(root.card.accents)
    iconAfter: root.leadsNext ? "next" : ""
    iconBefore: {
        if (root.leadsNext)
            return "";
        return root.isHome ? "home" : "start-over";
    }
    ink: Theme.inkOnPrimary
    isMain: !Theme.isShort
    shortcut: root.isHome ? 0 : Qt.Key_PageDown
    text: {
        if (root.isCompact)
            return "";
        if (root.hasRoom || root.isAgain || root.hasMore)
            return root.words;
        return root.isHome ? qsTrId("bar.home") : qsTrId("card.next");
    }

    onClicked: {
        if (root.isAgain)
            root.card.tryAgain();
        else if (root.hasMore)
            root.turnedPage();
        else
            root.card.next();
    }

    TextMetrics {
        id: metrics

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(Theme.label)
        text: root.words
    }
}
