pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: root

    required property VisitViewModel visit

    color: Theme.night

    Heading {
        id: question

        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Theme.margin * 2
        capital: root.width > root.height ? 11 : 13
        color: Theme.inkOnNight
        horizontalAlignment: Text.AlignHCenter
        text: qsTrId("attract.question")
    }
    Pathway {
        anchors.bottom: languages.top
        anchors.left: parent.left
        anchors.margins: Theme.margin
        anchors.right: parent.right
        anchors.top: question.bottom
        description: qsTrId("pathway.alt")
    }
    Row {
        id: languages

        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.margin * 2
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.gap

        Repeater {
            model: root.visit.startWords

            StartButton {
                id: start

                required property int index
                required property string modelData

                text: start.modelData

                onClicked: root.visit.start(root.visit.languages[start.index])
            }
        }
    }
}
