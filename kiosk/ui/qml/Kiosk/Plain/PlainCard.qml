import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls

PlainPage {
    id: root

    required property PlainViewModel plain
    required property VisitViewModel visit

    blocks: root.plain.blocks
    heading: root.plain.heading

    onHelpAsked: root.visit.askForHelp()

    QuietButton {
        iconBefore: "home"
        shortcut: Qt.Key_Escape
        text: qsTrId("bar.home")

        onClicked: root.visit.home()
    }
    Item {
        Layout.fillWidth: true
    }
    SecondaryButton {
        iconBefore: "back"
        shortcut: Qt.Key_PageUp
        text: qsTrId("bar.back")
        visible: root.hasPageBefore || root.plain.hasBack

        onClicked: {
            if (root.hasPageBefore)
                root.back();
            else
                root.plain.back();
        }
    }
    PrimaryBarButton {
        iconAfter: "next"
        shortcut: Qt.Key_PageDown
        text: root.hasNext ? qsTrId("card.more") : qsTrId("card.next")
        visible: root.hasNext || root.plain.hasNext

        onClicked: {
            if (root.hasNext)
                root.next();
            else
                root.plain.next();
        }
    }
}
