import QtQuick
import Kiosk.Theme

BarButton {
    fill: Theme.quiet
    isMain: true
}
