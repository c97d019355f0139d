import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Theme

// Back, sources, take home and on, in a row.
RowLayout {
    id: root

    required property CardViewModel card
    required property bool hasMore
    required property bool hasPageBefore
    // The way on keeps room for a word and its arrow.
    readonly property real roomForWarning: {
        let taken = Theme.pixels(Theme.label) * 5 + Theme.millimetres(12);
        for (const button of [back, sources, takeAway])
            taken += button.visible ? button.implicitWidth : 0;
        return root.width - taken;
    }
    // The same whatever the buttons say: a row that grew on the last page of a text would make it another page.
    readonly property int steadyHeight: {
        const side = Theme.gap + (Theme.isShort ? Theme.target : Theme.mainTarget);
        const twoLines = 2 * Theme.tightRatio * Theme.pixels(Theme.label) + Theme.gap + Theme.millimetres(4);
        return Theme.isShort ? side : Math.max(side, Math.ceil(twoLines));
    }
    required property TakeHomeViewModel takeHome

    signal turnedBack
    signal turnedPage

    spacing: 0

    BackButton {
        id: back

        Layout.maximumHeight: root.steadyHeight
        Layout.minimumHeight: root.steadyHeight
        card: root.card
        hasPageBefore: root.hasPageBefore

        onClicked: root.turnedBack()
    }
    SourcesButton {
        id: sources

        Layout.maximumHeight: root.steadyHeight
        Layout.minimumHeight: root.steadyHeight
        card: root.card
        visible: !root.takeHome.isOpen
    }
    TakeHomeButton {
        id: takeAway

        Layout.maximumHeight: root.steadyHeight
        Layout.minimumHeight: root.steadyHeight
        card: root.card
        takeHome: root.takeHome
        visible: root.takeHome.isOpen || root.card.isOnStep && root.card.endsChapter
    }
    EmergencyDoor {
        Layout.maximumHeight: root.steadyHeight
        Layout.minimumHeight: root.steadyHeight
        card: root.card
        isInRow: true
        room: root.roomForWarning
        visible: root.card.warning.length > 0 && !root.card.isFirst
    }
    Item {
        Layout.fillWidth: true
        visible: !forward.visible
    }
    ForwardButton {
        id: forward

        Layout.fillWidth: true
        Layout.maximumHeight: root.steadyHeight
        Layout.minimumHeight: root.steadyHeight
        card: root.card
        hasMore: root.hasMore
        visible: root.card.isOnStep || root.hasMore

        onTurnedPage: root.turnedPage()
    }
}
