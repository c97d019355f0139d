pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

// Each in its own colours.
ComfortSection {
    id: root

    required property int chosen

    signal touched(index: int)

    title: qsTrId("comfort.colors")

    Repeater {
        model: [qsTrId("comfort.scheme.light"), qsTrId("comfort.scheme.dark"), qsTrId("comfort.scheme.contrast")]

        ChoiceButton {
            id: choice

            required property int index
            required property string modelData

            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Theme.label
            edge: choice.isChosen ? Theme.primaries[choice.index] : Theme.edges[choice.index]
            fill: choice.isChosen ? Theme.primaries[choice.index] : Theme.cards[choice.index]
            ink: choice.isChosen ? Theme.inksOnPrimary[choice.index] : Theme.inks[choice.index]
            inner: Theme.millimetres(2)
            isChosen: choice.index === root.chosen
            takesOne: true
            text: choice.modelData

            onClicked: root.touched(choice.index)
        }
    }
}
