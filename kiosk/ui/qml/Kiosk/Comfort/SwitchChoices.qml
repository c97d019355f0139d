import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Theme

// What can be chosen lights up in turn, and any press chooses what is lit.
ComfortSection {
    id: root

    required property bool isFastest
    required property bool isOn
    required property bool isSlowest
    required property real seconds

    signal paceChanged(steps: int)
    signal toggled

    title: root.isOn ? qsTrId("comfort.switch.pace").arg(root.seconds) : qsTrId("comfort.switch")

    ChoiceButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        capital: Theme.label
        isChosen: root.isOn
        takesOne: false
        text: qsTrId("comfort.switch.on")

        onClicked: root.toggled()
    }
    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        capital: Theme.label
        inner: Theme.millimetres(1.5)
        text: qsTrId("comfort.switch.slower")
        visible: root.isOn && !root.isSlowest

        onClicked: root.paceChanged(1)
    }
    TouchButton {
        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        capital: Theme.label
        inner: Theme.millimetres(1.5)
        text: qsTrId("comfort.switch.faster")
        visible: root.isOn && !root.isFastest

        onClicked: root.paceChanged(-1)
    }
}
