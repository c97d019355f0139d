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
            capital: 11
            color: Theme.inkOnNight
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("attract.question")
        }
        Pathway {
            Layout.fillHeight: true
            Layout.fillWidth: true
            description: qsTrId("pathway.alt")
        }
        RowLayout {
            Layout.bottomMargin: Theme.gap
            Layout.fillWidth: true
            spacing: 0

            Item {
                Layout.fillWidth: true
            }
            Repeater {
                model: root.visit.languages

                TouchButton {
                    required property string modelData

                    capital: 7
                    edge: Theme.start
                    fill: Theme.start
                    isMain: true
                    leftPadding: Theme.millimetres(14)
                    rightPadding: Theme.millimetres(14)
                    text: qsTrId("attract.start")

                    onClicked: root.visit.start(modelData)
                }
            }
            Item {
                Layout.fillWidth: true
            }
        }
    }
}
