import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property VisitViewModel visit

    spacing: Theme.gap

    Item {
        Layout.fillHeight: true
    }
    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        horizontalAlignment: Text.AlignHCenter
        text: qsTrId("check.ask_desk")
    }
    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: qsTrId("check.not_ready")
    }
    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
        text: root.visit.askDeskForStaff
    }
    Item {
        Layout.fillHeight: true
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        QuietButton {
            iconBefore: "home"
            shortcut: Qt.Key_Escape
            text: qsTrId("bar.home")

            onClicked: root.visit.home()
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
