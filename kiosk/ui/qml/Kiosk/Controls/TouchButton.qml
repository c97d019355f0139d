import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Text
import Kiosk.Theme

T.AbstractButton {
    id: root

    property real capital: Theme.label
    property color edge: Theme.edge
    property color fill: Theme.card
    property string iconAfter
    property string iconBefore
    property color ink: Theme.ink
    property int inner: Theme.millimetres(4)

    // It leads nowhere yet and looks it, by more than its colour: no ground and no mark after its words.
    property bool isDim: !root.enabled

    // A digit or letter: some people press one twice in a row on purpose.
    property bool isKey: false
    property bool isLeading: false
    property bool isMain: false

    // One switch lights it up right after the choices of the page.
    property bool leadsOn: root.shortcut === Qt.Key_PageDown
    readonly property real leastSide: root.side + root.topInset + root.bottomInset

    // The key that presses it wherever the focus is: Qt.Key_PageDown on, Qt.Key_PageUp back, Qt.Key_Escape out.
    property int shortcut: 0
    readonly property color shownEdge: root.isDim ? Theme.edge : root.edge
    readonly property color shownFill: root.isDim ? Theme.card : root.fill
    readonly property color shownInk: root.isDim ? Theme.inkSoft : root.ink
    property int side: root.isMain ? Theme.mainTarget : Theme.target

    // The focus of a new page begins here.
    property bool takesFirst: false

    // A screen reader may remember what was on an earlier page.
    function accessiblePressAction(): void {
        if (root.visible)
            root.click();
    }

    Accessible.ignored: !root.visible
    Accessible.name: root.text
    Accessible.role: Accessible.Button
    bottomInset: Theme.gap / 2
    bottomPadding: root.bottomInset + Theme.millimetres(2)
    focusPolicy: Qt.StrongFocus
    implicitHeight: Math.max(root.leastSide, content.implicitHeight + root.topPadding + root.bottomPadding)
    implicitWidth: Math.max(root.leastSide, content.implicitWidth + root.leftPadding + root.rightPadding)
    leftInset: Theme.gap / 2
    leftPadding: root.leftInset + root.inner
    rightInset: Theme.gap / 2
    rightPadding: root.rightInset + root.inner
    topInset: Theme.gap / 2
    topPadding: root.topInset + Theme.millimetres(2)

    background: Rectangle {
        border.color: root.visualFocus ? Theme.start : root.shownEdge
        border.width: root.visualFocus ? Theme.focusRing : Theme.line
        color: root.down ? Qt.darker(root.shownFill, 1.12) : root.shownFill
        radius: Theme.radius

        Rectangle {
            anchors.fill: parent
            anchors.margins: -Theme.focusRing
            border.color: Theme.ink
            border.width: Theme.focusRing
            color: "transparent"
            radius: Theme.radius + Theme.focusRing
            visible: root.visualFocus
        }
    }
    contentItem: Item {
        RowLayout {
            id: content

            anchors.centerIn: root.isLeading ? undefined : parent
            anchors.left: root.isLeading ? parent.left : undefined
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.millimetres(2.5)
            width: root.isLeading ? parent.width : Math.min(parent.width, content.implicitWidth)

            Icon {
                Layout.preferredHeight: Theme.pixels(root.capital)
                Layout.preferredWidth: Theme.pixels(root.capital)
                color: root.shownInk
                symbol: root.iconBefore
                visible: root.iconBefore.length > 0
            }
            PlainText {
                Accessible.ignored: true
                Layout.fillWidth: true
                capital: root.capital
                color: root.shownInk
                font.bold: true
                horizontalAlignment: root.isLeading ? Text.AlignLeft : Text.AlignHCenter
                lineRatio: Theme.tightRatio
                text: root.text
                visible: root.text.length > 0
                // What a visitor typed may be one long word.
                wrapMode: root.isLeading ? Text.Wrap : Text.WordWrap
            }
            Icon {
                Layout.preferredHeight: Theme.pixels(root.capital)
                Layout.preferredWidth: Theme.pixels(root.capital)
                color: root.shownInk
                symbol: root.iconAfter
                visible: root.iconAfter.length > 0 && !root.isDim
            }
        }
    }
}
