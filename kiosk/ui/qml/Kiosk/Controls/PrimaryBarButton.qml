import QtQuick
import Kiosk.Theme

BarButton {
    edge: Theme.primary
    fill: Theme.primary
    ink: Theme.inkOnPrimary
    isMain: true
}
