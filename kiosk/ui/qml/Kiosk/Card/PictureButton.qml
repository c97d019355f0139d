import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// To the picture of a page that has no room for it.
TouchButton {
    id: root

    required property PictureViewModel picture

    edge: Theme.shade(root.picture.accents)
    iconBefore: "look-closer"
    ink: Theme.shade(root.picture.accents)
    isMain: !Theme.isShort
    text: qsTrId("card.picture")

    onClicked: root.picture.enlarge(true)
}
