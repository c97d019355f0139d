import QtQuick
import Kiosk.Theme

TouchButton {
    id: root

    required property bool isChosen
    required property bool takesOne

    Accessible.checkable: true
    Accessible.checked: root.isChosen
    Accessible.role: root.takesOne ? Accessible.RadioButton : Accessible.CheckBox
    capital: Theme.body
    edge: root.isChosen ? Theme.primary : Theme.edge
    fill: root.isChosen ? Theme.primary : Theme.card
    iconBefore: (root.takesOne ? "ring" : "box") + (root.isChosen ? "-checked" : "")
    ink: root.isChosen ? Theme.inkOnPrimary : Theme.ink
    isLeading: true
    isMain: !Theme.isShort
}
