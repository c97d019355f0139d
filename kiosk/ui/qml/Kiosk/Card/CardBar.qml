import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls

BottomBar {
    id: root

    required property CallbackViewModel callback
    required property CardViewModel card
    required property SelfCheckPosterViewModel poster
    required property VisitViewModel visit

    QuietButton {
        iconBefore: "home"
        shortcut: Qt.Key_Escape
        text: qsTrId("bar.home")

        onClicked: root.visit.home()
    }
    Item {
        Layout.fillWidth: true
    }
    SecondaryButton {
        iconBefore: "self-check"
        text: qsTrId("bar.self_check")
        visible: root.visit.isSelfCheckOffered

        onClicked: root.poster.open()
    }
    HelpButton {
        visible: root.card.isUrgent

        onClicked: root.visit.askForHelp()
    }
    PrimaryBarButton {
        iconBefore: "call-back"
        text: qsTrId("bar.callback")
        visible: !root.card.isUrgent

        onClicked: root.callback.open()
    }
}
