import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: Theme.accent(root.card.card)
    required property CardViewModel card
    readonly property bool hasMore: root.isAsking ? questions.hasNext : pages.hasNext
    readonly property bool hasPageBefore: root.isAsking ? questions.hasBack : pages.hasBack
    readonly property bool isAsking: root.card.toAsk.length > 0 && !root.card.showsSources
    readonly property bool isWide: width > height
    required property SelfCheckViewModel selfCheck
    required property VisitViewModel visit

    function turnBack(): void {
        if (!root.hasPageBefore)
            root.card.back();
        else if (root.isAsking)
            questions.back();
        else
            pages.back();
    }
    function turnPage(): void {
        if (root.isAsking)
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
            Layout.preferredWidth: root.isWide ? 52 : 1
            card: root.card
            visible: (!root.card.isTeachBack || root.card.isAnswered && !Theme.isShort) && !root.card.showsSources && !(root.isAsking && Theme.isShort)
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: root.isWide ? 1 : 54
            Layout.preferredWidth: root.isWide ? 48 : 1
            spacing: Theme.millimetres(3)

            FromClinic {
                Layout.fillWidth: true
                visible: root.card.isFromClinic && !root.card.showsSources
            }
            Heading {
                Layout.fillWidth: true
                color: root.card.isUrgent ? Theme.urgent : root.accent
                text: root.card.showsSources ? qsTrId("card.sources") : root.card.stepIndex === 0 ? root.card.headline : root.card.stepTitle
                visible: !root.card.isTeachBack || root.card.showsSources
            }
            Steps {
                Layout.fillWidth: true
                accent: root.accent
                count: root.card.stepCount
                index: root.card.stepIndex
                part: root.isAsking ? 1 : (pages.page + 1) / pages.count
                visible: !root.card.isTeachBack && !root.card.showsSources
            }
            PagedText {
                id: pages

                Layout.bottomMargin: -Theme.gap / 2
                Layout.fillHeight: true
                Layout.fillWidth: true
                blocks: root.card.showsSources ? [root.card.isDraft ? qsTrId("review.draft_long") : qsTrId("review.signed").arg(root.card.reviewer).arg(root.card.reviewDate).arg(root.card.nextReview), ...root.card.sources] : root.card.blocks
                visible: (!root.card.isTeachBack || root.card.showsSources) && !root.isAsking
            }
            PlainText {
                Layout.fillWidth: true
                capital: Theme.smallest
                color: Theme.inkSoft
                lineRatio: Theme.tightRatio
                text: qsTrId("card.keep_questions")
                visible: root.isAsking
            }
            ChoicePages {
                id: questions

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                choices: root.card.toAsk
                chosen: root.card.kept
                columns: root.isAsking && Theme.isShort && root.isWide ? 2 : 1
                visible: root.isAsking

                onTouched: index => root.card.keepQuestion(index)
            }
            TeachBack {
                Layout.fillHeight: true
                Layout.fillWidth: true
                card: root.card
                visible: root.card.isTeachBack && !root.card.showsSources
            }
            RowLayout {
                Layout.fillWidth: true
                Layout.leftMargin: -Theme.gap / 2
                Layout.rightMargin: -Theme.gap / 2
                spacing: 0

                TouchButton {
                    Accessible.name: qsTrId("card.back")
                    edge: root.accent
                    iconBefore: "back"
                    ink: root.accent
                    isMain: true
                    visible: root.hasPageBefore || !root.card.showsSources && root.card.stepIndex > 0

                    onClicked: root.turnBack()
                }
                TouchButton {
                    edge: root.accent
                    iconBefore: root.card.showsSources ? "close" : "book"
                    ink: root.accent
                    isMain: true
                    text: root.card.showsSources ? qsTrId("card.close_sources") : qsTrId("card.sources")

                    onClicked: root.card.toggleSources()
                }
                Item {
                    Layout.fillWidth: true
                    visible: !forward.visible
                }
                TouchButton {
                    id: forward

                    Layout.fillWidth: true
                    edge: root.accent
                    fill: root.accent
                    iconAfter: "next"
                    ink: Theme.inkOnPrimary
                    isMain: true
                    text: root.hasMore ? qsTrId("card.more") : qsTrId("card.next")
                    visible: root.card.showsSources ? root.hasMore : !root.card.isTeachBack

                    onClicked: root.hasMore ? root.turnPage() : root.card.next()
                }
                TouchButton {
                    Layout.fillWidth: true
                    edge: root.accent
                    fill: root.accent
                    iconBefore: root.card.isRight ? "home" : "start-over"
                    ink: Theme.inkOnPrimary
                    isMain: true
                    text: root.card.isRight ? qsTrId("card.finish") : qsTrId("teach_back.again")
                    visible: root.card.isTeachBack && root.card.isAnswered && !root.card.showsSources

                    onClicked: root.card.isRight ? root.card.next() : root.card.tryAgain()
                }
            }
        }
    }
    CardBar {
        Layout.fillWidth: true
        card: root.card
        selfCheck: root.selfCheck
        visit: root.visit
    }
}
