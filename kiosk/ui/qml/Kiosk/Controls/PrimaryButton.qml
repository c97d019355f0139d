import QtQuick
import Kiosk.Theme

TouchButton {
    edge: Theme.primary
    fill: Theme.primary
    ink: Theme.inkOnPrimary
    isMain: true
}
