import QtQuick
import QtQuick.Layouts
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

// In two lines, however much room there is: it is the same on every screen.
TouchButton {
    id: root

    Layout.maximumWidth: Layout.preferredWidth
    Layout.minimumWidth: Layout.preferredWidth
    Layout.preferredWidth: {
        const icon = Theme.pixels(root.capital) + Theme.millimetres(2.5);
        return words.width + icon + root.leftPadding + root.rightPadding;
    }
    edge: Theme.urgent
    fill: Theme.urgent
    iconBefore: "hand"
    ink: Theme.inkOnPrimary
    isMain: true
    text: qsTrId("help.open")

    TwoLines {
        id: words

        capital: root.capital
        text: root.text
    }
}
