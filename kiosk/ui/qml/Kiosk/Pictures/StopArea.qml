import QtQuick
import QtQuick.Templates as T
import Kiosk.Text
import Kiosk.Theme

// A part of a picture that can be touched: a lens says so, the drawing is its face.
T.AbstractButton {
    id: root

    property int shortcut: 0
    property point sign: Qt.point(0, 0)
    property real signSize: 0

    // A screen reader may remember what was on an earlier page.
    function accessiblePressAction(): void {
        if (root.visible)
            root.click();
    }

    Accessible.ignored: !root.visible
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus

    background: Rectangle {
        border.color: Theme.ink
        border.width: root.visualFocus ? Theme.focusRing : 0
        color: "transparent"
        radius: Theme.radius
    }

    Rectangle {
        border.color: Theme.primary
        border.width: Theme.line
        color: Theme.card
        height: root.signSize
        radius: height / 2
        visible: height > 0
        width: height
        x: root.sign.x - width / 2
        y: root.sign.y - height / 2

        Icon {
            anchors.fill: parent
            anchors.margins: parent.width / 6
            color: Theme.primary
            symbol: "look-closer"
        }
    }
}
