pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Callback

// The form as it always is, beside the plain screens: should it not load, they do without it.
Loader {
    id: root

    required property CallbackViewModel callback
    required property CallChoicesViewModel choices
    required property VisitViewModel visit

    active: root.visit.screen === Enums.Screen.CALLBACK
    anchors.fill: parent

    sourceComponent: CallbackScreen {
        callback: root.callback
        choices: root.choices
        visit: root.visit
    }
}
