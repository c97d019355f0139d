pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Column {
    id: root

    required property list<string> blocks
    required property int indent
    required property int pixelSize

    // The text that the blocks are a page of: the tour compares them.
    required property list<string> whole

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
                height: root.indent * 0.36
                radius: height / 2
                visible: block.isPoint
                width: height
                x: root.indent * 0.18
                y: (words.lineHeight - height) / 2
            }
            PlainText {
                id: words

                anchors.left: parent.left
                anchors.leftMargin: block.isPoint ? root.indent : 0
                anchors.right: parent.right
                font.pixelSize: root.pixelSize
                text: block.isPoint ? block.modelData.slice(2) : block.modelData
            }
        }
    }
}
