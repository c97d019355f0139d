import QtQuick
import QtQuick.Layouts
import Kiosk.Bars
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

// A heading, text or choices in pages, and a bar with help: all that the plain screens are made of.
ColumnLayout {
    id: root

    property alias blocks: pages.blocks
    default property alias buttons: bar.content
    property alias choices: list.choices
    readonly property bool hasChoices: root.choices.length > 0
    property alias hasHelp: help.visible
    readonly property bool hasNext: root.hasChoices ? list.hasNext : pages.hasNext
    readonly property bool hasPageBefore: root.hasChoices ? list.hasBack : pages.hasBack
    property alias heading: title.text
    property alias isOnePage: pages.isOnePage

    signal chosen(index: int)
    signal helpAsked

    function back(): void {
        if (root.hasChoices)
            list.back();
        else
            pages.back();
    }
    function next(): void {
        if (root.hasChoices)
            list.next();
        else
            pages.next();
    }

    spacing: Theme.gap

    Heading {
        id: title

        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        Layout.topMargin: Theme.gap
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: []
        visible: !root.hasChoices
    }
    ChoicePages {
        id: list

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin - Theme.gap / 2
        Layout.rightMargin: Theme.margin - Theme.gap / 2
        choices: []
        chosen: []
        columns: root.width > root.height ? 2 : 1
        symbol: "next"
        visible: root.hasChoices

        onTouched: index => root.chosen(index)
    }
    BottomBar {
        id: bar

        Layout.fillWidth: true

        HelpButton {
            id: help

            onClicked: root.helpAsked()
        }
    }
}
