pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Column {
    id: root

    required property list<string> blocks
    required property real capital
    required property int indent

    Repeater {
        model: root.blocks

        Item {
            id: block

            readonly property bool isPoint: block.modelData.startsWith("\u2022 ")
            required property string modelData

            implicitHeight: words.implicitHeight
            width: root.width

            Rectangle {
                color: Theme.primary
                height: Theme.millimetres(2.2)
                radius: Theme.millimetres(1.1)
                visible: block.isPoint
                width: Theme.millimetres(2.2)
                x: Theme.millimetres(1.2)
                y: (words.lineHeight - height) / 2
            }
            PlainText {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: block.isPoint ? root.indent : 0
                anchors.right: parent.right
                capital: root.capital
                text: block.isPoint ? block.modelData.slice(2) : block.modelData
            }
        }
    }
}
