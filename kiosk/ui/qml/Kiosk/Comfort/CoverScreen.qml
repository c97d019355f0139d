pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Home
import Kiosk.Text
import Kiosk.Theme

// Nothing of the visit: three pictures, of which the visitor's brings it back. Before, the same three to choose from.
ColumnLayout {
    id: root

    required property CoverViewModel cover
    readonly property bool isChoosing: root.cover.phase === Enums.CoverPhase.CHOOSING
    readonly property bool isMissed: root.cover.missed >= 0
    required property VisitViewModel visit

    spacing: Theme.gap

    Item {
        Layout.fillHeight: true
    }
    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        horizontalAlignment: Text.AlignHCenter
        text: root.isChoosing ? qsTrId("cover.title") : qsTrId("cover.touch")
    }
    PlainText {
        id: words

        Accessible.role: root.isMissed ? Accessible.AlertMessage : Accessible.StaticText
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        // What it says moves no picture.
        Layout.minimumHeight: 3 * words.lineHeight
        Layout.rightMargin: Theme.margin
        horizontalAlignment: Text.AlignHCenter
        lineRatio: Theme.tightRatio
        text: {
            if (root.isChoosing)
                return qsTrId("cover.how");
            return root.isMissed ? qsTrId("cover.missed").arg(root.cover.names[root.cover.missed]) : "";
        }
    }
    RowLayout {
        Layout.alignment: Qt.AlignHCenter
        spacing: Theme.margin

        Repeater {
            model: root.cover.names

            Tile {
                id: picture

                required property int index
                required property string modelData

                Layout.preferredHeight: Theme.millimetres(62)
                Layout.preferredWidth: Theme.millimetres(62)
                ground: Theme.plainPanel
                source: Theme.icon(root.cover.icons[picture.index])
                text: picture.modelData

                onClicked: root.cover.touch(picture.index)
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        Item {
            Layout.fillWidth: true
        }
        BarButton {
            iconBefore: "close"
            isMain: true
            shortcut: Qt.Key_Escape
            text: qsTrId("cover.leave")
            visible: root.isChoosing

            onClicked: root.cover.leave()
        }
    }
}
