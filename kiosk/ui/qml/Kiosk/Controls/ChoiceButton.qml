import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    required property bool isChosen
    property string symbol: ""
    required property bool takesOne

    Accessible.checkable: root.symbol.length === 0
    Accessible.checked: root.isChosen
    Accessible.role: root.symbol.length > 0 ? Accessible.Button : root.takesOne ? Accessible.RadioButton : Accessible.CheckBox
    capital: Theme.body
    edge: root.isChosen ? Theme.primary : Theme.edge
    fill: root.isChosen ? Theme.primary : Theme.card
    iconBefore: root.symbol.length > 0 ? root.symbol : (root.takesOne ? "ring" : "box") + (root.isChosen ? "-checked" : "")
    ink: root.isChosen ? Theme.inkOnPrimary : Theme.ink
    isLeading: true
    isMain: !Theme.isShort
}
