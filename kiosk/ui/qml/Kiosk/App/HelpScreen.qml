import QtQuick
import Kiosk.Backend

NowPanel {
    id: root

    required property VisitViewModel visit

    blocks: root.visit.helpBlocks
    emergencyNumber: root.visit.emergencyNumber
    forStaff: root.visit.helpForStaff
    isClosing: root.visit.isClosingHelp
    title: qsTrId("help.title")

    onCloseAsked: root.visit.askToCloseHelp(true)
    onClosed: root.visit.closeHelp()
    onKept: root.visit.askToCloseHelp(false)
}
