pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// Each a picture of the glass; with its name where there is room.
ComfortSection {
    id: root

    required property int chosen
    required property bool hasNames
    // Numbers of Enums.Reach.
    required property list<int> offered

    signal touched(reach: int)

    function icon(reach: int): string {
        switch (reach) {
        case Enums.Reach.LOW:
            return "reach-low";
        case Enums.Reach.LOW_LEFT:
            return "reach-low-left";
        case Enums.Reach.LOW_RIGHT:
            return "reach-low-right";
        default:
            return "reach-whole";
        }
    }
    function name(reach: int): string {
        switch (reach) {
        case Enums.Reach.LOW:
            return qsTrId("comfort.reach.low");
        case Enums.Reach.LOW_LEFT:
            return qsTrId("comfort.reach.low_left");
        case Enums.Reach.LOW_RIGHT:
            return qsTrId("comfort.reach.low_right");
        default:
            return qsTrId("comfort.reach.whole");
        }
    }

    title: qsTrId("comfort.reach")

    Repeater {
        model: root.offered

        ChoiceButton {
            id: choice

            required property int modelData

            Accessible.name: root.name(choice.modelData)
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: root.hasNames ? Theme.label : Theme.title
            iconBefore: root.icon(choice.modelData)
            inner: Theme.millimetres(2)
            isChosen: choice.modelData === root.chosen
            isLeading: root.hasNames
            takesOne: true
            text: root.hasNames ? choice.Accessible.name : ""

            onClicked: root.touched(choice.modelData)
        }
    }
}
