pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Item {
    id: root

    property string closeUp
    required property string description
    readonly property bool isTall: root.closeUp.length > 0 || root.overlay.length > 0
    property list<string> lit
    property string overlay
    readonly property real pictureHeight: root.pictureWidth * (root.isTall ? 1080 : 800) / 1920
    readonly property real pictureWidth: Math.min(root.width, root.height * 1920 / (root.isTall ? 1080 : 800))
    readonly property real unit: root.pictureWidth / 1920

    Accessible.name: root.description
    Accessible.role: Accessible.Graphic

    Item {
        anchors.centerIn: parent
        height: root.pictureHeight
        width: root.pictureWidth

        Drawing {
            height: 800 * root.unit
            source: Theme.picture("pathway")
            width: parent.width
        }
        Repeater {
            model: root.lit

            Drawing {
                required property string modelData

                height: 800 * root.unit
                source: Theme.picture("lit-" + modelData)
                width: 1920 * root.unit
            }
        }
        Drawing {
            height: parent.height
            source: Theme.picture(root.overlay)
            visible: root.overlay.length > 0
            width: parent.width
        }
        Rectangle {
            border.color: Theme.primary
            border.width: 8 * root.unit
            color: Theme.card
            height: 450 * root.unit
            radius: 40 * root.unit
            visible: root.closeUp.length > 0
            width: 820 * root.unit
            x: 580 * root.unit
            y: 620 * root.unit

            Drawing {
                anchors.fill: parent
                anchors.margins: 24 * root.unit
                source: Theme.thumbnail(root.closeUp)
            }
        }
    }
}
