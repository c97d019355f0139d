import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

Rectangle {
    id: root

    default property alias content: row.data

    color: Theme.card
    implicitHeight: row.implicitHeight + Theme.millimetres(3)

    Rectangle {
        color: Theme.quiet
        height: Theme.line
        width: parent.width
    }
    RowLayout {
        id: row

        anchors.fill: parent
        anchors.leftMargin: Theme.margin - Theme.gap / 2
        anchors.rightMargin: Theme.margin - Theme.gap / 2
        spacing: 0
    }
}
