import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    // Beside the page, where that leaves it room.
    readonly property bool areDoorsBeside: root.isWide && !(root.isCramped && root.width >= Theme.wide)
    required property CallbackViewModel callback
    required property CardViewModel card
    readonly property bool hasMore: root.card.isAsking ? choices.hasNext : pages.hasNext
    readonly property bool hasPageBefore: root.card.isAsking ? choices.hasBack : pages.hasBack
    readonly property bool hasPicture: {
        if (!root.card.isOnStep || root.isTight && (root.card.isAsking || root.card.isUrgent))
            return false;
        // With large buttons below it, text has no room beside a picture.
        if (root.isCramped)
            return false;
        return !root.card.isTeachBack || root.card.isAnswered && !root.isTight;
    }
    // Ways and doors in one row: there is no room for two.
    readonly property bool isCompact: root.isCramped && !root.areDoorsBeside && root.card.isOnStep && !root.isTeachBack
    // Large buttons on little glass.
    readonly property bool isCramped: root.isTight && Theme.hasEasyTouch
    readonly property bool isTeachBack: root.card.isTeachBack && root.card.isOnStep
    // A low part of a glass, or a small glass.
    readonly property bool isTight: root.height < Theme.millimetres(200)
    readonly property bool isWide: width > height
    required property PictureViewModel picture
    readonly property int pictureShare: {
        if (!root.isWide && Theme.textSize < 3)
            return 56;
        if (root.isTight)
            return 42;
        return root.isWide && Theme.textSize < 3 ? 56 : 50;
    }
    required property SelfCheckPosterViewModel poster
    required property TakeHomeViewModel takeHome
    required property VisitViewModel visit

    function turnBack(): void {
        if (!root.hasPageBefore)
            root.card.back();
        else if (root.card.isAsking)
            choices.back();
        else
            pages.back();
    }
    function turnPage(): void {
        if (root.card.isAsking)
            choices.next();
        else
            pages.next();
    }

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

            GridLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                columnSpacing: root.isTight ? Theme.gap : Theme.margin
                columns: root.isWide ? 2 : 1
                rowSpacing: Theme.gap

                CardPanel {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: root.isWide ? 1 : root.pictureShare
                    Layout.preferredWidth: root.isWide ? root.pictureShare : 1
                    picture: root.picture
                    visible: root.hasPicture
                }
                PhoneCode {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: root.isWide ? 1 : 46
                    Layout.preferredWidth: root.isWide ? 52 : 1
                    code: root.takeHome.code
                    squares: root.takeHome.squares
                    visible: root.takeHome.isOpen
                }
                ColumnLayout {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredHeight: root.isWide ? 1 : 100 - root.pictureShare
                    Layout.preferredWidth: root.isWide ? 100 - root.pictureShare : 1
                    spacing: Theme.millimetres(root.isTight ? 1 : 3)
                    visible: !root.picture.isLarge

                    FromClinic {
                        Layout.fillWidth: true
                        visible: root.card.isFromClinic && root.card.isOnStep
                    }
                    PlainText {
                        Layout.fillWidth: true
                        capital: Theme.label
                        color: root.accent
                        font.bold: true
                        text: root.picture.title
                        visible: root.card.isFirst && !root.isTight && root.picture.heading.length > 0
                    }
                    Heading {
                        Layout.fillWidth: true
                        color: root.card.isUrgent ? Theme.urgent : root.accent
                        text: root.card.heading
                        visible: !root.isTeachBack && !(root.isCramped && root.card.isAsking)
                    }
                    PagedText {
                        id: pages

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        blocks: root.card.blocks
                        capital: root.isTight || !root.card.isOnStep ? Theme.body : Math.min(Theme.body * 1.35, 9.5)
                        columns: root.isCramped && !root.areDoorsBeside ? 2 : 1
                        isOnePage: root.card.isOnStep
                        keepsLists: root.card.isUrgent
                        least: root.isTight ? Theme.smallest : Theme.body
                        visible: !root.isTeachBack && !root.card.isAsking
                    }
                    PlainText {
                        Layout.fillWidth: true
                        capital: Theme.smallest
                        color: Theme.inkSoft
                        lineRatio: Theme.tightRatio
                        text: qsTrId("card.keep_questions")
                        visible: root.card.isAsking && root.card.chapter === Enums.Chapter.DO && !root.isCramped
                    }
                    ChoicePages {
                        id: choices

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.leftMargin: -Theme.gap / 2
                        Layout.rightMargin: -Theme.gap / 2
                        choices: root.card.choices
                        chosen: root.card.chosen
                        columns: root.card.isAsking && root.isTight && root.isWide ? 2 : 1
                        symbol: root.card.chapter === Enums.Chapter.MORE ? "book" : ""
                        visible: root.card.isAsking

                        onTouched: index => root.card.choose(index)
                    }
                    TeachBack {
                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        card: root.card
                        visible: root.isTeachBack
                    }
                }
            }
            RowLayout {
                Layout.fillHeight: false
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                spacing: 0
                visible: root.card.isFirst && !root.picture.isLarge

                EmergencyDoor {
                    Layout.fillWidth: true
                    text: root.card.warning

                    onClicked: root.card.openChapter(Enums.Chapter.EMERGENCY)
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
            CardWays {
                Layout.fillHeight: false
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                card: root.card
                hasMore: root.hasMore
                hasPageBefore: root.hasPageBefore
                takeHome: root.takeHome
                visible: {
                    if (root.picture.isLarge || root.isCompact)
                        return false;
                    return !root.card.isFirst || pages.count > 1;
                }

                onTurnedBack: root.turnBack()
                onTurnedPage: root.turnPage()
            }
        }
        RowLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillHeight: false
            Layout.fillWidth: !root.areDoorsBeside
            Layout.leftMargin: -Theme.gap / 2
            Layout.rightMargin: -Theme.gap / 2
            spacing: 0
            visible: root.card.isOnStep && !root.picture.isLarge && !(root.isTeachBack && root.isCramped)

            BackButton {
                card: root.card
                hasPageBefore: root.hasPageBefore
                visible: root.isCompact && (root.hasPageBefore || root.card.hasBack)

                onClicked: root.turnBack()
            }
            ChapterDoors {
                Layout.fillWidth: !root.areDoorsBeside
                card: root.card
                isBeside: root.areDoorsBeside
                isOneRow: root.isCompact
                room: root.height - bar.implicitHeight - root.spacing
            }
            ForwardButton {
                card: root.card
                hasMore: root.hasMore
                isCompact: true
                visible: root.isCompact && (!root.card.isFirst || root.hasMore)

                onTurnedPage: root.turnPage()
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
