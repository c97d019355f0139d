pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Components
import Kiosk.Theme

Window {
    id: root

    required property AboutViewModel about
    required property CallbackViewModel callback
    required property CardViewModel card
    readonly property bool hasTopBar: root.visit.screen === "home" || root.visit.screen === "card" || root.visit.screen === "self_check" || root.visit.screen === "callback" || root.visit.screen === "about"
    required property HomeViewModel home
    required property SelfCheckViewModel selfCheck
    required property VisitViewModel visit

    color: root.visit.screen === "attract" ? Theme.night : Theme.paper
    title: root.visit.clinic

    Binding {
        property: "isShort"
        target: Theme
        value: root.height < Theme.millimetres(220)
    }
    Binding {
        property: "textSize"
        target: Theme
        value: root.visit.textSize
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: demonstration.implicitHeight + Theme.millimetres(1)
            color: Theme.start
            visible: root.visit.isDemonstration

            PlainText {
                id: demonstration

                anchors.verticalCenter: parent.verticalCenter
                capital: Theme.smallest
                font.bold: true
                horizontalAlignment: Text.AlignHCenter
                lineRatio: 1.15
                text: qsTrId("demonstration")
                width: parent.width
            }
        }
        TopBar {
            Layout.bottomMargin: Theme.millimetres(1)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin - Theme.gap / 2
            Layout.rightMargin: Theme.margin - Theme.gap / 2
            Layout.topMargin: Theme.millimetres(1)
            isDraft: root.visit.screen === "card" ? root.card.isDraft : root.visit.screen === "self_check" ? root.selfCheck.isDraft : root.visit.screen === "home" && root.home.isDraft
            visible: root.hasTopBar
            visit: root.visit
        }
        Stage {
            Layout.fillHeight: true
            Layout.fillWidth: true
            about: root.about
            callback: root.callback
            card: root.card
            home: root.home
            selfCheck: root.selfCheck
            visit: root.visit
        }
    }
    MouseArea {
        anchors.fill: parent
        enabled: settling.running
        visible: settling.running
    }
    Timer {
        id: settling

        interval: 300
    }
    Connections {
        function onScreenSwitched(): void {
            settling.restart();
        }

        target: root.visit
    }
    Loader {
        active: root.visit.isWarned
        anchors.fill: parent

        sourceComponent: TimeOutWarning {
            secondsLeft: root.visit.secondsLeft

            onStayed: root.visit.stay()
        }
    }
}
