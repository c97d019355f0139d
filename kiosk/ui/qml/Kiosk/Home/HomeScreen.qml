pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    readonly property int columns: Math.max(1, Math.min(root.mostColumns, Math.floor(grid.width / root.tileWidth)))
    required property HomeViewModel home
    readonly property bool isWide: root.width > Math.max(root.height, Theme.wide)
    readonly property real leastTileWidth: longestWord.advanceWidth + Theme.millimetres(8)
    readonly property int mostColumns: root.isWide && !Theme.hasEasyTouch ? 5 : 3
    readonly property int mostRows: Theme.mostChoices > 0 ? Theme.mostChoices / root.mostColumns : 99
    property int page: 0
    readonly property int pageCount: Math.ceil((root.home.count + root.spare) / root.pageSize)
    readonly property int pageSize: root.columns * Math.max(1, Math.min(root.mostRows, root.rowsWithRoom))
    required property SelfCheckPosterViewModel poster
    readonly property int rowsWithRoom: Math.floor(grid.height / root.tileHeight)
    readonly property int screen: root.visit.screen
    readonly property int spare: root.columns === 5 ? 1 : 0
    readonly property int tileHeight: Theme.millimetres(24) + root.tileTextHeight + Theme.gap
    readonly property real tileTextHeight: Theme.pixels(Theme.tile) * Theme.tightRatio * 2
    readonly property int tileWidth: Math.max(Theme.pixels(Theme.tile) * 7.5, root.leastTileWidth) + Theme.gap
    required property VisitViewModel visit

    spacing: Theme.gap

    onScreenChanged: root.page = 0

    PageMark {
        shows: `${root.page}`
    }
    TextMetrics {
        id: longestWord

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(Theme.tile)
        text: root.home.longestWord
    }
    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        text: qsTrId("home.title")
    }
    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.label
        color: Theme.inkSoft
        lineRatio: Theme.tightRatio
        text: qsTrId("home.subtitle")
        visible: !Theme.isShort
    }
    GridLayout {
        id: grid

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin - Theme.gap / 2
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        columnSpacing: 0
        columns: root.columns
        rowSpacing: 0
        uniformCellHeights: true
        uniformCellWidths: true

        Repeater {
            model: root.home.tiles

            Tile {
                id: tile

                required property string card
                required property int index
                required property string picture
                required property string tint
                required property string title

                Layout.columnSpan: tile.index === 0 && root.columns === 5 ? 2 : 1
                Layout.fillHeight: true
                Layout.fillWidth: true
                ground: tile.tint
                source: tile.picture
                text: tile.title
                visible: Math.floor((tile.index + (tile.index > 0 ? root.spare : 0)) / root.pageSize) === root.page

                onClicked: root.home.open(tile.card)
            }
        }
    }
    ServiceButtons {
        Layout.alignment: Qt.AlignRight
        Layout.bottomMargin: -Theme.gap / 2
        Layout.leftMargin: Theme.margin - Theme.gap / 2
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        callback: root.callback
        poster: root.poster
        visible: !root.isWide
        visit: root.visit
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        // Questions that were kept are shown before they are forgotten: there it is started over.
        QuietButton {
            readonly property bool hasQuestions: root.visit.questionCount > 0

            iconBefore: hasQuestions ? "questions" : "start-over"
            shortcut: Qt.Key_Escape
            text: hasQuestions ? qsTrId("questions.open").arg(root.visit.questionCount) : qsTrId("bar.start_over")

            onClicked: root.visit.finish()
        }
        Item {
            Layout.fillWidth: true
        }
        BarButton {
            iconAfter: "next"
            isMain: true
            shortcut: Qt.Key_PageDown
            text: qsTrId("home.more")
            visible: root.pageCount > 1

            onClicked: root.page = (root.page + 1) % root.pageCount
        }
        ServiceButtons {
            callback: root.callback
            poster: root.poster
            visible: root.isWide
            visit: root.visit
        }
    }
}
