pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    required property CardViewModel card

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        // The largest letters leave three answers no room under a larger question.
        capital: Math.min(Theme.heading, 9)
        color: root.accent
        text: root.card.question
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.millimetres(3)
        visible: root.card.isAnswered

        Icon {
            Layout.preferredHeight: Theme.pixels(Theme.body)
            Layout.preferredWidth: Theme.pixels(Theme.body)
            color: root.accent
            symbol: root.card.isRight ? "check" : "question"
        }
        PlainText {
            Accessible.role: Accessible.Notification
            Layout.fillWidth: true
            color: root.accent
            font.bold: true
            text: root.card.isRight ? qsTrId("teach_back.right") : qsTrId("teach_back.another_way")
        }
    }
    GridLayout {
        Layout.fillHeight: false
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap / 2
        Layout.rightMargin: -Theme.gap / 2
        columnSpacing: 0
        columns: root.width > root.height ? 3 : 1
        rowSpacing: 0
        uniformCellHeights: columns > 1
        visible: !root.card.isAnswered

        Repeater {
            model: root.card.answers

            TouchButton {
                id: option

                required property int index
                required property string modelData

                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                capital: Theme.body
                isLeading: true
                isMain: true
                takesFirst: true
                text: option.modelData

                onClicked: root.card.answer(option.index)
            }
        }
    }
    PagedText {
        Layout.fillHeight: true
        Layout.fillWidth: true
        blocks: root.card.feedback
    }
}
