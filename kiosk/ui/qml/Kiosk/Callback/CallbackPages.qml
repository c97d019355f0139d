import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Text
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback
    readonly property alias hasBack: pages.hasBack
    readonly property alias hasNext: pages.hasNext
    readonly property bool isNotice: root.callback.step === Enums.CallbackStep.NOTICE
    required property VisitViewModel visit

    function back(): void {
        pages.back();
    }
    function next(): void {
        pages.next();
    }

    spacing: Theme.gap

    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.gap

        Icon {
            Layout.preferredHeight: Theme.pixels(Theme.title)
            Layout.preferredWidth: Theme.pixels(Theme.title)
            color: root.isNotice ? Theme.urgent : Theme.primary
            symbol: root.callback.icon
        }
        Heading {
            Layout.fillWidth: true
            capital: Theme.title
            color: root.isNotice ? Theme.urgent : Theme.ink
            text: root.callback.heading
        }
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        blocks: root.callback.blocks
        columns: root.isNotice && !Theme.isShort && root.width > root.height ? 2 : 1
    }
    Countdown {
        id: clearing

        Layout.fillWidth: true
        color: Theme.inkSoft
        secondsLeft: root.visit.secondsLeft
        text: qsTrId("callback.done.clears", clearing.secondsLeft)
        told: qsTrId("callback.done.clears", clearing.secondsTold)
        visible: root.callback.clearsItself
    }
}
