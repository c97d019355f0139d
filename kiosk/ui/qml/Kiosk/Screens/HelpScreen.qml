import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

Rectangle {
    id: root

    required property VisitViewModel visit

    color: Theme.card

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: Theme.gap
            spacing: Theme.margin

            Icon {
                Layout.preferredHeight: Theme.millimetres(22)
                Layout.preferredWidth: Theme.millimetres(22)
                color: Theme.urgent
                symbol: "hand"
            }
            Heading {
                Layout.fillWidth: true
                capital: Theme.title + 1
                color: Theme.urgent
                text: qsTrId("help.title")
            }
        }
        PagedText {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            blocks: [qsTrId("help.show"), qsTrId("help.raise"), qsTrId("help.call").arg(root.visit.emergencyNumber), qsTrId("help.right")]
            capital: Theme.body + 1
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            TouchButton {
                iconAfter: "next"
                isMain: true
                text: qsTrId("card.more")
                visible: pages.hasNext

                onClicked: pages.next()
            }
            Item {
                Layout.fillWidth: true
            }
            QuietButton {
                iconBefore: "close"
                text: root.visit.isClosingHelp ? qsTrId("help.close_again") : qsTrId("help.close")

                onClicked: root.visit.closeHelp()
            }
        }
    }
}
