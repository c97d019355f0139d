import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Theme

Rectangle {
    id: root

    readonly property color accent: Theme.shade(root.picture.accents)
    readonly property bool isPathway: root.picture.hasStates && root.picture.scene.length === 0
    required property PictureViewModel picture

    color: root.picture.tint.length === 0 ? Theme.plainPanel : Theme.panel(root.picture.tint)
    radius: Theme.radius

    GridLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        columnSpacing: Theme.gap
        columns: root.picture.isLarge ? 2 : 1
        rowSpacing: Theme.millimetres(2)

        ColumnLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: Theme.millimetres(2)

            Heading {
                Layout.fillWidth: true
                capital: Theme.label
                color: Theme.inkOnLight
                text: root.picture.title
                visible: (!Theme.isShort || root.picture.stopNames.length === 0) && !root.picture.isLarge
            }
            Heading {
                Layout.fillWidth: true
                capital: Theme.label
                color: Theme.inkOnLight
                text: qsTrId("card.lost_at").arg(root.picture.stopNames)
                visible: root.picture.stopNames.length > 0 && root.picture.scene.length === 0 && !root.picture.isLarge
            }
            Drawing {
                Accessible.ignored: false
                Accessible.name: root.picture.alt
                Accessible.role: Accessible.Graphic
                Layout.fillHeight: true
                Layout.fillWidth: true
                source: root.isPathway ? "" : root.picture.drawing
                visible: !root.isPathway
            }
            TouchablePathway {
                Layout.fillHeight: true
                Layout.fillWidth: true
                breaks: root.picture.isAffected ? root.picture.stops : []
                closer: root.picture.closer
                description: root.picture.alt
                overlay: root.picture.overlay
                visible: root.isPathway

                onEnlarged: root.picture.enlarge(true)
                onStopTouched: stop => root.picture.lookCloser(stop)
            }
            PlainText {
                Layout.fillWidth: true
                capital: Theme.smallest
                color: Theme.inkOnLight
                horizontalAlignment: Text.AlignHCenter
                lineRatio: Theme.tightRatio
                text: root.picture.caption
                visible: text.length > 0 && (!Theme.isShort || !root.isPathway || root.picture.isLarge || root.picture.closer.length > 0)
            }
        }
        GridLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: !root.picture.isLarge
            Layout.preferredWidth: root.picture.isLarge ? Theme.millimetres(70) : -1
            columnSpacing: 0
            columns: root.picture.isLarge ? 1 : 2
            rowSpacing: 0
            visible: root.isPathway

            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: !root.picture.isAffected
                edge: root.accent
                fill: root.picture.isAffected ? Theme.card : root.accent
                iconBefore: "healthy"
                ink: root.picture.isAffected ? root.accent : Theme.inkOnPrimary
                isMain: true
                text: qsTrId("card.healthy")

                onClicked: root.picture.showHealthy()
            }
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: root.picture.isAffected
                edge: root.accent
                fill: root.picture.isAffected ? root.accent : Theme.card
                iconBefore: "affected"
                ink: root.picture.isAffected ? Theme.inkOnPrimary : root.accent
                isMain: true
                text: qsTrId("card.affected")

                onClicked: root.picture.showAffected()
            }
            TouchButton {
                Layout.fillWidth: true
                edge: root.accent
                iconBefore: "close"
                ink: root.accent
                isMain: true
                text: qsTrId("picture.close")
                visible: root.picture.isLarge

                onClicked: root.picture.enlarge(false)
            }
        }
    }
}
