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
    required property bool isKeyed
    readonly property bool isWide: root.width > root.height
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

            anchors.bottom: parent.bottom
            anchors.bottomMargin: Theme.margin * 1.5
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.gap

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
    }
}
