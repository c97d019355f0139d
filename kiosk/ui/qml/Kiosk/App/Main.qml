pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Backend
import Kiosk.Home
import Kiosk.Text
import Kiosk.Theme

Window {
    id: root

    required property AttractViewModel attract
    readonly property alias holder: stage
    property bool isCovered: false
    property bool isKeyed: false
    property rect lit: Qt.rect(0, 0, 0, 0)
    property string litNames: ""
    property bool ownsScreen: true
    required property VisitViewModel visit

    color: root.visit.screen === Enums.Screen.ATTRACT ? Theme.night : Theme.paper
    title: root.visit.clinic

    onClosing: close => close.accepted = !root.ownsScreen

    Binding {
        property: "isShort"
        target: Theme
        value: root.visit.isMoved || root.height < Theme.millimetres(220)
    }
    Binding {
        property: "textSize"
        target: Theme
        value: root.visit.textSize
    }
    Binding {
        property: "scheme"
        target: Theme
        value: root.visit.scheme
    }
    Binding {
        property: "hasEasyTouch"
        target: Theme
        value: root.visit.hasEasyTouch
    }
    Binding {
        property: "isCalm"
        target: Theme
        value: root.visit.isCalm
    }
    HoverHandler {
        cursorShape: root.ownsScreen ? Qt.BlankCursor : Qt.ArrowCursor
    }
    Rectangle {
        id: ribbon

        color: Theme.start
        height: root.visit.isDemonstration ? demonstration.implicitHeight + Theme.millimetres(1) : 0
        visible: root.visit.isDemonstration && !root.isCovered
        width: parent.width

        PlainText {
            id: demonstration

            anchors.verticalCenter: parent.verticalCenter
            capital: Theme.smallest
            color: Theme.inkOnLight
            font.bold: true
            horizontalAlignment: Text.AlignHCenter
            lineRatio: 1.15
            text: qsTrId("demonstration")
            width: parent.width
        }
    }
    Item {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: ribbon.bottom
        enabled: !root.isCovered
        visible: !root.isCovered

        Loader {
            active: root.visit.screen === Enums.Screen.ATTRACT
            anchors.fill: parent

            sourceComponent: AttractScreen {
                attract: root.attract
                isKeyed: root.isKeyed
                visit: root.visit
            }
        }
        Loader {
            active: root.visit.isMoved
            anchors.fill: parent

            sourceComponent: RestOfGlass {
                part: Qt.rect(stage.x, stage.y, stage.width, stage.height)
            }
        }
        Item {
            id: stage

            readonly property rect part: root.visit.part

            height: root.visit.isMoved ? Math.floor(stage.part.height * root.height) : parent.height
            width: Math.floor(stage.part.width * parent.width)
            x: Math.ceil(stage.part.x * parent.width)
            y: parent.height - stage.height
        }
    }
    Loader {
        active: root.lit.width > 0
        z: 1

        sourceComponent: SwitchLight {
            names: root.litNames
            place: root.lit
        }
    }
}
