import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls

VisitBar {
    id: root

    required property CallbackViewModel callback
    required property CardViewModel card
    required property bool hasServices
    required property SelfCheckPosterViewModel poster

    QuietButton {
        iconBefore: "home"
        shortcut: Qt.Key_Escape
        text: qsTrId("bar.home")

        onClicked: root.visit.home()
    }
    Item {
        Layout.fillWidth: true
    }
    ServiceButtons {
        callback: root.callback
        offersCall: !root.card.isUrgent
        poster: root.poster
        visible: root.hasServices
        visit: root.visit
    }
}
