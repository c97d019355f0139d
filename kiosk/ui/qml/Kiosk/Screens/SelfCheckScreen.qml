pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Components

Item {
    id: root

    required property CallbackViewModel callback
    required property SelfCheckViewModel check
    required property GuidedCheckViewModel guided
    required property VisitViewModel visit

    Loader {
        active: root.check.offer === "static"
        anchors.fill: parent

        sourceComponent: SelfCheckPoster {
            check: root.check
            visit: root.visit
        }
    }
    Loader {
        active: root.check.offer === "ask-desk"
        anchors.fill: parent

        sourceComponent: SelfCheckNotReady {
            visit: root.visit
        }
    }
    Loader {
        active: root.guided.page === "start"
        anchors.fill: parent

        sourceComponent: SelfCheckStart {
            check: root.guided
            visit: root.visit
        }
    }
    Loader {
        active: root.guided.page === "question"
        anchors.fill: parent

        sourceComponent: SelfCheckQuestion {
            check: root.guided
            visit: root.visit
        }
    }
    Loader {
        active: root.guided.page === "outcome"
        anchors.fill: parent

        sourceComponent: SelfCheckOutcome {
            callback: root.callback
            check: root.guided
            visit: root.visit
        }
    }
    Loader {
        active: root.guided.page === "now"
        anchors.fill: parent

        sourceComponent: NowPanel {
            blocks: root.guided.blocks
            emergencyNumber: root.visit.emergencyNumber
            forStaff: root.guided.blocksForStaff
            isClosing: root.guided.isClosing
            title: root.guided.title

            onClosed: root.guided.closeNow()
        }
    }
}
