import QtQuick
import Kiosk.Backend
import Kiosk.Controls

// Says which picture brings the screen back, once one was chosen.
BarButton {
    id: root

    required property CoverViewModel cover
    readonly property bool hasPicture: root.cover.picture >= 0

    iconBefore: root.hasPicture ? root.cover.icons[root.cover.picture] : "cover"
    isMain: true
    text: root.hasPicture ? qsTrId("cover.again").arg(root.cover.names[root.cover.picture]) : qsTrId("cover.title")

    onClicked: root.cover.hide()
}
