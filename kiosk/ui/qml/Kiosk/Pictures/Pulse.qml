pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Theme

// A signal on its way from the brain to the muscle, lost where the cause breaks the path.
// The first ones come soon, one after another; who still looks after that has seen them.
Item {
    id: root

    readonly property int breakAt: {
        const count = root.breaks.length;
        return count > 0 ? root.breaks[root.sent % count] : Enums.Stop.MUSCLE;
    }
    property list<int> breaks
    readonly property real end: root.partOfWay(root.breakAt)
    readonly property real fade: root.isBroken ? Math.max(0, Math.min(1, (root.end - line.progress) / 0.06)) : 1
    readonly property bool isBroken: root.breaks.length > 0
    property int longRest: 15000
    readonly property bool moves: root.visible && !Theme.isCalm
    property real pull: 0
    property int rest: 1600
    property int sent: 0
    property int travel: 2600
    required property real unit
    property real way: 0

    function partOfWay(stop: int): real {
        switch (stop) {
        case Enums.Stop.BRAIN:
            return 0.1;
        case Enums.Stop.NERVE_CELL:
            return 0.32;
        case Enums.Stop.NERVE_FIBER:
            return 0.7;
        default:
            return 1;
        }
    }

    onBreaksChanged: root.sent = 0
    onMovesChanged: {
        if (root.moves)
            going.start();
        else {
            going.stop();
            waiting.stop();
            root.pull = 0;
        }
    }

    PathInterpolator {
        id: line

        progress: root.way * root.end

        path: Path {
            startX: 262
            startY: 104

            PathSvg {
                path: {
                    const down = "M262 104 C268 160 330 190 340 256 C348 310 336 350 340 396 C344 440 392 470 404 516";
                    const toNerveCell = "C410 548 394 570 378 584 L345 612";
                    const outOfSpine = "C385 650 424 694 462 672 C512 644 496 552 548 490";
                    const toMuscle = "C626 396 820 330 990 336 C1110 341 1230 372 1336 391 C1380 396 1420 386 1472 388";
                    return [down, toNerveCell, outOfSpine, toMuscle].join(" ");
                }
            }
        }
    }
    Drawing {
        height: 148 * root.unit
        opacity: root.fade
        scale: 0.4 + 0.6 * root.fade
        source: Theme.picture("pulse")
        visible: root.moves && root.fade > 0 && root.way > 0 && root.way < 1
        width: height
        x: line.x * root.unit - width / 2
        y: line.y * root.unit - height / 2
    }
    Still {
        part: 0.42
        way: Qt.point(508, 578)
    }
    Still {
        part: 0.59
        way: Qt.point(728, 379)
    }
    Still {
        part: 0.82
        way: Qt.point(1140, 353)
    }
    SequentialAnimation {
        id: going

        onFinished: waiting.start()

        NumberAnimation {
            duration: root.travel * root.end
            from: 0
            property: "way"
            target: root
            to: 1
        }
        NumberAnimation {
            duration: 180
            easing.type: Easing.OutQuad
            property: "pull"
            target: root
            to: root.isBroken ? 0 : 1
        }
        NumberAnimation {
            duration: 250
            easing.type: Easing.InOutQuad
            property: "pull"
            target: root
            to: 0
        }
    }
    // A pause of an animation would tick on; nothing may be drawn or counted while all stands still.
    Timer {
        id: waiting

        interval: root.sent < 3 ? root.rest : Math.max(root.rest, root.longRest)

        onTriggered: {
            root.sent += 1;
            going.start();
        }
    }

    // Where nothing may move, the signals stand on their way, up to where they are lost.
    component Still: Drawing {
        required property real part
        required property point way

        height: 148 * root.unit
        source: Theme.picture("pulse")
        visible: !root.moves && part < root.end - 0.02
        width: height
        x: way.x * root.unit - width / 2
        y: way.y * root.unit - height / 2
    }
}
