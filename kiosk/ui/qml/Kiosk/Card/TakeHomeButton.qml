import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

TouchButton {
    id: root

    required property CardViewModel card
    required property TakeHomeViewModel takeHome

    edge: Theme.shade(root.card.accents)
    iconBefore: root.takeHome.isOpen ? "close" : "phone-code"
    ink: Theme.shade(root.card.accents)
    isMain: !Theme.isShort
    shortcut: root.takeHome.isOpen ? Qt.Key_Escape : 0
    text: root.takeHome.isOpen ? qsTrId("take_home.close") : qsTrId("take_home.open")

    onClicked: root.takeHome.toggle()
}
