pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

ComfortSection {
    id: root

    required property int chosen
    required property int count
    readonly property list<string> names: {
        const small = [qsTrId("comfort.size.small"), qsTrId("comfort.size.medium")];
        return small.concat([qsTrId("comfort.size.large"), qsTrId("comfort.size.largest")]);
    }

    signal touched(size: int)

    title: qsTrId("comfort.text_size")

    Repeater {
        model: root.count

        ChoiceButton {
            id: choice

            required property int index

            Accessible.name: root.names[choice.index]
            Layout.fillHeight: true
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Theme.bodies[choice.index]
            isChosen: choice.index + 1 === root.chosen
            isLeading: false
            takesOne: true
            text: qsTrId("comfort.sample")

            onClicked: root.touched(choice.index + 1)
        }
    }
}
