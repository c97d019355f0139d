import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// What cannot wait, in one sentence; it opens the signs that cannot wait either.
TouchButton {
    id: root

    required property CardViewModel card

    edge: Theme.urgent
    fill: Theme.urgentGround
    iconAfter: "next"
    iconBefore: "warning"
    ink: Theme.urgent
    isLeading: true
    isMain: !Theme.isShort
    text: root.card.warning

    onClicked: root.card.openChapter(Enums.Chapter.EMERGENCY)
}
