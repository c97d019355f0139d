import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    // Beside the page, where that leaves it room; large buttons would leave it none on little glass.
    readonly property bool areDoorsBeside: {
        if (!root.isWide || root.width < Theme.millimetres(330) || root.isCramped)
            return false;
        return 5 * (Theme.target + Theme.gap) <= root.height - bar.implicitHeight - root.spacing;
    }
    required property CallbackViewModel callback
    required property CardViewModel card
    // Ways and doors in one row: there is no room for two.
    readonly property bool isCompact: {
        const hasRoom = root.isCramped && root.width >= Theme.wide;
        return hasRoom && root.card.isOnStep && !root.isTeachBack;
    }
    // Large buttons on little glass.
    readonly property bool isCramped: root.isTight && Theme.hasEasyTouch
    readonly property bool isTeachBack: root.card.isTeachBack && root.card.isOnStep
    // A low part of a glass, or a small glass.
    readonly property bool isTight: root.height < Theme.millimetres(220)
    readonly property bool isWide: width > height

    // The question with its answers has no room beside them.
    readonly property bool needsWholePage: root.isCramped || !root.isWide && Theme.textSize > 2
    required property PictureViewModel picture
    required property SelfCheckPosterViewModel poster
    readonly property real rowHeight: Math.max(door.implicitHeight, ways.steadyHeight)
    required property TakeHomeViewModel takeHome
    // But for large letters the warning and the way on take turns, in a row of one height: a page whose shape
    // depended on how many pages there are might never come to rest.
    readonly property bool takesTurns: !root.isCompact && (root.isTight || Theme.textSize < 3)
    required property VisitViewModel visit

    spacing: Theme.isShort ? Theme.millimetres(2) : Theme.gap

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        columnSpacing: Theme.gap
        columns: root.areDoorsBeside ? 2 : 1
        rowSpacing: root.spacing

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: root.spacing

            CardPage {
                id: page

                Layout.fillHeight: true
                Layout.fillWidth: true
                card: root.card
                isTight: root.isTight
                isWide: root.isWide
                picture: root.picture
                takeHome: root.takeHome
            }
            Item {
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.preferredHeight: root.takesTurns ? root.rowHeight : warning.implicitHeight
                Layout.rightMargin: -Theme.gap / 2
                visible: {
                    if (!root.card.isFirst || page.hasBox || root.picture.isLarge)
                        return false;
                    return !(root.takesTurns && page.hasMore);
                }

                // As wide as the page while it is not its turn too: its height counts all the time.
                RowLayout {
                    id: warning

                    height: parent.height
                    spacing: 0
                    width: page.width + Theme.gap

                    EmergencyDoor {
                        id: door

                        Layout.fillWidth: true
                        card: root.card
                    }
                    PictureButton {
                        picture: root.picture
                        visible: !page.hasPicture && !root.isCompact
                    }
                    SourcesButton {
                        card: root.card
                        visible: root.isCompact
                    }
                    TakeHomeButton {
                        card: root.card
                        takeHome: root.takeHome
                        visible: root.isCompact
                    }
                }
            }
            Item {
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.preferredHeight: root.card.isFirst && root.takesTurns ? root.rowHeight : ways.steadyHeight
                Layout.rightMargin: -Theme.gap / 2
                visible: {
                    if (root.picture.isLarge || root.isCompact || page.hasBox)
                        return false;
                    return !root.card.isFirst || !root.takesTurns || page.hasMore;
                }

                CardWays {
                    id: ways

                    card: root.card
                    hasMore: page.hasMore
                    hasPageBefore: page.hasPageBefore
                    takeHome: root.takeHome
                    width: parent.width

                    onTurnedBack: page.turnBack()
                    onTurnedPage: page.turnPage()
                }
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: false
            Layout.fillWidth: !root.areDoorsBeside
            Layout.leftMargin: -Theme.gap / 2
            Layout.rightMargin: -Theme.gap / 2
            spacing: 0
            visible: root.card.isOnStep && !root.picture.isLarge && !(root.isTeachBack && root.needsWholePage)

            BackButton {
                card: root.card
                hasPageBefore: page.hasPageBefore
                visible: root.isCompact && (page.hasPageBefore || root.card.hasBack)

                onClicked: page.turnBack()
            }
            PictureButton {
                picture: root.picture
                visible: root.isCompact && root.card.isFirst && !page.hasPageBefore
            }
            ChapterDoors {
                Layout.fillWidth: !root.areDoorsBeside
                card: root.card
                isBeside: root.areDoorsBeside
                isOneRow: root.isWide && !root.areDoorsBeside
            }
            ForwardButton {
                card: root.card
                hasMore: page.hasMore
                isCompact: true
                visible: root.isCompact && (!root.card.isFirst || page.hasMore)

                onTurnedPage: page.turnPage()
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
        visible: !root.isWide && !root.card.isUrgent
        visit: root.visit
    }
    CardBar {
        id: bar

        Layout.fillWidth: true
        callback: root.callback
        card: root.card
        hasServices: root.isWide || root.card.isUrgent
        poster: root.poster
        visit: root.visit
    }
}
