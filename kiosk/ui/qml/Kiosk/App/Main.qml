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
        value: root.visit.isBroughtDown || root.height < Theme.millimetres(220)
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
            active: root.visit.isBroughtDown
            anchors.bottom: stage.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top

            sourceComponent: UpperHalf {
            }
        }
        Item {
            id: stage

            anchors.fill: parent
            anchors.topMargin: root.visit.isBroughtDown ? Math.ceil(root.height / 2) - ribbon.height : 0
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
