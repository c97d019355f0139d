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
    height: root.place.height + root.thickness
    radius: Theme.radius + root.darkLine
    width: root.place.width + root.thickness
    x: root.place.x - root.thickness / 2
    y: root.place.y - root.thickness / 2

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
