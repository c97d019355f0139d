import QtQuick
import Kiosk.Backend
import Kiosk.Theme

Item {
    id: root

    required property list<string> blocks
    property real capital: Theme.body
    readonly property int columnWidth: Math.min(root.longestLine, (root.width - Theme.margin * (root.columns - 1)) / root.columns)
    property int columns: 1
    readonly property alias count: pager.count
    readonly property alias hasBack: pager.hasBack
    readonly property alias hasNext: pager.hasNext
    readonly property int indent: Theme.pixels(root.capital) * 0.75
    readonly property int longestLine: Theme.pixels(root.capital) * 36
    readonly property alias page: pager.page

    function back(): void {
        pager.back();
    }
    function next(): void {
        pager.next();
    }

    PlainText {
        id: sample

        capital: root.capital
        visible: false
    }
    TextPager {
        id: pager

        blocks: root.blocks
        columns: root.columns
        family: Theme.family
        height: root.height
        indent: root.indent
        lineHeight: sample.lineHeight
        pixelSize: sample.font.pixelSize
        spacing: Theme.millimetres(Theme.isShort ? 2 : 3)
        width: root.columnWidth
    }
    PageMark {
        shows: `${pager.page}`
    }
    Row {
        spacing: Theme.margin

        TextBlocks {
            blocks: pager.shown
            capital: root.capital
            indent: root.indent
            spacing: pager.spacing
            width: root.columnWidth
        }
        TextBlocks {
            blocks: pager.shownBeside
            capital: root.capital
            indent: root.indent
            spacing: pager.spacing
            width: root.columnWidth
        }
    }
}
