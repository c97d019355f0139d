pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Callback
import Kiosk.Card
import Kiosk.Comfort
import Kiosk.Home
import Kiosk.SelfCheck
import Kiosk.Theme

Item {
    id: root

    required property AboutViewModel about
    required property CallChoicesViewModel callChoices
    required property CallbackViewModel callback
    required property CardViewModel card
    required property ComfortViewModel comfort
    required property CoverViewModel cover
    required property GoingOn goingOn
    required property HomeViewModel home
    // Not while letters and colours are chosen: each screen that is there takes over each choice.
    property bool isAhead: false
    readonly property bool isCovered: root.cover.phase !== Enums.CoverPhase.OFF
    readonly property bool isMakingEasier: root.visit.isMakingEasier
    required property PictureViewModel picture
    required property SelfCheckPosterViewModel poster
    required property QuestionsViewModel questions
    required property SelfCheckViewModel selfCheck
    required property TakeHomeViewModel takeHome
    required property VisitViewModel visit

    anchors.fill: parent

    Component.onCompleted: settled.start()
    onIsMakingEasierChanged: settled.restart()

    // No page waits for what is made or dropped.
    Timer {
        id: settled

        interval: 300

        onTriggered: root.isAhead = !root.isMakingEasier
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0
        visible: !root.visit.isMakingEasier && !root.isCovered && !root.visit.isWarned

        TopBar {
            Layout.bottomMargin: Theme.millimetres(1)
            Layout.fillWidth: true
            Layout.leftMargin: Theme.margin - Theme.gap / 2
            Layout.rightMargin: Theme.margin - Theme.gap / 2
            Layout.topMargin: Theme.millimetres(1)
            isDraft: root.visit.isDraft
            visible: root.visit.hasTopBar
            visit: root.visit
        }
        Item {
            Layout.fillHeight: true
            Layout.fillWidth: true

            // Made before they are asked for: a touch has then only to show them.
            Loader {
                id: first

                readonly property bool isNear: [Enums.Screen.ATTRACT, Enums.Screen.HOME].includes(root.visit.screen)

                active: root.isAhead || first.isNear
                anchors.fill: parent
                asynchronous: !first.isNear
                visible: root.visit.screen === Enums.Screen.HOME

                sourceComponent: HomeScreen {
                    callback: root.callback
                    home: root.home
                    poster: root.poster
                    visit: root.visit
                }
            }
            Loader {
                active: root.isAhead || root.visit.screen === Enums.Screen.CARD
                anchors.fill: parent
                asynchronous: root.visit.screen !== Enums.Screen.CARD
                visible: root.visit.screen === Enums.Screen.CARD

                sourceComponent: CardScreen {
                    callback: root.callback
                    card: root.card
                    picture: root.picture
                    poster: root.poster
                    takeHome: root.takeHome
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.SELF_CHECK
                anchors.fill: parent

                sourceComponent: SelfCheckScreen {
                    callback: root.callback
                    check: root.poster
                    goingOn: root.goingOn
                    selfCheck: root.selfCheck
                    visit: root.visit
                }
            }
            Loader {
                active: root.isAhead || root.visit.screen === Enums.Screen.CALLBACK
                anchors.fill: parent
                asynchronous: root.visit.screen !== Enums.Screen.CALLBACK
                visible: root.visit.screen === Enums.Screen.CALLBACK

                sourceComponent: CallbackScreen {
                    callback: root.callback
                    choices: root.callChoices
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.HELP
                anchors.fill: parent

                sourceComponent: HelpScreen {
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.QUESTIONS
                anchors.fill: parent

                sourceComponent: QuestionsScreen {
                    questions: root.questions
                    takeHome: root.takeHome
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.ABOUT
                anchors.fill: parent

                sourceComponent: AboutScreen {
                    about: root.about
                    visit: root.visit
                }
            }
            Loader {
                active: root.visit.screen === Enums.Screen.DESK
                anchors.fill: parent

                sourceComponent: DeskScreen {
                    visit: root.visit
                }
            }
        }
    }
    Loader {
        active: root.visit.isMakingEasier
        anchors.fill: parent
        visible: !root.isCovered && !root.visit.isWarned

        sourceComponent: ComfortScreen {
            comfort: root.comfort
            cover: root.cover
            visit: root.visit
        }
    }
    Loader {
        active: root.isCovered
        anchors.fill: parent
        visible: !root.visit.isWarned

        sourceComponent: CoverScreen {
            cover: root.cover
            visit: root.visit
        }
    }
    Loader {
        active: root.visit.isWarned
        anchors.fill: parent

        sourceComponent: TimeOutWarning {
            // What is covered is not told either.
            isTyping: root.visit.screen === Enums.Screen.CALLBACK && !root.isCovered
            secondsLeft: root.visit.secondsLeft

            onStayed: root.visit.stay()
        }
    }
}
