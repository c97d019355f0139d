import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property ComfortViewModel comfort
    required property CoverViewModel cover
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
        columns: root.width > root.height ? 2 : 1
        rowSpacing: Theme.gap
        uniformCellWidths: true

        SizeChoices {
            chosen: root.comfort.textSize
            count: root.comfort.textSizes

            onTouched: size => root.comfort.chooseTextSize(size)
        }
        SchemeChoices {
            chosen: root.comfort.scheme

            onTouched: index => root.comfort.chooseScheme(index)
        }
        ComfortSection {
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
        SwitchChoices {
            isFastest: root.comfort.isFastestSwitch
            isOn: root.comfort.hasOneSwitch
            isSlowest: root.comfort.isSlowestSwitch
            seconds: root.comfort.switchSeconds

            onPaceChanged: steps => root.comfort.changePace(steps)
            onToggled: root.comfort.toggleOneSwitch()
        }
    }
    Item {
        Layout.fillHeight: true
    }
    VisitBar {
        Layout.fillWidth: true
        isLoud: false
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
