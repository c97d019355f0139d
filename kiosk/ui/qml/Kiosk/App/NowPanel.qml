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

    signal closeAsked
    signal closed
    signal kept

    Accessible.description: root.blocks.join(" ")
    Accessible.ignored: !root.visible
    Accessible.name: root.title
    Accessible.role: Accessible.AlertMessage
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

            // Where the question was asked it is kept open; what closes it stands elsewhere.
            QuietButton {
                iconBefore: "close"
                text: qsTrId("help.close_sure")
                visible: root.isClosing

                onClicked: root.closed()
            }
            PrimaryBarButton {
                iconAfter: "next"
                shortcut: Qt.Key_PageDown
                text: qsTrId("card.more")
                visible: pages.hasNext && !root.isClosing

                onClicked: pages.next()
            }
            PlainText {
                Accessible.role: root.isClosing ? Accessible.AlertMessage : Accessible.StaticText
                Layout.fillWidth: true
                Layout.leftMargin: Theme.gap
                Layout.rightMargin: Theme.gap
                capital: Theme.label
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineRatio: Theme.tightRatio
                text: root.isClosing ? qsTrId("help.close_question") : ""
            }
            QuietButton {
                iconBefore: root.isClosing ? "hand" : "close"
                shortcut: Qt.Key_Escape
                takesFirst: root.isClosing
                text: root.isClosing ? qsTrId("help.keep") : qsTrId("help.close")

                onClicked: root.isClosing ? root.kept() : root.closeAsked()
            }
        }
    }
}
