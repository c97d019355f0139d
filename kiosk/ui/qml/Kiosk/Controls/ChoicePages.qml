pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Text
import Kiosk.Theme

Item {
    id: root

    required property list<string> choices
    required property list<string> chosen
    property int columns: 1
    readonly property alias count: pager.count
    // So long does the chosen one fill up, 0 for not at all.
    property int fillMilliseconds: 0
    readonly property alias hasBack: pager.hasBack
    readonly property alias hasNext: pager.hasNext
    property int lastPageCount: 0
    property string symbol: ""
    property bool takesOne: false

    signal touched(int index, bool hasSeenAll)

    function back(): void {
        pager.back();
    }
    function next(): void {
        pager.next();
    }

    ChoiceButton {
        id: sample

        isChosen: false
        takesOne: root.takesOne
        visible: false
    }
    PlainText {
        id: line

        capital: sample.capital
        lineRatio: Theme.tightRatio
        visible: false
    }
    AnswerPager {
        id: pager

        answers: root.choices
        columns: root.columns
        family: Theme.family
        height: root.height
        inset: sample.leftPadding + sample.rightPadding + Theme.pixels(sample.capital) + Theme.millimetres(2.5)
        lastPageCount: root.lastPageCount
        least: sample.leastSide
        lineHeight: line.lineHeight
        most: Theme.mostChoices
        padding: sample.topPadding + sample.bottomPadding
        pixelSize: line.font.pixelSize
        width: root.width
    }
    PageMark {
        shows: `${pager.page}`
    }
    GridLayout {
        columnSpacing: 0
        columns: root.columns
        rowSpacing: 0
        width: parent.width

        Repeater {
            model: pager.rows

            ChoiceButton {
                id: choice

                required property int index
                required property int span
                required text

                Layout.columnSpan: choice.span
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.preferredWidth: choice.span
                fillMilliseconds: choice.isChosen ? root.fillMilliseconds : 0
                isChosen: root.chosen.includes(choice.text)
                symbol: root.symbol
                takesOne: root.takesOne

                onClicked: root.touched(choice.index, pager.hasSeenAll)
            }
        }
    }
}
