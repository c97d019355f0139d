pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Theme

// The way of a movement signal, one scene over it, and one stop close up.
Item {
    id: root

    property alias breaks: pulse.breaks
    property string closeUp
    property int closer
    required property string description
    readonly property int drawnHeight: root.overlay.length > 0 ? 1080 : 800
    property string overlay
    readonly property real pictureHeight: root.pictureWidth * root.drawnHeight / 1920
    readonly property real pictureWidth: Math.min(root.width, root.height * 1920 / root.drawnHeight)
    property alias rest: pulse.rest
    readonly property real unit: root.pictureWidth / 1920

    function placeOf(stop: int): point {
        switch (stop) {
        case Enums.Stop.NERVE_CELL:
            return Qt.point(345, 612);
        case Enums.Stop.NERVE_FIBER:
            return Qt.point(900, 345);
        case Enums.Stop.JUNCTION:
            return Qt.point(1494, 388);
        default:
            return Qt.point(1716, 462);
        }
    }

    Accessible.ignored: !root.visible
    Accessible.name: root.description
    Accessible.role: Accessible.Graphic

    onCloseUpChanged: {
        if (root.closeUp.length > 0)
            close.shown = root.closeUp;
    }

    Item {
        id: picture

        readonly property point nearTo: root.placeOf(root.closer)

        anchors.centerIn: parent
        height: root.pictureHeight
        visible: close.opacity < 1
        width: root.pictureWidth

        Drawing {
            height: 800 * root.unit
            source: Theme.picture("pathway")
            width: parent.width
        }
        Drawing {
            height: 800 * root.unit
            source: Theme.picture("pathway-muscle")
            width: parent.width

            // The muscle answers: shorter and thicker, pulling to where the nerve comes in.
            transform: Scale {
                origin.x: 1336 * root.unit
                origin.y: 391 * root.unit
                xScale: 1 - 0.06 * pulse.pull
                yScale: 1 + 0.03 * pulse.pull
            }
        }
        Drawing {
            height: parent.height
            source: root.overlay
            visible: root.overlay.length > 0
            width: parent.width
        }
        Pulse {
            id: pulse

            height: 800 * root.unit
            unit: root.unit
            width: parent.width
        }
    }
    Drawing {
        id: close

        property string shown

        anchors.fill: parent
        opacity: root.closeUp.length > 0 ? 1 : 0
        source: Theme.picture(close.shown)
        visible: opacity > 0

        Behavior on opacity {
            enabled: !Theme.isCalm

            NumberAnimation {
                duration: 220
                easing.type: Easing.OutQuad
            }
        }

        // It grows out of the stop that was touched.
        transform: Scale {
            origin.x: picture.x + picture.nearTo.x * root.unit
            origin.y: picture.y + picture.nearTo.y * root.unit
            xScale: 0.3 + 0.7 * close.opacity
            yScale: 0.3 + 0.7 * close.opacity
        }
    }
}
