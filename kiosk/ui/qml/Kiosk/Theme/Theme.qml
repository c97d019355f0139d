pragma Singleton

import QtQuick

// Not a QtObject: to find out what a plain one is, PySide6 makes a hundred enumerations, 12 ms of every start.
Item {
    id: theme

    property string assets: ""
    readonly property list<real> bodies: [5, 6, 7.3, 9]
    readonly property real body: theme.bodies[theme.textSize - 1]
    readonly property real capitalRatio: 0.668
    readonly property color card: theme.shade(theme.cards)

    // A colour in each scheme: those who choose one see them beside each other.
    readonly property list<string> cards: ["#FFFFFF", "#173A50", "#000000"]
    readonly property color deep: "#12506A"
    readonly property color edge: theme.shade(theme.edges)
    readonly property list<string> edges: ["#8A7F6A", "#8FA6B5", "#FFFFFF"]
    readonly property string family: "Atkinson Hyperlegible"
    readonly property int focusRing: 4
    readonly property int gap: theme.millimetres(4)
    property bool hasEasyTouch: false
    readonly property real heading: theme.body + (theme.isShort ? 0.5 : 1.5)
    readonly property color ink: theme.shade(theme.inks)
    readonly property color inkOnLight: "#12263A"
    readonly property color inkOnNight: "#FFFFFF"
    readonly property color inkOnPrimary: theme.shade(theme.inksOnPrimary)
    readonly property color inkSoft: theme.pick("#3C4F63", "#D3DEE6", "#FFFFFF")
    readonly property list<string> inks: ["#12263A", "#FFFFFF", "#FFFFFF"]
    readonly property list<string> inksOnPrimary: ["#FFFFFF", "#081C29", "#000000"]
    property bool isCalm: false
    property bool isShort: false
    readonly property real label: [5, 5.4, 5.8, 6.2][theme.textSize - 1]
    // Of letters and of places in a picture: not every glass has room for larger ones.
    readonly property int leastTarget: theme.millimetres(20)
    readonly property color light: "#FFFFFF"
    readonly property int line: Math.max(theme.scheme === "high-contrast" ? 3 : 2, theme.millimetres(0.5))
    readonly property real lineRatio: 1.4
    readonly property int mainTarget: theme.millimetres(theme.hasEasyTouch ? 30 : 25)
    readonly property int margin: theme.millimetres(7)

    // Choices on a page, 0 for as many as there is room for.
    readonly property int mostChoices: theme.hasEasyTouch ? 6 : 0
    readonly property color night: theme.pick("#0E2A3C", "#0E2A3C", "#000000")
    readonly property color notice: theme.pick("#E3EAF7", "#1B455E", "#000000")
    readonly property color paper: theme.pick("#FAF6EF", "#0E2A3C", "#000000")
    property real pixelsPerMillimetre: 4
    readonly property color plainPanel: "#E3EAF7"
    readonly property list<string> primaries: ["#12506A", "#8FD6EA", "#FFE14D"]
    readonly property color primary: theme.shade(theme.primaries)
    readonly property color quiet: theme.pick("#F1E8DA", "#1F4458", "#000000")
    readonly property int radius: theme.millimetres(4)
    property string scheme: "standard"
    readonly property real smallest: 5
    readonly property color start: theme.pick("#FFC933", "#FFC933", "#FFE14D")
    readonly property int target: theme.millimetres(theme.hasEasyTouch ? 30 : 20)
    property int textSize: 1
    readonly property real tightRatio: 1.25
    readonly property real tile: [5, 5.6, 6.4, 7.3][theme.textSize - 1]
    readonly property real title: theme.body + 3
    readonly property color urgent: theme.pick("#7E2F0D", "#FFC2A6", "#FFB38A")
    readonly property color urgentGround: theme.pick("#FCE8DC", "#173A50", "#000000")
    // From here on all buttons of a page have room in one bar, and long words in one of two columns.
    readonly property int wide: theme.millimetres(300)

    function icon(name: string): url {
        return name.length === 0 ? "" : theme.assets + "icons/" + name + ".svg";
    }
    // Whether light text stands on a ground.
    function isDark(ground: color): bool {
        return ground.hslLightness < 0.5;
    }
    function millimetres(length: real): int {
        return Math.round(length * theme.pixelsPerMillimetre);
    }
    // Pictures are drawn for light grounds and keep them in every scheme.
    function panel(tint: color): color {
        return theme.isDark(tint) ? theme.plainPanel : tint;
    }
    function pick(standard: string, dark: string, contrast: string): color {
        switch (theme.scheme) {
        case "dark":
            return dark;
        case "high-contrast":
            return contrast;
        default:
            return standard;
        }
    }
    function picture(name: string): url {
        return name.length === 0 ? "" : theme.assets + "pictures/" + name + ".svg";
    }
    function pixels(capital: real): int {
        return Math.round(capital * theme.pixelsPerMillimetre / theme.capitalRatio);
    }
    // A colour that has a value for each scheme, as pick; the primary colour before there is any.
    function shade(shades: list<string>): color {
        return shades.length === 0 ? theme.primary : theme.pick(shades[0], shades[1], shades[2]);
    }
}
