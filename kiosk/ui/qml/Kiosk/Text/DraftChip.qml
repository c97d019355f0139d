import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

RowLayout {
    id: root

    spacing: Theme.millimetres(2)

    Icon {
        Layout.alignment: Qt.AlignTop
        Layout.preferredHeight: Theme.pixels(Theme.smallest)
        Layout.preferredWidth: Theme.pixels(Theme.smallest)
        Layout.topMargin: Theme.millimetres(0.8)
        color: Theme.urgent
        symbol: "warning"
    }
    PlainText {
        Layout.fillWidth: true
        capital: Theme.smallest
        color: Theme.urgent
        font.bold: true
        lineRatio: Theme.tightRatio
        text: qsTrId("review.draft")
    }
}
