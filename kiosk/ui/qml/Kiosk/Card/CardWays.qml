import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Theme

// Back, sources, take home and on, in a row, or in two columns where that is too narrow.
GridLayout {
    id: root

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

    BackButton {
        Layout.fillWidth: root.isNarrow
        card: root.card
        hasPageBefore: root.hasPageBefore

        onClicked: root.turnedBack()
    }
    SourcesButton {
        Layout.fillWidth: root.isNarrow
        card: root.card
        visible: !root.takeHome.isOpen
    }
    TakeHomeButton {
        Layout.fillWidth: root.isNarrow
        card: root.card
        takeHome: root.takeHome
        visible: root.takeHome.isOpen || root.card.isOnStep && root.card.endsChapter && !root.hasMore
    }
    Item {
        Layout.fillWidth: true
        visible: !forward.visible
    }
    ForwardButton {
        id: forward

        Layout.fillWidth: true
        card: root.card
        hasMore: root.hasMore
        visible: root.card.isOnStep || root.hasMore

        onTurnedPage: root.turnedPage()
    }
}
