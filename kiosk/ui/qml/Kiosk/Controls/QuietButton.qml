import QtQuick
import Kiosk.Theme

TouchButton {
    fill: Theme.quiet
    isMain: true
}
