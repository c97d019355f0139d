import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

TouchButton {
    id: root

    required property CardViewModel card
    required property bool hasPageBefore

    Accessible.name: qsTrId("card.back")
    edge: Theme.shade(root.card.accents)
    iconBefore: "back"
    ink: Theme.shade(root.card.accents)
    isMain: !Theme.isShort
    shortcut: Qt.Key_PageUp
    visible: root.hasPageBefore || root.card.hasBack
}
