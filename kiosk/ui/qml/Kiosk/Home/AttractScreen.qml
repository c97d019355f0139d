pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

Rectangle {
    id: root

    required property AttractViewModel attract
    readonly property bool hasRoomBeside: root.rightOfHelp + languages.width + Theme.margin <= root.width
    required property bool isKeyed
    readonly property bool isWide: root.width > root.height
    readonly property int rightOfHelp: help.x + help.width + Theme.gap
    required property VisitViewModel visit

    color: Theme.night

    Timer {
        interval: 15000
        repeat: true
        running: !Theme.isCalm

        onTriggered: root.attract.next()
    }
    Item {
        id: moved

        height: parent.height
        width: parent.width
        x: Theme.millimetres(root.attract.shift)

        StartPicture {
            id: picture

            anchors.right: parent.right
            anchors.rightMargin: Theme.margin * 2
            anchors.top: parent.top
            anchors.topMargin: Theme.margin * 1.5
            height: Theme.millimetres(root.isWide ? 38 : 46)
            isKeyed: root.isKeyed
            source: root.attract.picture
            text: root.attract.question
            width: height

            onClicked: root.attract.open()
        }
        Heading {
            id: question

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin * 2
            anchors.right: picture.left
            anchors.rightMargin: Theme.margin
            anchors.verticalCenter: picture.verticalCenter
            capital: root.isWide ? 10 : 11
            color: Theme.inkOnNight
            horizontalAlignment: Text.AlignHCenter
            text: root.attract.question
        }
        Pathway {
            anchors.bottom: languages.top
            anchors.left: parent.left
            anchors.margins: Theme.margin
            anchors.right: parent.right
            anchors.top: picture.bottom
            description: qsTrId("pathway.alt")
            rest: 24000
        }
        Row {
            id: languages

            anchors.bottom: root.hasRoomBeside ? parent.bottom : help.top
            anchors.bottomMargin: Theme.margin * 1.5
            spacing: Theme.gap
            x: {
                const central = (root.width - width) / 2;
                return root.hasRoomBeside ? Math.max(root.rightOfHelp, central) : central;
            }

            Repeater {
                model: root.visit.startWords

                StartButton {
                    id: start

                    required property int index
                    required property string modelData

                    isKeyed: root.isKeyed
                    text: start.modelData

                    onClicked: root.visit.start(root.visit.languages[start.index])
                }
            }
        }
        // Where it is at the bottom of every other screen.
        StartButton {
            id: help

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.millimetres(1.5) + Theme.gap / 2
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            capital: Theme.label
            fill: Theme.urgent
            height: Theme.mainTarget
            ink: Theme.inkOnPrimary
            isKeyed: root.isKeyed
            lineWidth: words.width
            rounding: Theme.radius
            takesFirst: false
            text: root.attract.helpWords
            width: words.width + Theme.millimetres(14)

            onClicked: root.attract.askForHelp()
        }
        TwoLines {
            id: words

            capital: help.capital
            text: help.text
        }
    }
}
