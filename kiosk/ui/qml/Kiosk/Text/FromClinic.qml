import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

Rectangle {
    id: root

    color: Theme.start
    implicitHeight: row.implicitHeight + Theme.millimetres(3)
    radius: Theme.radius

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.right: parent.right
        anchors.rightMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        spacing: Theme.millimetres(3)

        Icon {
            Layout.preferredHeight: Theme.pixels(Theme.label)
            Layout.preferredWidth: Theme.pixels(Theme.label)
            color: Theme.inkOnLight
            symbol: "clinic"
        }
        PlainText {
            Layout.fillWidth: true
            capital: Theme.label
            color: Theme.inkOnLight
            font.bold: true
            lineRatio: Theme.tightRatio
            text: qsTrId("card.from_clinic")
        }
    }
}
