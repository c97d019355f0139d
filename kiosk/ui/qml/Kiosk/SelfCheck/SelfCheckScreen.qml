pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.App
import Kiosk.Backend

Item {
    id: root

    required property CallbackViewModel callback
    required property SelfCheckPosterViewModel check
    required property SelfCheckViewModel selfCheck
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
        active: root.selfCheck.page === "start"
        anchors.fill: parent

        sourceComponent: SelfCheckStart {
            check: root.selfCheck
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === "question"
        anchors.fill: parent

        sourceComponent: SelfCheckQuestion {
            check: root.selfCheck
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === "outcome"
        anchors.fill: parent

        sourceComponent: SelfCheckOutcome {
            callback: root.callback
            check: root.selfCheck
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === "now"
        anchors.fill: parent

        sourceComponent: NowPanel {
            blocks: root.selfCheck.blocks
            emergencyNumber: root.visit.emergencyNumber
            forStaff: root.selfCheck.blocksForStaff
            isClosing: root.selfCheck.isClosing
            title: root.selfCheck.title

            onClosed: root.selfCheck.closeNow()
        }
    }
}
