import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    required property VisitViewModel visit

    color: Theme.paper

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.gap

        Item {
            Layout.fillHeight: true
        }
        Heading {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            capital: Theme.title + 2
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("desk.title")
        }
        PlainText {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            horizontalAlignment: Text.AlignHCenter
            text: qsTrId("desk.not_ready")
        }
        Item {
            Layout.fillHeight: true
        }
        VisitBar {
            Layout.fillWidth: true
            visit: root.visit
        }
    }
}
