pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

RowLayout {
    id: root

    property color accent: Theme.primary
    required property int count
    required property int index
    property real part: 1

    Accessible.ignored: !root.visible
    Accessible.name: qsTrId("steps.at").arg(root.index + 1).arg(root.count)
    Accessible.role: Accessible.ProgressBar
    spacing: Theme.millimetres(1)

    Repeater {
        model: root.count

        Rectangle {
            id: step

            required property int index

            Layout.fillWidth: true
            Layout.preferredHeight: Theme.millimetres(2)
            border.color: root.accent
            border.width: Math.max(1, Theme.line / 2)
            color: "transparent"
            radius: height / 2

            Rectangle {
                color: root.accent
                height: parent.height
                radius: height / 2
                width: {
                    if (step.index === root.index)
                        return parent.width * root.part;
                    return step.index < root.index ? parent.width : 0;
                }
            }
        }
    }
}
