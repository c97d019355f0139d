import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

PlainPage {
    id: root

    required property VisitViewModel visit

    blocks: [...root.visit.helpBlocks, ...root.visit.helpForStaff]
    hasHelp: false
    heading: root.visit.isClosingHelp ? qsTrId("help.close_question") : qsTrId("help.title")
    isOnePage: true

    QuietButton {
        iconBefore: "close"
        text: qsTrId("help.close_sure")
        visible: root.visit.isClosingHelp

        onClicked: root.visit.closeHelp()
    }
    PrimaryBarButton {
        iconAfter: "next"
        shortcut: Qt.Key_PageDown
        text: qsTrId("card.more")
        visible: root.hasNext && !root.visit.isClosingHelp

        onClicked: root.next()
    }
    Item {
        Layout.fillWidth: true
    }
    QuietButton {
        iconBefore: root.visit.isClosingHelp ? "hand" : "close"
        shortcut: Qt.Key_Escape
        text: root.visit.isClosingHelp ? qsTrId("help.keep") : qsTrId("help.close")

        onClicked: root.visit.askToCloseHelp(!root.visit.isClosingHelp)
    }
}
