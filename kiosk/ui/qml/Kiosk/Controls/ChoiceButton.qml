import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    readonly property string box: (root.takesOne ? "ring" : "box") + (root.isChosen ? "-checked" : "")
    property int fillMilliseconds: 0
    readonly property bool isBox: root.symbol.length === 0
    required property bool isChosen
    property string symbol: ""
    required property bool takesOne

    Accessible.checkable: root.isBox
    Accessible.checked: root.isChosen
    Accessible.role: {
        if (!root.isBox)
            return Accessible.Button;
        return root.takesOne ? Accessible.RadioButton : Accessible.CheckBox;
    }
    capital: Theme.body
    edge: root.isChosen ? Theme.primary : Theme.edge
    fill: root.isChosen ? Theme.primary : Theme.card
    iconBefore: root.isBox ? root.box : root.symbol
    ink: root.isChosen ? Theme.inkOnPrimary : Theme.ink
    isLeading: true
    isMain: !Theme.isShort
    takesFirst: true

    Rectangle {
        id: bar

        anchors.bottom: parent.bottom
        anchors.bottomMargin: root.bottomInset + Theme.line
        anchors.left: parent.left
        anchors.leftMargin: root.leftInset + Theme.radius
        color: root.ink
        height: Theme.millimetres(1.5)
        radius: bar.height / 2
        visible: root.fillMilliseconds > 0

        NumberAnimation on width {
            duration: Theme.isCalm ? 0 : root.fillMilliseconds
            from: 0
            running: bar.visible
            to: root.width - root.leftInset - root.rightInset - 2 * Theme.radius
        }
    }
}
