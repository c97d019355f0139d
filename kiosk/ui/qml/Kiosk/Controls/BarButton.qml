import QtQuick
import QtQuick.Layouts
import Kiosk.Theme

// In a row of buttons: as wide as its words, and in a full row as narrow as its longest word.
TouchButton {
    id: root

    // All it may say while it stands there: its width must not change with what it says.
    property string labels: root.text
    readonly property int leastWidth: {
        const icons = Number(root.iconBefore.length > 0) + Number(root.iconAfter.length > 0);
        const iconWidth = Theme.pixels(root.capital) + Theme.millimetres(2.5);
        return Math.ceil(word.advanceWidth) + icons * iconWidth + root.leftPadding + root.rightPadding + 2;
    }

    Layout.fillWidth: true
    Layout.maximumWidth: root.implicitWidth
    Layout.minimumWidth: root.leastWidth

    TextMetrics {
        id: word

        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(root.capital)
        text: root.labels.split(" ").reduce((longest, next) => next.length > longest.length ? next : longest, "")
    }
}
