import QtQuick
import QtQuick.Layouts
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    color: Theme.paper

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.margin
        spacing: Theme.gap

        Item {
            Layout.fillHeight: true
        }
        Heading {
            Layout.fillWidth: true
            capital: Theme.title + 2
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("desk.title")
        }
        PlainText {
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("desk.not_ready")
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
