import QtQuick
import Kiosk.Theme

BarButton {
    edge: Theme.urgent
    fill: Theme.urgent
    iconBefore: "hand"
    ink: Theme.inkOnPrimary
    isMain: true
    text: qsTrId("help.open")
}
