import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    readonly property string box: (root.takesOne ? "ring" : "box") + (root.isChosen ? "-checked" : "")
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
}
