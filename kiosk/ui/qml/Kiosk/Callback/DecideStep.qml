import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.topMargin: Theme.margin
        capital: Theme.title
        text: root.callback.heading
    }
    PlainText {
        Layout.fillWidth: true
        text: root.callback.blocks.join(" ")
    }
    GridLayout {
        Layout.fillWidth: true
        columnSpacing: Theme.gap
        columns: Theme.isShort ? 2 : 1
        rowSpacing: Theme.gap

        PrimaryButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Theme.body
            iconBefore: "back"
            shortcut: Qt.Key_Escape
            takesFirst: true
            text: root.callback.stayLabel

            onClicked: root.callback.keepOn()
        }
        TouchButton {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Theme.body
            edge: Theme.urgent
            iconBefore: "close"
            ink: Theme.urgent
            isMain: true
            text: root.callback.leaveLabel

            onClicked: root.callback.giveUp()
        }
    }
    Item {
        Layout.fillHeight: true
    }
}
