pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Theme

ColumnLayout {
    id: root

    required property GuidedCheckViewModel check
    readonly property bool hasMore: !root.onTopics && (pages.hasNext || root.topicsComeLater)
    readonly property bool isWide: width > height
    property bool onTopics: false
    readonly property bool topicsComeLater: Theme.isShort && root.check.topicTitles.length > 0
    required property VisitViewModel visit

    spacing: Theme.gap

    PageMark {
        shows: root.onTopics ? "topics" : "outcome"
    }
    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        color: Theme.primary
        text: root.check.title
    }
    GridLayout {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        columnSpacing: Theme.margin
        columns: root.isWide && !root.topicsComeLater ? 2 : 1
        rowSpacing: Theme.gap

        PagedText {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            blocks: root.check.blocks
            visible: !root.onTopics
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignTop
            Layout.fillWidth: true
            Layout.preferredWidth: 2
            spacing: 0
            visible: root.check.topicTitles.length > 0 && (root.onTopics || !root.topicsComeLater)

            Heading {
                Layout.bottomMargin: Theme.millimetres(1)
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap / 2
                capital: Theme.label
                text: qsTrId("check.topics")
            }
            Repeater {
                model: root.check.topicTitles

                TouchButton {
                    id: topic

                    required property int index
                    required property string modelData

                    Layout.fillWidth: true
                    iconBefore: "book"
                    isLeading: true
                    isMain: !Theme.isShort
                    text: topic.modelData

                    onClicked: root.check.openTopic(topic.index)
                }
            }
        }
    }
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            iconBefore: "close"
            text: qsTrId("bar.stop")

            onClicked: root.visit.home()
        }
        TouchButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            edge: Theme.primary
            iconBefore: "back"
            ink: Theme.primary
            isMain: true
            text: qsTrId("bar.back")

            onClicked: root.onTopics ? root.onTopics = false : pages.hasBack ? pages.back() : root.check.back()
        }
        HelpButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth

            onClicked: root.visit.askForHelp()
        }
        Item {
            Layout.fillWidth: true
        }
        NextButton {
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            Layout.minimumWidth: leastWidth
            hasMore: root.hasMore
            last: qsTrId("bar.done")

            onClicked: {
                if (!root.hasMore)
                    root.visit.home();
                else if (pages.hasNext)
                    pages.next();
                else
                    root.onTopics = true;
            }
        }
    }
}
