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
    readonly property bool isNarrow: root.room < Theme.millimetres(Theme.hasEasyTouch ? 280 : 230)
    // So wide the row is; its own width is not known while it is hidden.
    required property real room
    // The same whatever the buttons say: a row that grew on the last page of a text would make it another page.
    readonly property int rowHeight: {
        const side = Theme.gap + (Theme.isShort ? Theme.target : Theme.mainTarget);
        const twoLines = 2 * Theme.tightRatio * Theme.pixels(Theme.label) + Theme.gap + Theme.millimetres(4);
        return root.isNarrow || Theme.textSize > 2 ? Math.max(side, Math.ceil(twoLines)) : side;
    }
    readonly property int steadyHeight: (root.isNarrow ? 2 : 1) * root.rowHeight
    required property TakeHomeViewModel takeHome

    signal turnedBack
    signal turnedPage

    columnSpacing: 0
    columns: root.isNarrow ? 2 : 4
    rowSpacing: 0

    BackButton {
        Layout.fillWidth: root.isNarrow
        Layout.maximumHeight: root.rowHeight
        Layout.minimumHeight: root.rowHeight
        Layout.preferredWidth: root.isNarrow ? 1 : -1
        card: root.card
        hasPageBefore: root.hasPageBefore

        onClicked: root.turnedBack()
    }
    SourcesButton {
        Layout.fillWidth: root.isNarrow
        Layout.maximumHeight: root.rowHeight
        Layout.minimumHeight: root.rowHeight
        Layout.preferredWidth: root.isNarrow ? 1 : -1
        card: root.card
        visible: !root.takeHome.isOpen
    }
    TakeHomeButton {
        Layout.fillWidth: root.isNarrow
        Layout.maximumHeight: root.rowHeight
        Layout.minimumHeight: root.rowHeight
        Layout.preferredWidth: root.isNarrow ? 1 : -1
        card: root.card
        takeHome: root.takeHome
        visible: root.takeHome.isOpen || root.card.isOnStep && root.card.endsChapter
    }
    Item {
        Layout.fillWidth: true
        visible: !forward.visible
    }
    ForwardButton {
        id: forward

        Layout.fillWidth: true
        Layout.maximumHeight: root.rowHeight
        Layout.minimumHeight: root.rowHeight
        Layout.preferredWidth: root.isNarrow ? 1 : -1
        card: root.card
        hasMore: root.hasMore
        isNarrow: root.isNarrow
        visible: root.card.isOnStep || root.hasMore

        onTurnedPage: root.turnedPage()
    }
}
