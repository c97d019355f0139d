import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    readonly property int columns: root.width > root.height ? 2 : 1
    required property ComfortViewModel comfort
    required property CoverViewModel cover
    // Three choices fill a row of their own then; beside each other stand only the sizes and the switch.
    readonly property bool isTight: root.width > root.height && root.width < Theme.wide
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.gap
        capital: Theme.title
        text: qsTrId("comfort.open")
    }
    PlainText {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.label
        color: Theme.inkSoft
        lineRatio: Theme.tightRatio
        text: qsTrId("comfort.this_visit")
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        columnSpacing: Theme.margin
        columns: root.columns
        rowSpacing: Theme.gap
        uniformCellWidths: !root.isTight

        SizeChoices {
            Layout.preferredWidth: 2
            chosen: root.comfort.textSize
            count: root.comfort.textSizes

            onTouched: size => root.comfort.chooseTextSize(size)
        }
        SwitchChoices {
            Layout.preferredWidth: 3
            isFastest: root.comfort.isFastestSwitch
            isOn: root.comfort.hasOneSwitch
            isSlowest: root.comfort.isSlowestSwitch
            seconds: root.comfort.switchSeconds

            onPaceChanged: steps => root.comfort.changePace(steps)
            onToggled: root.comfort.toggleOneSwitch()
        }
        SchemeChoices {
            Layout.columnSpan: root.isTight ? 2 : 1
            Layout.preferredWidth: 5
            chosen: root.comfort.scheme

            onTouched: index => root.comfort.chooseScheme(index)
        }
        GridLayout {
            Layout.alignment: Qt.AlignTop
            Layout.columnSpan: root.isTight ? 2 : 1
            Layout.fillWidth: true
            Layout.preferredWidth: 5
            columnSpacing: Theme.margin
            columns: root.isTight ? 2 : 1
            rowSpacing: Theme.gap

            ComfortSection {
                Layout.preferredWidth: 5
                title: qsTrId("comfort.touch")

                ChoiceButton {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    capital: Theme.label
                    isChosen: root.comfort.hasEasyTouch
                    takesOne: false
                    text: qsTrId("comfort.easy_touch")

                    onClicked: root.comfort.toggleEasyTouch()
                }
                ChoiceButton {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    capital: Theme.label
                    isChosen: root.comfort.isCalm
                    takesOne: false
                    text: qsTrId("comfort.calm")

                    onClicked: root.comfort.toggleCalm()
                }
            }
            ReachChoices {
                Layout.preferredWidth: 4
                chosen: root.comfort.reach
                hasNames: root.width > Theme.pixels(Theme.label) * 8 * root.columns * root.comfort.reaches.length
                offered: root.comfort.reaches
                visible: root.comfort.reaches.length > 1

                onTouched: reach => root.comfort.chooseReach(reach)
            }
        }
    }
    Item {
        Layout.fillHeight: true
    }
    VisitBar {
        Layout.fillWidth: true
        visit: root.visit

        Item {
            Layout.fillWidth: true
        }
        CoverButton {
            cover: root.cover
        }
        Item {
            Layout.fillWidth: true
        }
        PrimaryBarButton {
            iconBefore: "check"
            leadsOn: true
            shortcut: Qt.Key_Escape
            text: qsTrId("bar.done")

            onClicked: root.comfort.done()
        }
    }
}
