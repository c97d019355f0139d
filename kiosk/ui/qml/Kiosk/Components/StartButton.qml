import QtQuick
import QtQuick.Templates as T
import Kiosk.Theme

T.AbstractButton {
    id: root

    Accessible.name: root.text
    Accessible.role: Accessible.Button
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(Theme.millimetres(30), label.implicitHeight + Theme.margin)
    implicitWidth: label.implicitWidth + Theme.millimetres(36)

    background: Rectangle {
        border.color: Theme.card
        border.width: root.visualFocus ? Theme.focusRing : 0
        color: root.down ? Qt.darker(Theme.start, 1.12) : Theme.start
        radius: height / 2
    }
    contentItem: PlainText {
        id: label

        Accessible.ignored: true
        capital: 7
        font.bold: true
        horizontalAlignment: Text.AlignHCenter
        lineRatio: Theme.tightRatio
        text: root.text
    }
}
