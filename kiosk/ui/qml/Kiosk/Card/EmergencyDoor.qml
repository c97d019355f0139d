import QtQuick
import Kiosk.Controls
import Kiosk.Theme

// What cannot wait, in one sentence; it opens the signs that cannot wait either.
TouchButton {
    id: root

    edge: Theme.urgent
    iconAfter: "next"
    iconBefore: "warning"
    ink: Theme.urgent
    isLeading: true
    isMain: !Theme.isShort
}
