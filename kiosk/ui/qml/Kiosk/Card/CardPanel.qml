pragma ComponentBehavior: Bound

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
    readonly property bool hasCaption: {
        return root.picture.caption.length > 0 && !(Theme.isShort && root.isWholePathway);
    }
    readonly property bool hasHeading: !root.picture.isLarge && !Theme.isShort && Theme.textSize < 3
    readonly property bool hasIcons: root.width >= Theme.pixels(Theme.label) * 17
    // Words about a stop seen close up are too many for that.
    readonly property bool isCaptionBeside: {
        const room = root.width - 3 * Theme.gap - beneath.implicitWidth;
        return root.isWholePathway && room >= Theme.pixels(Theme.smallest) * 9;
    }
    readonly property bool isCloseUp: root.picture.closeUp.length > 0
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
            Caption {
                horizontalAlignment: Text.AlignHCenter
                visible: root.hasCaption && !root.isCaptionBeside
            }
        }
        RowLayout {
            Layout.fillHeight: false
            Layout.fillWidth: true
            spacing: Theme.gap
            visible: root.picture.isPathway && !root.picture.isLarge

            StateSwitch {
                id: beneath

                Layout.fillWidth: !root.isCaptionBeside
                hasIcons: root.hasIcons
                picture: root.picture
            }
            Caption {
                visible: root.hasCaption && root.isCaptionBeside
            }
        }
        ColumnLayout {
            Layout.alignment: Qt.AlignVCenter
            Layout.fillWidth: false
            Layout.preferredWidth: Math.max(root.besideWidth, beside.implicitWidth)
            spacing: Theme.gap / 2
            visible: root.picture.isLarge

            StateSwitch {
                id: beside

                Layout.fillWidth: true
                columns: 1
                hasIcons: root.hasIcons
                isMain: true
                picture: root.picture
                visible: root.picture.isPathway
            }
            TouchButton {
                Layout.fillWidth: true
                edge: root.accent
                iconBefore: "close"
                ink: root.accent
                isMain: true
                shortcut: Qt.Key_Escape
                text: qsTrId("picture.close")

                onClicked: root.picture.enlarge(false)
            }
        }
    }

    component Caption: PlainText {
        Layout.fillWidth: true
        capital: Theme.smallest
        color: Theme.inkOnLight
        lineRatio: Theme.tightRatio
        text: root.picture.caption
    }
}
