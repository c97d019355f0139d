pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    readonly property int columns: Math.max(1, Math.min(root.mostColumns, Math.floor(grid.width / root.tileWidth)))
    required property HomeViewModel home
    readonly property real leastTileWidth: longestWord.advanceWidth + Theme.millimetres(8)
    readonly property int mostColumns: root.width > root.height ? 5 : 3
    property int page: 0
    readonly property int pageCount: Math.ceil((root.home.count + root.spare) / root.pageSize)
    readonly property int pageSize: root.columns * Math.max(1, Math.floor(grid.height / root.tileHeight))
    required property SelfCheckPosterViewModel poster
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
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            iconBefore: "start-over"
            shortcut: Qt.Key_Escape
            text: qsTrId("bar.start_over")

            onClicked: root.visit.finish()
        }
        QuietButton {
            iconBefore: "questions"
            text: qsTrId("questions.open").arg(root.visit.questionCount)
            visible: root.visit.questionCount > 0

            onClicked: root.visit.openQuestions()
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
        SecondaryButton {
            iconBefore: "self-check"
            text: qsTrId("bar.self_check")
            visible: root.visit.isSelfCheckOffered

            onClicked: root.poster.open()
        }
        PrimaryBarButton {
            iconBefore: "call-back"
            text: qsTrId("bar.callback")

            onClicked: root.callback.open()
        }
    }
}
