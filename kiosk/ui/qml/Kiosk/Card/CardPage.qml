import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

// What a page of a card shows: its picture, and beside or below it text, choices or the question.
GridLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    required property CardViewModel card
    readonly property alias count: pages.count
    readonly property bool hasBox: root.isBoxed && root.card.isFirst
    readonly property bool hasMore: root.card.isAsking ? choices.hasNext : pages.hasNext
    readonly property bool hasPageBefore: root.card.isAsking ? choices.hasBack : pages.hasBack
    readonly property bool hasPicture: {
        if (root.picture.isLarge)
            return true;
        if (!root.card.isOnStep || root.isTight && root.card.isAsking)
            return false;
        if (root.card.isUrgent && (root.isTight || Theme.hasEasyTouch || Theme.textSize > 2))
            return false;
        // Beside large buttons, or below a picture in large letters, text has no room.
        if (root.isCramped || !root.isWide && Theme.textSize > 2 && (Theme.hasEasyTouch || !root.card.isFirst))
            return false;
        return !root.card.isTeachBack || root.card.isAnswered && !root.isTight;
    }
    // The warning stands in a box below the text, where that leaves the text its letters.
    readonly property bool isBoxed: root.isWide && !root.isTight && !Theme.hasEasyTouch && Theme.textSize < 3
    readonly property bool isCramped: root.isTight && Theme.hasEasyTouch
    readonly property bool isTeachBack: root.card.isTeachBack && root.card.isOnStep
    required property bool isTight
    required property bool isWide
    required property PictureViewModel picture
    readonly property int pictureShare: {
        if (!root.isWide)
            return Theme.textSize < 3 ? 56 : 44;
        if (root.hasBox)
            return 64;
        if (root.isTight)
            return root.card.isFirst && Theme.textSize < 3 ? 47 : 42;
        return [57, 57, 50, 42][Theme.textSize - 1];
    }
    required property TakeHomeViewModel takeHome

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
        Heading {
            Layout.fillWidth: true
            capital: Theme.label
            color: root.accent
            text: root.picture.title
            visible: root.card.isFirst && !root.isTight && Theme.textSize < 4 && root.picture.heading.length > 0
        }
        Heading {
            Layout.fillWidth: true
            // The largest letters leave text no room under a larger heading.
            capital: Math.min(Theme.heading, 9)
            color: root.card.isUrgent ? Theme.urgent : root.accent
            text: root.card.heading
            visible: !root.isTeachBack && !(root.isCramped && root.card.isAsking)
        }
        PagedText {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            blocks: root.takeHome.isOpen ? root.takeHome.blocks : root.card.blocks
            capital: root.isTight || !root.card.isOnStep ? Theme.body : Math.min(Theme.body * 1.35, 9.5)
            columns: root.isCramped && (root.card.isOnStep || root.width >= Theme.wide) ? 2 : 1
            isOnePage: root.card.isOnStep
            keepsLists: root.card.isUrgent
            least: root.isTight ? Theme.smallest : Theme.body
            visible: !root.isTeachBack && !root.card.isAsking
        }
        // As high with the way on as with the warning, or the text above might never come to rest.
        Item {
            Layout.fillWidth: true
            Layout.leftMargin: -Theme.gap / 2
            Layout.preferredHeight: door.implicitHeight
            Layout.rightMargin: -Theme.gap / 2
            visible: root.hasBox

            EmergencyDoor {
                id: door

                card: root.card
                visible: !pages.hasNext
                width: parent.width
            }
            ForwardButton {
                anchors.fill: parent
                card: root.card
                hasMore: true
                visible: pages.hasNext

                onTurnedPage: pages.next()
            }
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
            symbol: root.card.chapter === Enums.Chapter.DO ? "" : "book"
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
