pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Theme

// The pathway, each of its stops to be touched for a close look; too small for that, it can be enlarged.
Pathway {
    id: root

    readonly property bool hasRoom: 270 * root.unit >= Theme.target

    signal closed
    signal enlarged
    signal stopTouched(stop: int)

    PathwayStop {
        lens: Qt.point(80, 372)
        span: Qt.point(0, 540)
        stop: Enums.Stop.NERVE_CELL
        text: qsTrId("closer.look").arg(qsTrId("stop.nerve_cell"))
    }
    PathwayStop {
        lens: Qt.point(760, 452)
        span: Qt.point(540, 1330)
        stop: Enums.Stop.NERVE_FIBER
        text: qsTrId("closer.look").arg(qsTrId("stop.nerve_fiber"))
    }
    PathwayStop {
        lens: Qt.point(1330, 296)
        span: Qt.point(1330, 1600)
        stop: Enums.Stop.JUNCTION
        text: qsTrId("closer.look").arg(qsTrId("stop.junction"))
    }
    PathwayStop {
        lens: Qt.point(1882, 176)
        span: Qt.point(1600, 1920)
        stop: Enums.Stop.MUSCLE
        text: qsTrId("closer.look").arg(qsTrId("stop.muscle"))
    }
    StopArea {
        anchors.fill: parent
        shortcut: Qt.Key_PageUp
        text: qsTrId("closer.back")
        visible: root.closeUp.length > 0

        onClicked: root.closed()
    }
    StopArea {
        height: root.pictureHeight
        sign: Qt.point(width * 0.45, Theme.millimetres(5))
        signSize: Theme.millimetres(9)
        text: qsTrId("picture.enlarge")
        visible: !root.hasRoom && root.closeUp.length === 0
        width: root.pictureWidth
        x: (root.width - root.pictureWidth) / 2
        y: (root.height - root.pictureHeight) / 2

        onClicked: root.enlarged()
    }

    // Places in the drawing, 1920 by 800: span is from where to where, lens where the sign stands.
    component PathwayStop: StopArea {
        required property point lens
        required property point span
        required property int stop

        height: 800 * root.unit
        sign: Qt.point((lens.x - span.x) * root.unit, lens.y * root.unit)
        signSize: 76 * root.unit
        visible: root.hasRoom && root.closeUp.length === 0
        width: (span.y - span.x) * root.unit
        x: (root.width - root.pictureWidth) / 2 + span.x * root.unit
        y: (root.height - root.pictureHeight) / 2

        onClicked: root.stopTouched(stop)
    }
}
