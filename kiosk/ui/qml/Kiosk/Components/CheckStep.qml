import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Theme

ColumnLayout {
    id: root

    required property CallbackViewModel callback

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        capital: Theme.title
        text: qsTrId("callback.check.title")
    }
    Rectangle {
        Layout.fillWidth: true
        Layout.preferredHeight: row.implicitHeight + Theme.gap
        border.color: Theme.edge
        border.width: Theme.line
        color: Theme.card
        radius: Theme.radius

        RowLayout {
            id: row

            anchors.fill: parent
            anchors.leftMargin: Theme.gap
            anchors.rightMargin: Theme.gap / 2
            spacing: Theme.gap

            ColumnLayout {
                Layout.fillWidth: true
                spacing: Theme.millimetres(1)

                PlainText {
                    Layout.fillWidth: true
                    capital: Theme.label
                    color: Theme.inkSoft
                    lineRatio: Theme.tightRatio
                    text: qsTrId("callback.check.phone")
                }
                PlainText {
                    Layout.fillWidth: true
                    capital: Theme.title
                    font.bold: true
                    lineRatio: Theme.tightRatio
                    text: root.callback.grouped
                }
            }
            TouchButton {
                Accessible.name: qsTrId("callback.check.change_phone")
                edge: Theme.primary
                ink: Theme.primary
                isMain: true
                text: qsTrId("callback.check.change")

                onClicked: root.callback.back()
            }
        }
    }
    RowLayout {
        Layout.fillWidth: true
        spacing: Theme.millimetres(3)
        visible: root.callback.isOdd

        Icon {
            Layout.alignment: Qt.AlignTop
            Layout.preferredHeight: Theme.pixels(Theme.body)
            Layout.preferredWidth: Theme.pixels(Theme.body)
            color: Theme.urgent
            symbol: "warning"
        }
        PlainText {
            Layout.fillWidth: true
            color: Theme.urgent
            font.bold: true
            lineRatio: Theme.tightRatio
            text: qsTrId("callback.check.odd")
        }
    }
    PagedText {
        Layout.fillHeight: true
        Layout.fillWidth: true
        blocks: [root.callback.consent, qsTrId("callback.check.when").arg(root.callback.callDays)]
    }
    PrimaryButton {
        Layout.fillWidth: true
        Layout.leftMargin: -Theme.gap / 2
        Layout.rightMargin: -Theme.gap / 2
        capital: Theme.body
        iconBefore: "call-back"
        text: qsTrId("callback.check.send")

        onClicked: root.callback.send()
    }
}
