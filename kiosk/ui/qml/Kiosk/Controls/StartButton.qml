import QtQuick
import Kiosk.Text
import Kiosk.Theme

Item {
    id: root

    readonly property Item background: ground

    // Whether keys are used: then the focus is seen.
    property bool isKeyed: false
    readonly property bool takesFirst: true
    required property string text
    readonly property bool visualFocus: root.activeFocus && root.isKeyed

    signal clicked

    function click(): void {
        root.clicked();
    }

    Accessible.focusable: true
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    activeFocusOnTab: true
    implicitHeight: Math.max(Theme.millimetres(30), label.implicitHeight + Theme.margin)
    implicitWidth: label.implicitWidth + Theme.millimetres(36)

    Accessible.onPressAction: {
        if (root.enabled)
            root.clicked();
    }

    Rectangle {
        id: ground

        anchors.fill: parent
        border.color: Theme.light
        border.width: root.visualFocus ? Theme.focusRing : 0
        color: tap.pressed ? Qt.darker(Theme.start, 1.12) : Theme.start
        radius: height / 2
    }
    PlainText {
        id: label

        Accessible.ignored: true
        anchors.centerIn: parent
        capital: 7
        color: Theme.inkOnLight
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        lineRatio: Theme.tightRatio
        text: root.text
    }
    // Not a control of QtQuick.Templates like all others: loading them would hold up the first frame.
    TapHandler {
        id: tap

        gesturePolicy: TapHandler.ReleaseWithinBounds

        onTapped: root.clicked()
    }
}
