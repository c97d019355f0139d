import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Theme

Rectangle {
    id: root

    readonly property color accent: Theme.accent(root.card.card)
    required property CardViewModel card

    color: Theme.panel(root.card.card)
    radius: Theme.radius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.millimetres(2)

        Heading {
            Layout.fillWidth: true
            capital: Theme.label
            color: root.accent
            text: root.card.title
            visible: !Theme.isShort || root.card.stopNames.length === 0
        }
        Heading {
            Layout.fillWidth: true
            capital: Theme.label
            color: root.accent
            text: qsTrId("card.lost_at").arg(root.card.stopNames)
            visible: root.card.stopNames.length > 0 && !root.card.isForToday
        }
        Drawing {
            Accessible.ignored: false
            Accessible.name: root.card.pictureAlt
            Accessible.role: Accessible.Graphic
            Layout.fillHeight: true
            Layout.fillWidth: true
            source: Theme.picture(root.card.isForToday ? root.card.scene : "today")
            visible: root.card.isForToday
        }
        Pathway {
            Layout.fillHeight: true
            Layout.fillWidth: true
            closeUp: root.card.hasStates ? "" : root.card.card
            description: root.card.pictureAlt
            lit: root.card.hasStates ? [] : root.card.stops
            overlay: !root.card.hasStates ? "" : root.card.card + (root.card.isAffected ? "-affected" : "-healthy")
            visible: !root.card.isForToday
        }
        PlainText {
            Layout.fillWidth: true
            capital: Theme.smallest
            horizontalAlignment: Text.AlignHCenter
            lineRatio: Theme.tightRatio
            text: root.card.caption
            visible: text.length > 0
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: 0
            visible: root.card.hasStates && !root.card.isForToday

            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: !root.card.isAffected
                edge: root.accent
                fill: root.card.isAffected ? Theme.card : root.accent
                iconBefore: "healthy"
                ink: root.card.isAffected ? root.accent : Theme.inkOnPrimary
                isMain: true
                text: qsTrId("card.healthy")

                onClicked: root.card.showHealthy()
            }
            TouchButton {
                Layout.fillWidth: true
                Layout.preferredWidth: 1
                checked: root.card.isAffected
                edge: root.accent
                fill: root.card.isAffected ? root.accent : Theme.card
                iconBefore: "affected"
                ink: root.card.isAffected ? Theme.inkOnPrimary : root.accent
                isMain: true
                text: qsTrId("card.affected")

                onClicked: root.card.showAffected()
            }
        }
    }
}
