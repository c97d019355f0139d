import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

RowLayout {
    id: root

    readonly property color accent: Theme.shade(root.card.accents)
    required property CardViewModel card
    required property bool hasMore
    required property bool hasPageBefore
    required property TakeHomeViewModel takeHome

    signal turnedBack
    signal turnedPage

    spacing: 0

    TouchButton {
        Accessible.name: qsTrId("card.back")
        edge: root.accent
        iconBefore: "back"
        ink: root.accent
        isMain: true
        shortcut: Qt.Key_PageUp
        visible: root.hasPageBefore || root.card.isOnStep && root.card.stepIndex > 0

        onClicked: root.turnedBack()
    }
    TouchButton {
        edge: root.accent
        iconBefore: root.card.showsSources ? "close" : "book"
        ink: root.accent
        isMain: true
        shortcut: root.card.showsSources ? Qt.Key_Escape : 0
        text: root.card.showsSources ? qsTrId("card.close_sources") : qsTrId("card.sources")
        visible: !root.takeHome.isOpen

        onClicked: root.card.toggleSources()
    }
    TouchButton {
        edge: root.accent
        iconBefore: root.takeHome.isOpen ? "close" : "phone-code"
        ink: root.accent
        isMain: true
        shortcut: root.takeHome.isOpen ? Qt.Key_Escape : 0
        text: root.takeHome.isOpen ? qsTrId("take_home.close") : qsTrId("take_home.open")
        visible: !root.card.isOnStep || root.card.isTeachBack && !root.card.isAnswered

        onClicked: root.takeHome.toggle()
    }
    Item {
        Layout.fillWidth: true
        visible: !forward.visible
    }
    TouchButton {
        id: forward

        Layout.fillWidth: true
        edge: root.accent
        fill: root.accent
        iconAfter: "next"
        ink: Theme.inkOnPrimary
        isMain: true
        shortcut: Qt.Key_PageDown
        text: root.hasMore ? qsTrId("card.more") : qsTrId("card.next")
        visible: root.card.isOnStep ? !root.card.isTeachBack : root.hasMore

        onClicked: root.hasMore ? root.turnedPage() : root.card.next()
    }
    TouchButton {
        Layout.fillWidth: true
        edge: root.accent
        fill: root.accent
        iconBefore: root.card.isRight ? "home" : "start-over"
        ink: Theme.inkOnPrimary
        isMain: true
        takesFirst: true
        text: root.card.isRight ? qsTrId("card.finish") : qsTrId("teach_back.again")
        visible: root.card.isTeachBack && root.card.isOnStep && root.card.isAnswered

        onClicked: root.card.isRight ? root.card.next() : root.card.tryAgain()
    }
}
