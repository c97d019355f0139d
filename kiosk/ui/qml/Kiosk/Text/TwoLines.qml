import QtQuick
import Kiosk.Theme

// How wide bold words are that may take two lines.
QtObject {
    id: root

    required property real capital
    readonly property list<string> lines: {
        const words = root.text.split(" ");
        let best = [root.text, ""];
        for (let first = 1; first < words.length; first++) {
            const lines = [words.slice(0, first).join(" "), words.slice(first).join(" ")];
            if (Math.max(lines[0].length, lines[1].length) < Math.max(best[0].length, best[1].length))
                best = lines;
        }
        return best;
    }
    readonly property TextMetrics lower: TextMetrics {
        font: root.upper.font
        text: root.lines[1]
    }
    required property string text
    readonly property TextMetrics upper: TextMetrics {
        font.bold: true
        font.family: Theme.family
        font.pixelSize: Theme.pixels(root.capital)
        text: root.lines[0]
    }
    readonly property int width: Math.ceil(Math.max(root.upper.advanceWidth, root.lower.advanceWidth)) + 2
}
