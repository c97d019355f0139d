import QtQuick
import Kiosk.Theme

TouchButton {
    edge: Theme.urgent
    fill: Theme.urgent
    iconBefore: "hand"
    ink: Theme.inkOnPrimary
    isMain: true
    text: qsTrId("help.open")
}
