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
    required property CallbackViewModel callback
    required property CardViewModel card
    readonly property bool hasMore: root.card.isAsking ? questions.hasNext : pages.hasNext
    readonly property bool hasPageBefore: root.card.isAsking ? questions.hasBack : pages.hasBack
    readonly property bool hasPicture: {
        if (!root.card.isOnStep || Theme.isShort && (root.card.isAsking || root.card.isUrgent))
            return false;
        // With large buttons below it, text has no room beside a picture.
        if (Theme.isShort && Theme.hasEasyTouch && root.card.stepIndex > 0)
            return false;
        return !root.card.isTeachBack || root.card.isAnswered && !Theme.isShort;
    }
    readonly property bool isTeachBack: root.card.isTeachBack && root.card.isOnStep
    readonly property bool isWide: width > height
    required property PictureViewModel picture
    readonly property int pictureShare: {
        if (root.width < Theme.wide)
            return 40;
        return Theme.isShort ? 44 : 52;
    }
    required property SelfCheckPosterViewModel poster
    required property TakeHomeViewModel takeHome
    readonly property int textShare: {
        if (root.width < Theme.wide)
            return 60;
        return Theme.isShort && !root.takeHome.isOpen ? 56 : 48;
    }
    required property VisitViewModel visit

    function turnBack(): void {
        if (!root.hasPageBefore)
            root.card.back();
        else if (root.card.isAsking)
            questions.back();
        else
            pages.back();
    }
    function turnPage(): void {
        if (root.card.isAsking)
            questions.next();
        else
            pages.next();
    }

    spacing: Theme.gap

    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        columnSpacing: Theme.margin
        columns: root.isWide ? 2 : 1
        rowSpacing: Theme.gap

        CardPanel {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: root.isWide ? 1 : 46
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
            Layout.preferredHeight: root.isWide ? 1 : 54
            Layout.preferredWidth: root.isWide ? root.textShare : 1
            spacing: Theme.millimetres(3)
            visible: !root.picture.isLarge

            FromClinic {
                Layout.fillWidth: true
                visible: root.card.isFromClinic && root.card.isOnStep
            }
            Heading {
                Layout.fillWidth: true
                color: root.card.isUrgent ? Theme.urgent : root.accent
                text: root.card.heading
                visible: !root.isTeachBack
            }
            Steps {
                Layout.fillWidth: true
                accent: root.accent
                count: root.card.stepCount
                index: root.card.stepIndex
                part: root.card.isAsking ? 1 : (pages.page + 1) / pages.count
                visible: !root.card.isTeachBack && root.card.isOnStep
            }
            PagedText {
                id: pages

                Layout.bottomMargin: -Theme.gap / 2
                Layout.fillHeight: true
                Layout.fillWidth: true
                blocks: root.card.blocks
                keepsLists: root.card.isUrgent
                visible: !root.isTeachBack && !root.card.isAsking
            }
            PlainText {
                Layout.fillWidth: true
                capital: Theme.smallest
                color: Theme.inkSoft
                lineRatio: Theme.tightRatio
                text: qsTrId("card.keep_questions")
                visible: root.card.isAsking
            }
            ChoicePages {
                id: questions

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                choices: root.card.toAsk
                chosen: root.card.kept
                columns: root.card.isAsking && Theme.isShort && root.isWide ? 2 : 1
                visible: root.card.isAsking

                onTouched: index => root.card.keepQuestion(index)
            }
            TeachBack {
                Layout.fillHeight: true
                Layout.fillWidth: true
                card: root.card
                visible: root.isTeachBack
            }
            CardTurns {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                card: root.card
                hasMore: root.hasMore
                hasPageBefore: root.hasPageBefore
                takeHome: root.takeHome

                onTurnedBack: root.turnBack()
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
        Layout.fillWidth: true
        callback: root.callback
        card: root.card
        hasServices: root.isWide || root.card.isUrgent
        poster: root.poster
        visit: root.visit
    }
}
