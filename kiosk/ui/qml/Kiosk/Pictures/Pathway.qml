pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Text
import Kiosk.Theme

// The way of a movement signal, one scene over it, and one stop close up.
Item {
    id: root

    property alias breaks: pulse.breaks
    property string closeUp
    property int closer
    required property string description
    readonly property int drawnHeight: root.overlay.length > 0 ? 1080 : 800
    property bool hasLabels: false
    property string overlay
    readonly property real pictureHeight: root.pictureWidth * root.drawnHeight / 1920
    readonly property real pictureWidth: Math.min(root.width, root.height * 1920 / root.drawnHeight)
    property alias rest: pulse.rest
    readonly property real unit: root.pictureWidth / 1920

    function inPixels(part: rect): rect {
        const left = Math.floor(part.x * root.unit);
        const top = Math.floor(part.y * root.unit);
        return Qt.rect(left, top, Math.ceil(part.width * root.unit), Math.ceil(part.height * root.unit));
    }
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
        // Only where there is something of it: what is see-through costs as much to draw.
        Drawing {
            id: muscle

            height: sourceClipRect.height
            source: Theme.picture("pathway-muscle")
            sourceClipRect: root.inPixels(Qt.rect(1320, 184, 580, 552))
            sourceSize: Qt.size(Math.ceil(1920 * root.unit), Math.ceil(800 * root.unit))
            width: sourceClipRect.width
            x: sourceClipRect.x
            y: sourceClipRect.y

            // The muscle answers: shorter and thicker, pulling to where the nerve comes in.
            transform: Scale {
                origin.x: 1336 * root.unit - muscle.x
                origin.y: 391 * root.unit - muscle.y
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
        PartName {
            at: Qt.point(548, 92)
            room: 334
            text: qsTrId("picture.brain")
        }
        PartName {
            at: Qt.point(1034, 118)
            part: 0.5
            room: 290
            text: qsTrId("picture.nerve")
        }
        PartName {
            at: Qt.point(1448, 56)
            part: 1
            room: 262
            text: qsTrId("picture.skin")
        }
        // At the far end of the first fiber, past what any scene rings.
        PartName {
            at: Qt.point(1900, 272)
            part: 1
            room: 336
            text: qsTrId("picture.muscle")
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

    // The name of a part, beside it. Places in the drawing, 1920 by 800, where no scene draws what it hides;
    // part: of the width, what lies left of `at`; room: how wide it may be there.
    component PartName: Rectangle {
        id: label

        required property point at
        property real part: 0
        required property real room
        required property string text

        color: Theme.light
        height: name.height
        radius: height / 4
        visible: root.hasLabels && height <= 120 * root.unit && width <= label.room * root.unit
        width: name.implicitWidth + Theme.millimetres(2.5)
        x: label.at.x * root.unit - width * label.part
        y: label.at.y * root.unit - height / 2

        // The description says all of them.
        PlainText {
            id: name

            Accessible.ignored: true
            anchors.centerIn: parent
            capital: Theme.smallest
            color: Theme.inkOnLight
            // One line, in a box of its own.
            lineRatio: 1.1
            text: label.text
            wrapMode: Text.NoWrap
        }
    }
}
