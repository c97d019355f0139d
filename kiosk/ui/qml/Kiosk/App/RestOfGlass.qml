import QtQuick
import Kiosk.Pictures
import Kiosk.Theme

// Lies around what a visitor has moved within reach; there is nothing in it to touch.
Rectangle {
    id: root

    readonly property bool isBeside: root.part.width < root.width
    // The screens, in the place of this.
    required property rect part

    color: Theme.quiet

    Drawing {
        height: Theme.millimetres(60)
        source: Theme.picture("clinic-mark")
        width: height
        x: {
            if (!root.isBeside)
                return (root.width - width) / 2;
            return (root.part.x > 0 ? root.part.x : root.width + root.part.width) / 2 - width / 2;
        }
        y: ((root.isBeside ? root.height : root.part.y) - height) / 2
    }
    Rectangle {
        color: Theme.paper
        height: root.part.height
        width: root.part.width
        x: root.part.x
        y: root.part.y
    }
}
