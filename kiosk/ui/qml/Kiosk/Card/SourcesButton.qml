import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

TouchButton {
    id: root

    required property CardViewModel card

    edge: Theme.shade(root.card.accents)
    iconBefore: root.card.showsSources ? "close" : "book"
    ink: Theme.shade(root.card.accents)
    isMain: !Theme.isShort
    shortcut: root.card.showsSources ? Qt.Key_Escape : 0
    text: root.card.showsSources ? qsTrId("card.close_sources") : qsTrId("card.sources")

    onClicked: root.card.toggleSources()
}
