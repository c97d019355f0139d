pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Screens

Item {
    id: root

    required property AboutViewModel about
    required property CallbackViewModel callback
    required property CardViewModel card
    required property HomeViewModel home
    required property SelfCheckViewModel selfCheck
    required property VisitViewModel visit

    Loader {
        active: root.visit.screen === "attract"
        anchors.fill: parent

        sourceComponent: AttractScreen {
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "home"
        anchors.fill: parent

        sourceComponent: HomeScreen {
            home: root.home
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "card"
        anchors.fill: parent

        sourceComponent: CardScreen {
            card: root.card
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "self_check"
        anchors.fill: parent

        sourceComponent: SelfCheckScreen {
            check: root.selfCheck
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "callback"
        anchors.fill: parent

        sourceComponent: CallbackScreen {
            callback: root.callback
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "help"
        anchors.fill: parent

        sourceComponent: HelpScreen {
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "about"
        anchors.fill: parent

        sourceComponent: AboutScreen {
            about: root.about
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.screen === "desk"
        anchors.fill: parent

        sourceComponent: DeskScreen {
        }
    }
}
