pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.App
import Kiosk.Backend

Item {
    id: root

    required property CallbackViewModel callback
    required property SelfCheckPosterViewModel check
    required property GoingOn goingOn
    required property SelfCheckViewModel selfCheck
    required property VisitViewModel visit

    Loader {
        active: root.check.offer === Enums.Offer.STATIC
        anchors.fill: parent

        sourceComponent: SelfCheckPoster {
            check: root.check
            visit: root.visit
        }
    }
    Loader {
        active: root.check.offer === Enums.Offer.ASK_DESK
        anchors.fill: parent

        sourceComponent: SelfCheckNotReady {
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === Enums.SelfCheckPage.START
        anchors.fill: parent

        sourceComponent: SelfCheckStart {
            check: root.selfCheck
            visit: root.visit
        }
    }
    // Made while the start page is read.
    Loader {
        id: question

        readonly property bool isAsked: root.selfCheck.page === Enums.SelfCheckPage.QUESTION

        active: question.isAsked || root.selfCheck.page === Enums.SelfCheckPage.START
        anchors.fill: parent
        asynchronous: !question.isAsked
        visible: question.isAsked

        sourceComponent: SelfCheckQuestion {
            check: root.selfCheck
            goingOn: root.goingOn
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === Enums.SelfCheckPage.OUTCOME
        anchors.fill: parent

        sourceComponent: SelfCheckOutcome {
            callback: root.callback
            check: root.selfCheck
            visit: root.visit
        }
    }
    Loader {
        active: root.selfCheck.page === Enums.SelfCheckPage.NOW
        anchors.fill: parent

        sourceComponent: NowPanel {
            blocks: root.selfCheck.blocks
            code: root.selfCheck.code
            emergencyNumber: root.visit.emergencyNumber
            forStaff: root.selfCheck.blocksForStaff
            isClosing: root.selfCheck.isClosing
            title: root.selfCheck.title

            onCloseAsked: root.selfCheck.askToCloseNow(true)
            onClosed: root.selfCheck.closeNow()
            onKept: root.selfCheck.askToCloseNow(false)
        }
    }
}
