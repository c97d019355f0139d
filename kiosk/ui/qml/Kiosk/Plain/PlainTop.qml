import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Text
import Kiosk.Theme

RowLayout {
    id: root

    required property VisitViewModel visit

    spacing: Theme.gap

    PlainText {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        capital: Theme.label
        font.bold: true
        lineRatio: Theme.tightRatio
        text: root.visit.clinic + (root.visit.isDemonstration ? " \u2022 " + qsTrId("demonstration") : "")
    }
    DraftChip {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        visible: root.visit.isDraft
    }
    BarButton {
        iconBefore: "language"
        text: root.visit.otherLanguageName
        visible: root.visit.otherLanguageName.length > 0

        onClicked: root.visit.switchLanguage()
    }
}
