import QtQuick
import QtQuick.Layouts
import Kiosk.Text
import Kiosk.Theme

// One thing that can be set: its name over its choices.
ColumnLayout {
    id: root

    default property alias content: row.data
    required property string title

    Accessible.ignored: !root.visible
    Accessible.name: root.title
    Accessible.role: Accessible.Grouping
    Layout.alignment: Qt.AlignTop
    Layout.fillHeight: false
    Layout.fillWidth: true
    spacing: 0

    PlainText {
        Accessible.ignored: true
        Layout.fillWidth: true
        capital: Theme.label
        font.bold: true
        lineRatio: Theme.tightRatio
        text: root.title
    }
    RowLayout {
        id: row

        Layout.fillHeight: false
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap / 2
        Layout.rightMargin: -Theme.gap / 2
        spacing: 0
    }
}
