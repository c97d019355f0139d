import QtQuick
import Kiosk.Theme

Item {
    id: root

    readonly property Item background: ground

    // Whether keys are used: then the focus is seen.
    property bool isKeyed: false
    required property url source
    required property string text
    readonly property bool visualFocus: root.activeFocus && root.isKeyed

    signal clicked

    function click(): void {
        root.clicked();
    }

    Accessible.focusable: true
    Accessible.ignored: !root.visible
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    activeFocusOnTab: true

    Accessible.onPressAction: {
        if (root.enabled)
            root.clicked();
    }

    Rectangle {
        id: ground

        anchors.fill: parent
        border.color: root.visualFocus ? Theme.start : Theme.light
        border.width: Theme.focusRing
        color: tap.pressed ? Theme.light : Theme.plainPanel
        radius: Theme.radius
    }
    Drawing {
        anchors.fill: parent
        anchors.margins: Theme.millimetres(2)
        source: root.source
    }
    // As StartButton: no control of QtQuick.Templates on the way to the first frame.
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.clicked()
    }
}
