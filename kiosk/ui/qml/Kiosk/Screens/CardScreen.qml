import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: Theme.accent(root.card.card)
    required property CardViewModel card
    readonly property bool isWide: width > height
    required property VisitViewModel visit

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
            visible: !root.card.isTeachBack && !root.card.showsSources
        }
        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredHeight: root.isWide ? 1 : 54
            Layout.preferredWidth: root.isWide ? 48 : 1
            spacing: Theme.millimetres(3)

            Heading {
                Layout.fillWidth: true
                color: root.accent
                text: root.card.showsSources ? qsTrId("card.sources") : root.card.stepIndex === 0 ? root.card.headline : root.card.stepTitle
                visible: !root.card.isTeachBack || root.card.showsSources
            }
            Steps {
                Layout.fillWidth: true
                accent: root.accent
                count: root.card.stepCount
                index: root.card.stepIndex
                visible: !root.card.isTeachBack
            }
            PagedText {
                id: pages

                Layout.fillHeight: true
                Layout.fillWidth: true
                blocks: root.card.showsSources ? [...root.card.sources, root.card.isDraft ? qsTrId("review.draft_long") : qsTrId("review.signed").arg(root.card.reviewer).arg(root.card.reviewDate).arg(root.card.nextReview)] : root.card.blocks
                visible: !root.card.isTeachBack || root.card.showsSources
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
                    visible: !root.card.showsSources && (root.card.stepIndex > 0 || pages.hasBack)

                    onClicked: pages.hasBack ? pages.back() : root.card.back()
                }
                TouchButton {
                    Layout.fillWidth: root.card.showsSources
                    edge: root.accent
                    iconBefore: root.card.showsSources ? "close" : "info"
                    ink: root.accent
                    isMain: true
                    text: root.card.showsSources ? qsTrId("card.close_sources") : qsTrId("card.sources")

                    onClicked: root.card.toggleSources()
                }
                TouchButton {
                    edge: root.accent
                    iconAfter: "next"
                    ink: root.accent
                    isMain: true
                    text: qsTrId("card.more")
                    visible: root.card.showsSources && pages.hasNext

                    onClicked: pages.next()
                }
                TouchButton {
                    edge: root.accent
                    iconBefore: "start-over"
                    ink: root.accent
                    isMain: true
                    text: qsTrId("teach_back.again")
                    visible: root.card.isTeachBack && root.card.isAnswered && !root.card.isRight && !root.card.showsSources

                    onClicked: root.card.tryAgain()
                }
                TouchButton {
                    Layout.fillWidth: true
                    edge: root.accent
                    fill: root.accent
                    iconAfter: "next"
                    ink: Theme.inkOnPrimary
                    isMain: true
                    text: root.card.isTeachBack ? qsTrId("card.finish") : pages.hasNext ? qsTrId("card.more") : qsTrId("card.next")
                    visible: !root.card.showsSources

                    onClicked: pages.hasNext && !root.card.isTeachBack ? pages.next() : root.card.next()
                }
            }
        }
    }
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            iconBefore: "home"
            text: qsTrId("bar.home")

            onClicked: root.visit.home()
        }
        Item {
            Layout.fillWidth: true
        }
        TouchButton {
            edge: Theme.primary
            iconBefore: "self-check"
            ink: Theme.primary
            isMain: true
            text: qsTrId("bar.self_check")
            visible: root.visit.isSelfCheckOffered

            onClicked: root.visit.openSelfCheck()
        }
        PrimaryButton {
            iconBefore: "call-back"
            text: qsTrId("bar.callback")

            onClicked: root.visit.openCallback()
        }
    }
}
