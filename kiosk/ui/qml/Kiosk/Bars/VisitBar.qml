import QtQuick
import Kiosk.Backend
import Kiosk.Controls

// The bottom of a visitor's screen: help is in its corner, whatever follows.
BottomBar {
    id: root

    required property VisitViewModel visit

    HelpButton {
        id: help

        onClicked: root.visit.askForHelp()
    }
}
