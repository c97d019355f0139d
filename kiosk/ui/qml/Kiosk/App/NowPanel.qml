import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    required property list<string> blocks
    required property string emergencyNumber
    required property list<string> forStaff
    required property bool isClosing
    readonly property alias page: pages.page
    required property string title

    signal closed

    color: Theme.card

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
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
                text: root.title
            }
        }
        PagedText {
            id: pages

            Layout.fillHeight: true
            Layout.fillWidth: true
            blocks: root.blocks
            capital: Theme.body + 1
            isOnePage: true
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: staff.implicitHeight + Theme.gap
            color: Theme.notice
            radius: Theme.radius
            visible: root.forStaff.length > 0

            PlainText {
                id: staff

                anchors.left: parent.left
                anchors.leftMargin: Theme.gap
                anchors.right: parent.right
                anchors.rightMargin: Theme.gap
                anchors.verticalCenter: parent.verticalCenter
                capital: Theme.smallest
                lineRatio: Theme.tightRatio
                text: root.forStaff.join(" ")
            }
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 0

            TouchButton {
                iconAfter: "next"
                isMain: true
                shortcut: Qt.Key_PageDown
                text: qsTrId("card.more")
                visible: pages.hasNext

                onClicked: pages.next()
            }
            Item {
                Layout.fillWidth: true
            }
            QuietButton {
                iconBefore: "close"
                shortcut: Qt.Key_Escape
                text: root.isClosing ? qsTrId("help.close_again") : qsTrId("help.close")

                onClicked: root.closed()
            }
        }
    }
}
