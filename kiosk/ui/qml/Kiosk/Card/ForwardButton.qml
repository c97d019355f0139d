import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// On through the card, and to what Next leads to; after a miss it asks again.
TouchButton {
    id: root

    required property CardViewModel card
    required property bool hasMore
    readonly property bool isAgain: root.card.isTeachBack && root.card.isAnswered && !root.card.isRight

    // Without its words, which a screen reader still says.
    property bool isCompact: false
    readonly property bool isHome: root.card.leadsHome && !root.hasMore && !root.isAgain
    readonly property bool leadsNext: !root.isHome && !root.isAgain
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
    text: root.isCompact ? "" : root.words

    onClicked: {
        if (root.isAgain)
            root.card.tryAgain();
        else if (root.hasMore)
            root.turnedPage();
        else
            root.card.next();
    }
}
