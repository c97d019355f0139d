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

    readonly property bool isWide: root.width > root.height
    required property QuestionsViewModel questions
    required property TakeHomeViewModel takeHome
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
            Layout.preferredWidth: root.isWide ? 48 : 1
            spacing: Theme.gap

            Heading {
                Layout.fillWidth: true
                capital: root.takeHome.isOpen ? Theme.heading : Theme.title
                text: root.takeHome.isOpen ? qsTrId("take_home.title") : qsTrId("questions.title")
            }
            PagedText {
                id: pages

                Layout.fillHeight: true
                Layout.fillWidth: true
                blocks: {
                    if (root.takeHome.isOpen)
                        return root.takeHome.blocks;
                    return [...root.questions.questions, qsTrId("questions.show"), qsTrId("questions.forget")];
                }
                columns: root.isWide && !root.takeHome.isOpen ? 2 : 1
            }
        }
    }
    TouchButton {
        Layout.alignment: Qt.AlignRight
        Layout.bottomMargin: -Theme.gap / 2
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        Layout.topMargin: -Theme.gap / 2
        edge: Theme.primary
        iconBefore: "phone-code"
        ink: Theme.primary
        isMain: !Theme.isShort
        text: qsTrId("take_home.open")
        visible: root.visit.questionCount > 0 && !root.takeHome.isOpen

        onClicked: root.takeHome.toggle()
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: "home"
            shortcut: Qt.Key_Escape
            text: qsTrId("bar.home")
            visible: !root.takeHome.isOpen

            onClicked: root.visit.home()
        }
        QuietButton {
            iconBefore: "close"
            shortcut: Qt.Key_Escape
            text: qsTrId("take_home.close")
            visible: root.takeHome.isOpen

            onClicked: root.takeHome.toggle()
        }
        SecondaryButton {
            iconBefore: "back"
            shortcut: Qt.Key_PageUp
            text: qsTrId("bar.back")
            visible: pages.hasBack

            onClicked: pages.back()
        }
        Item {
            Layout.fillWidth: true
        }
        NextButton {
            hasMore: pages.hasNext
            iconAfter: pages.hasNext ? "next" : ""
            iconBefore: pages.hasNext ? "" : "start-over"
            last: qsTrId("bar.start_over")
            shortcut: pages.hasNext ? Qt.Key_PageDown : 0
            visible: pages.hasNext || !root.takeHome.isOpen

            onClicked: pages.hasNext ? pages.next() : root.visit.startOver()
        }
    }
}
