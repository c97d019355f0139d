pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// Healthy or affected: a switch of two halves, beside or below each other.
Rectangle {
    id: root

    readonly property color accent: Theme.shade(root.picture.accents)
    property alias columns: halves.columns
    property bool hasIcons: false
    readonly property int inset: Theme.millimetres(1)
    property bool isMain: false
    required property PictureViewModel picture

    border.color: root.accent
    border.width: Theme.line
    color: Theme.card
    implicitHeight: halves.implicitHeight
    implicitWidth: halves.implicitWidth
    radius: Theme.radius + root.inset

    GridLayout {
        id: halves

        anchors.fill: parent
        columnSpacing: Theme.millimetres(2)
        columns: 2
        rowSpacing: Theme.millimetres(2)

        Half {
            id: healthy

            checked: !root.picture.isAffected
            symbol: "healthy"
            text: qsTrId("card.healthy")

            onClicked: root.picture.showHealthy()
        }
        Half {
            id: affected

            checked: root.picture.isAffected
            symbol: "affected"
            text: qsTrId("card.affected")

            onClicked: root.picture.showAffected()
        }
    }

    component Half: TouchButton {
        id: half

        required property string symbol

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: Math.ceil(Math.max(healthy.implicitWidth, affected.implicitWidth))
        bottomInset: root.inset
        edge: half.fill
        fill: half.checked ? root.accent : Theme.card
        iconBefore: root.hasIcons ? half.symbol : ""
        ink: half.checked ? Theme.inkOnPrimary : root.accent
        isMain: root.isMain
        leftInset: root.inset
        rightInset: root.inset
        topInset: root.inset
    }
}
