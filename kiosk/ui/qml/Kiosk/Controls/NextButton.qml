import QtQuick
import Kiosk.Theme

PrimaryBarButton {
    id: root

    required property bool hasMore
    property string last: qsTrId("bar.next")
    readonly property int widest: Math.max(more.advanceWidth, end.advanceWidth)

    iconAfter: "next"
    // As wide for one label as for the other: a bar that grew would change what fits on the page above it.
    implicitWidth: {
        const words = Math.ceil(root.widest) + Theme.pixels(root.capital) + Theme.millimetres(3);
        return Math.max(root.leastSide, words + root.leftPadding + root.rightPadding);
    }
    labels: `${more.text} ${root.last}`
    leadsOn: true
    shortcut: Qt.Key_PageDown
    text: root.hasMore ? more.text : root.last

    TextMetrics {
        id: more

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(root.capital)
        text: qsTrId("card.more")
    }
    TextMetrics {
        id: end

        font: more.font
        text: root.last
    }
}
