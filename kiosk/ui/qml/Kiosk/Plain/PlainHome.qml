import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls

PlainPage {
    id: root

    required property PlainViewModel plain
    required property VisitViewModel visit

    choices: root.plain.titles
    heading: qsTrId("home.title")

    onChosen: index => root.plain.open(index)
    onHelpAsked: root.visit.askForHelp()

    QuietButton {
        iconBefore: "start-over"
        shortcut: Qt.Key_Escape
        text: qsTrId("bar.start_over")

        onClicked: root.visit.startOver()
    }
    Item {
        Layout.fillWidth: true
    }
    SecondaryButton {
        iconBefore: "back"
        shortcut: Qt.Key_PageUp
        text: qsTrId("bar.back")
        visible: root.hasPageBefore

        onClicked: root.back()
    }
    SecondaryButton {
        iconAfter: "next"
        shortcut: Qt.Key_PageDown
        text: qsTrId("home.more")
        visible: root.hasNext

        onClicked: root.next()
    }
    PrimaryBarButton {
        iconBefore: "call-back"
        text: qsTrId("bar.callback")

        onClicked: root.plain.call()
    }
}
