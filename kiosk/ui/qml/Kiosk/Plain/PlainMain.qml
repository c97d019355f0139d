pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

// Safe mode: the cards as text. It uses no other screen, so none of them can be what is wrong here.
Window {
    id: root

    readonly property alias holder: stage
    property bool isCovered: false
    property bool isKeyed: false
    property bool ownsScreen: true
    required property PlainViewModel plain
    required property VisitViewModel visit

    color: Theme.paper
    title: root.visit.clinic

    onClosing: close => close.accepted = !root.ownsScreen

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
    HoverHandler {
        cursorShape: root.ownsScreen ? Qt.BlankCursor : Qt.ArrowCursor
    }
    ColumnLayout {
        anchors.fill: parent
        enabled: !root.isCovered
        spacing: 0
        visible: !root.isCovered && !root.visit.isWarned

        PlainTop {
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            Layout.topMargin: Theme.gap
            visit: root.visit
        }
        Item {
            id: stage

            Layout.fillHeight: true
            Layout.fillWidth: true

            Loader {
                active: root.visit.screen === Enums.Screen.ATTRACT
                anchors.fill: parent

                sourceComponent: PlainPage {
                    choices: root.visit.startWords
                    heading: qsTrId("home.title")

                    onChosen: index => root.visit.start(root.visit.languages[index])
                    onHelpAsked: root.visit.askForHelp()
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.HOME
                anchors.fill: parent

                sourceComponent: PlainHome {
                    plain: root.plain
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.CARD
                anchors.fill: parent

                sourceComponent: PlainCard {
                    plain: root.plain
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.HELP
                anchors.fill: parent

                sourceComponent: PlainHelp {
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.DESK
                anchors.fill: parent

                sourceComponent: PlainPage {
                    blocks: [qsTrId("desk.not_ready")]
                    heading: qsTrId("desk.title")

                    onHelpAsked: root.visit.askForHelp()

                    Item {
                        Layout.fillWidth: true
                    }
                    QuietButton {
                        iconBefore: "home"
                        shortcut: Qt.Key_Escape
                        text: qsTrId("bar.home")
                        visible: root.plain.titles.length > 0

                        onClicked: root.visit.home()
                    }
                }
            }
        }
    }
    Loader {
        active: root.visit.isWarned
        anchors.fill: parent

        sourceComponent: PlainPage {
            blocks: {
                const isTyping = root.visit.screen === Enums.Screen.CALLBACK;
                const left = root.visit.secondsLeft;
                return [isTyping ? qsTrId("timeout.seconds", left) : qsTrId("timeout.reading", left)];
            }
            hasHelp: false
            heading: qsTrId("timeout.title")

            PrimaryBarButton {
                text: qsTrId("timeout.stay")

                onClicked: root.visit.stay()
            }
        }
    }
}
