import QtQuick
import Kiosk.Backend
import Kiosk.Theme

Item {
    id: root

    required property list<string> blocks
    property real capital: Theme.body
    property alias columns: pager.columns
    readonly property alias count: pager.count
    readonly property alias hasBack: pager.hasBack
    readonly property alias hasNext: pager.hasNext
    property alias isOnePage: pager.isOnePage
    property alias keepsLists: pager.keepsLists

    // So small it may get to stand on one page.
    property real least: Theme.smallest
    readonly property alias page: pager.page

    function back(): void {
        pager.back();
    }
    function next(): void {
        pager.next();
    }

    TextPager {
        id: pager

        blocks: root.blocks
        columnGap: Theme.margin
        family: Theme.family
        height: root.height
        leastPixelSize: Theme.pixels(root.least)
        lineRatio: Theme.lineRatio
        longestLine: Theme.pixels(root.capital) * 36
        pixelSize: Theme.pixels(root.capital)
        spacing: Theme.millimetres(Theme.isShort ? 2 : 3)
        width: root.width
    }
    PageMark {
        shows: `${pager.page}`
    }
    Row {
        spacing: pager.columnGap

        TextBlocks {
            blocks: pager.shown
            indent: pager.indent
            pixelSize: pager.fittedPixelSize
            spacing: pager.spacing
            whole: root.blocks
            width: Math.floor(pager.columnWidth)
        }
        TextBlocks {
            blocks: pager.shownBeside
            indent: pager.indent
            pixelSize: pager.fittedPixelSize
            spacing: pager.spacing
            whole: root.blocks
            width: Math.floor(pager.columnWidth)
        }
    }
}
