import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// Back, sources, take home and on, in a row, or in two columns where that is too narrow.
GridLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    required property CardViewModel card
    required property bool hasMore
    required property bool hasPageBefore
    readonly property bool isNarrow: root.width < Theme.millimetres(Theme.hasEasyTouch ? 280 : 230)
    required property TakeHomeViewModel takeHome

    signal turnedBack
    signal turnedPage

    columnSpacing: 0
    columns: root.isNarrow ? 2 : 4
    rowSpacing: 0

    TouchButton {
        Accessible.name: qsTrId("card.back")
        Layout.fillWidth: root.isNarrow
        edge: root.accent
        iconBefore: "back"
        ink: root.accent
        isMain: !Theme.isShort
        shortcut: Qt.Key_PageUp
        visible: root.hasPageBefore || root.card.hasBack

        onClicked: root.turnedBack()
    }
    TouchButton {
        Layout.fillWidth: root.isNarrow
        edge: root.accent
        iconBefore: root.card.showsSources ? "close" : "book"
        ink: root.accent
        isMain: !Theme.isShort
        shortcut: root.card.showsSources ? Qt.Key_Escape : 0
        text: root.card.showsSources ? qsTrId("card.close_sources") : qsTrId("card.sources")
        visible: !root.takeHome.isOpen

        onClicked: root.card.toggleSources()
    }
    TouchButton {
        Layout.fillWidth: root.isNarrow
        edge: root.accent
        iconBefore: root.takeHome.isOpen ? "close" : "phone-code"
        ink: root.accent
        isMain: !Theme.isShort
        shortcut: root.takeHome.isOpen ? Qt.Key_Escape : 0
        text: root.takeHome.isOpen ? qsTrId("take_home.close") : qsTrId("take_home.open")
        visible: root.takeHome.isOpen || root.card.isOnStep && root.card.endsChapter && !root.hasMore

        onClicked: root.takeHome.toggle()
    }
    Item {
        Layout.fillWidth: true
        visible: !forward.visible
    }
    TouchButton {
        id: forward

        readonly property bool isAgain: root.card.isTeachBack && root.card.isAnswered && !root.card.isRight
        readonly property bool isHome: root.card.leadsHome && !root.hasMore && !forward.isAgain

        Layout.fillWidth: true
        edge: root.accent
        fill: root.accent
        iconAfter: forward.isHome || forward.isAgain ? "" : "next"
        iconBefore: {
            if (forward.isAgain)
                return "start-over";
            return forward.isHome ? "home" : "";
        }
        ink: Theme.inkOnPrimary
        isMain: !Theme.isShort
        shortcut: forward.isHome ? 0 : Qt.Key_PageDown
        text: {
            if (forward.isAgain)
                return qsTrId("teach_back.again");
            return root.hasMore ? qsTrId("card.more") : root.card.leadsOn;
        }
        visible: root.card.isOnStep || root.hasMore

        onClicked: {
            if (forward.isAgain)
                root.card.tryAgain();
            else if (root.hasMore)
                root.turnedPage();
            else
                root.card.next();
        }
    }
}
