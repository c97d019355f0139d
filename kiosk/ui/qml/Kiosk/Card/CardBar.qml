import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

BottomBar {
    id: root

    required property CallbackViewModel callback
    required property CardViewModel card
    required property SelfCheckPosterViewModel poster
    required property VisitViewModel visit

    QuietButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.minimumWidth: leastWidth
        iconBefore: "home"
        text: qsTrId("bar.home")

        onClicked: root.visit.home()
    }
    Item {
        Layout.fillWidth: true
    }
    TouchButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.minimumWidth: leastWidth
        edge: Theme.primary
        iconBefore: "self-check"
        ink: Theme.primary
        isMain: true
        text: qsTrId("bar.self_check")
        visible: root.visit.isSelfCheckOffered

        onClicked: root.poster.open()
    }
    HelpButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.minimumWidth: leastWidth
        visible: root.card.isUrgent

        onClicked: root.visit.askForHelp()
    }
    PrimaryButton {
        Layout.fillWidth: true
        Layout.maximumWidth: implicitWidth
        Layout.minimumWidth: leastWidth
        iconBefore: "call-back"
        text: qsTrId("bar.callback")
        visible: !root.card.isUrgent

        onClicked: root.callback.open()
    }
}
