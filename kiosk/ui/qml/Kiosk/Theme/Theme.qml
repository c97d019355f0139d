pragma Singleton

import QtQuick

QtObject {
    id: theme

    property string assets: ""
    readonly property real body: [5, 6, 7.3, 9][theme.textSize - 1]
    readonly property real capitalRatio: 0.668
    readonly property color card: "#FFFFFF"
    readonly property color edge: "#8A7F6A"
    readonly property string family: "Atkinson Hyperlegible"
    readonly property int focusRing: 4
    readonly property int gap: theme.millimetres(4)
    readonly property real heading: theme.body + 1.5
    readonly property color ink: "#12263A"
    readonly property color inkOnNight: "#FFFFFF"
    readonly property color inkOnPrimary: "#FFFFFF"
    readonly property color inkSoft: "#3C4F63"
    property bool isCalm: false
    property bool isShort: false
    readonly property real label: [5, 5.4, 5.8, 6.2][theme.textSize - 1]
    readonly property int line: Math.max(2, theme.millimetres(0.5))
    readonly property real lineRatio: 1.4
    readonly property int mainTarget: theme.millimetres(25)
    readonly property int margin: theme.millimetres(7)
    readonly property color night: "#0E2A3C"
    readonly property color notice: "#E3EAF7"
    readonly property color paper: "#FAF6EF"
    property real pixelsPerMillimetre: 4
    readonly property color primary: "#12506A"
    readonly property color quiet: "#F1E8DA"
    readonly property int radius: theme.millimetres(4)
    readonly property color scrim: "#CC0E2A3C"
    readonly property real smallest: 5
    readonly property color start: "#FFC933"
    readonly property int target: theme.millimetres(20)
    property int textSize: 1
    readonly property real tightRatio: 1.25
    readonly property real tile: [5, 5.6, 6.4, 7.3][theme.textSize - 1]
    readonly property real title: theme.body + 3
    readonly property color urgent: "#7E2F0D"

    function accent(cause: string): color {
        switch (cause) {
        case "genetic":
            return "#4E3493";
        case "autoimmune":
            return "#8A1B50";
        case "infections":
            return "#1F5228";
        case "injury":
            return "#7E2F0D";
        case "metabolic":
            return "#644200";
        case "toxins":
            return "#085252";
        case "later-life":
            return "#26457F";
        default:
            return theme.primary;
        }
    }
    function icon(name: string): url {
        return name.length === 0 ? "" : theme.assets + "icons/" + name + ".svg";
    }
    function millimetres(length: real): int {
        return Math.round(length * theme.pixelsPerMillimetre);
    }
    function panel(cause: string): color {
        const tint = theme.tint(cause);
        return Qt.colorEqual(tint, theme.primary) ? theme.notice : tint;
    }
    function picture(name: string): url {
        return name.length === 0 ? "" : theme.assets + "pictures/" + name + ".svg";
    }
    function pixels(capital: real): int {
        return Math.round(capital * theme.pixelsPerMillimetre / theme.capitalRatio);
    }
    function thumbnail(cause: string): url {
        return cause.length === 0 ? "" : theme.assets + "thumbnails/" + cause + ".svg";
    }
    function tint(cause: string): color {
        switch (cause) {
        case "genetic":
            return "#ECE6F8";
        case "autoimmune":
            return "#FBE6EF";
        case "infections":
            return "#E3F2E1";
        case "injury":
            return "#FCE8DC";
        case "metabolic":
            return "#FCF1D3";
        case "toxins":
            return "#DDF1F0";
        case "later-life":
            return "#E3EAF7";
        default:
            return theme.primary;
        }
    }
}
