import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    readonly property color accent: Theme.shade(root.picture.accents)
    readonly property real besideWidth: Math.max(Theme.millimetres(70), Theme.pixels(Theme.label) * 9.4)
    readonly property bool hasHeading: !root.picture.isLarge && !Theme.isShort && Theme.textSize < 3
    readonly property bool isCloseUp: root.picture.closeUp.length > 0
    readonly property bool isNarrow: root.width < Theme.pixels(Theme.label) * 17
    readonly property bool isWholePathway: root.picture.isPathway && !root.picture.isLarge && !root.isCloseUp
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

            // Not a title of the page: a screen reader says those first.
            Heading {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                capital: Theme.label
                color: Theme.inkOnLight
                text: root.picture.title
                visible: root.picture.heading.length === 0 && !root.picture.isLarge && !Theme.isShort
            }
            Heading {
                Accessible.role: Accessible.StaticText
                Layout.fillWidth: true
                capital: Theme.label
                color: Theme.inkOnLight
                text: root.picture.heading
                visible: root.hasHeading && root.picture.heading.length > 0
            }
            Drawing {
                Accessible.ignored: !visible
                Accessible.name: root.picture.alt
                Accessible.role: Accessible.Graphic
                Layout.fillHeight: true
                Layout.fillWidth: true
                source: root.picture.drawing
                visible: !root.picture.isPathway
            }
            TouchablePathway {
                Layout.fillHeight: true
                Layout.fillWidth: true
                breaks: root.picture.breaks
                closeUp: root.picture.closeUp
                closer: root.picture.closer
                description: root.picture.alt
                hasLabels: true
                isLarge: root.picture.isLarge
                overlay: root.picture.overlay
                visible: root.picture.isPathway

                onClosed: root.picture.showWhole()
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
                visible: text.length > 0 && !(Theme.isShort && root.isWholePathway)
            }
        }
        GridLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: !root.picture.isLarge
            Layout.preferredWidth: root.picture.isLarge ? root.besideWidth : -1
            columnSpacing: 0
            columns: root.picture.isLarge || root.width < Theme.millimetres(100) ? 1 : 2
            rowSpacing: 0
            visible: root.picture.isPathway || root.picture.isLarge

            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: !root.picture.isAffected
                edge: root.accent
                fill: root.picture.isAffected ? Theme.card : root.accent
                iconBefore: root.isNarrow ? "" : "healthy"
                ink: root.picture.isAffected ? root.accent : Theme.inkOnPrimary
                isMain: root.picture.isLarge
                text: qsTrId("card.healthy")
                visible: root.picture.isPathway

                onClicked: root.picture.showHealthy()
            }
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: root.picture.isAffected
                edge: root.accent
                fill: root.picture.isAffected ? root.accent : Theme.card
                iconBefore: root.isNarrow ? "" : "affected"
                ink: root.picture.isAffected ? Theme.inkOnPrimary : root.accent
                isMain: root.picture.isLarge
                text: qsTrId("card.affected")
                visible: root.picture.isPathway

                onClicked: root.picture.showAffected()
            }
            TouchButton {
                Layout.fillWidth: true
                edge: root.accent
                iconBefore: "close"
                ink: root.accent
                isMain: true
                shortcut: Qt.Key_Escape
                text: qsTrId("picture.close")
                visible: root.picture.isLarge

                onClicked: root.picture.enlarge(false)
            }
        }
    }
}
