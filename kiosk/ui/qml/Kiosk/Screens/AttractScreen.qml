pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: root

    required property VisitViewModel visit

    color: Theme.night

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Heading {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            capital: root.width > root.height ? 11 : 13
            color: Theme.inkOnNight
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("attract.question")
        }
        Pathway {
            Layout.fillHeight: true
            Layout.fillWidth: true
            description: qsTrId("pathway.alt")
        }
        Row {
            Layout.alignment: Qt.AlignHCenter
            Layout.bottomMargin: Theme.gap
            spacing: Theme.gap

            Repeater {
                model: root.visit.languages

                StartButton {
                    required property string modelData

                    text: qsTrId("attract.start")

                    onClicked: root.visit.start(modelData)
                }
            }
        }
    }
}
