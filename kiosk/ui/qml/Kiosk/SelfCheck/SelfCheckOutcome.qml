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
    required property SelfCheckViewModel check
    readonly property bool hasMore: !root.onTopics && (pages.hasNext || root.topicsComeLater)
    readonly property bool hasSide: root.offersCall || root.showsTopics
    readonly property bool isWide: width > height
    readonly property bool offersCall: root.check.offersCall && !root.onTopics
    property bool onTopics: false
    readonly property bool showsTopics: root.check.topicTitles.length > 0 && (root.onTopics || !root.topicsComeLater)
    readonly property bool topicsComeLater: Theme.isShort && root.check.topicTitles.length > 0
    required property VisitViewModel visit

    spacing: Theme.gap

    Component.onCompleted: {
        if (root.check.offersCall)
            root.callback.lookWhetherOpen();
    }

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
        columns: root.isWide && root.hasSide && !root.onTopics ? 2 : 1
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
            visible: root.hasSide

            PrimaryButton {
                Layout.bottomMargin: Theme.gap
                Layout.fillWidth: true
                iconBefore: "call-back"
                text: qsTrId("bar.callback")
                visible: root.offersCall && !root.callback.isClosed

                onClicked: root.callback.open()
            }
            Heading {
                Layout.bottomMargin: Theme.gap
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap / 2
                capital: Theme.label
                text: qsTrId("check.call_at_desk")
                visible: root.offersCall && root.callback.isClosed
            }
            Heading {
                Layout.bottomMargin: Theme.millimetres(1)
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap / 2
                capital: Theme.label
                text: qsTrId("check.topics")
                visible: root.showsTopics
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
                    visible: root.showsTopics

                    onClicked: root.check.openTopic(topic.index)
                }
            }
            Item {
                Layout.fillHeight: true
                visible: root.onTopics
            }
        }
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: "close"
            text: qsTrId("bar.stop")

            onClicked: root.visit.home()
        }
        SecondaryButton {
            iconBefore: "back"
            shortcut: Qt.Key_PageUp
            text: qsTrId("bar.back")

            onClicked: {
                if (root.onTopics)
                    root.onTopics = false;
                else if (pages.hasBack)
                    pages.back();
                else
                    root.check.back();
            }
        }
        Item {
            Layout.fillWidth: true
        }
        NextButton {
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
