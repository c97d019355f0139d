import QtQuick
import Kiosk.Theme

// Stands around what one switch would pick: a light line between two dark ones, seen on every ground.
Rectangle {
    id: root

    readonly property int darkLine: Theme.millimetres(1)
    readonly property int lightLine: Theme.millimetres(3)
    required property string names
    required property rect place
    readonly property int thickness: root.lightLine + 2 * root.darkLine

    function announce(): void {
        root.Accessible.announce(root.names, Accessible.Assertive);
    }

    Accessible.ignored: true
    border.color: Theme.inkOnLight
    border.width: root.thickness
    color: "transparent"
    height: root.place.height + 2 * root.darkLine
    radius: Theme.radius + root.darkLine
    width: root.place.width + 2 * root.darkLine
    x: root.place.x - root.darkLine
    y: root.place.y - root.darkLine

    Component.onCompleted: root.announce()
    onNamesChanged: root.announce()

    Rectangle {
        anchors.fill: parent
        anchors.margins: root.darkLine
        border.color: Theme.start
        border.width: root.lightLine
        color: "transparent"
        radius: Theme.radius
    }
}
