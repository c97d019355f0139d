import QtQuick
import Kiosk.Text
import Kiosk.Theme

Item {
    id: root

    readonly property Item background: ground
    property real capital: 7
    property color fill: Theme.start
    property color ink: Theme.inkOnLight

    // Whether keys are used: then the focus is seen.
    property bool isKeyed: false

    // How wide its words may be, 0 for one line.
    property int lineWidth: 0
    property int rounding: root.height / 2
    property bool takesFirst: true
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
    implicitHeight: Math.max(Theme.millimetres(30), label.implicitHeight + Theme.margin)
    implicitWidth: label.implicitWidth + Theme.millimetres(24)

    Accessible.onPressAction: {
        if (root.enabled)
            root.clicked();
    }

    Rectangle {
        id: ground

        anchors.fill: parent
        border.color: Theme.light
        border.width: root.visualFocus ? Theme.focusRing : 0
        color: tap.pressed ? Qt.darker(root.fill, 1.12) : root.fill
        radius: root.rounding
    }
    PlainText {
        id: label

        Accessible.ignored: true
        anchors.centerIn: parent
        capital: root.capital
        color: root.ink
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        lineRatio: Theme.tightRatio
        text: root.text
        width: root.lineWidth > 0 ? root.lineWidth : implicitWidth
    }
    // Not a control of QtQuick.Templates like all others: loading them would hold up the first frame.
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds
        longPressThreshold: 0

        onTapped: root.clicked()
    }
}
