import QtQuick
import Kiosk.Theme

BarButton {
    edge: Theme.primary
    ink: Theme.primary
    isMain: true
}
