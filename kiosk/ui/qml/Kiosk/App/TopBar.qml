import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Pictures
import Kiosk.Text
import Kiosk.Theme

RowLayout {
    id: root

    required property bool isDraft
    readonly property bool isWide: root.width > Theme.millimetres(Theme.isShort ? 300 : 400)
    required property VisitViewModel visit

    spacing: 0

    Drawing {
        Layout.leftMargin: Theme.gap / 2
        Layout.preferredHeight: Theme.millimetres(12)
        Layout.preferredWidth: Theme.millimetres(12)
        source: Theme.picture("clinic-mark")
    }
    GridLayout {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.millimetres(3)
        Layout.minimumWidth: Theme.millimetres(55)
        columnSpacing: Theme.gap
        columns: root.isWide ? 2 : 1
        rowSpacing: 0

        PlainText {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            capital: Theme.label
            font.bold: true
            lineRatio: Theme.tightRatio
            text: root.visit.clinic
        }
        DraftChip {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            visible: root.isDraft
        }
    }
    BarButton {
        iconBefore: "language"
        text: root.visit.otherLanguageName
        visible: root.visit.otherLanguageName.length > 0

        onClicked: root.visit.switchLanguage()
    }
    BarButton {
        iconBefore: "text-size"
        text: qsTrId("comfort.open")

        onClicked: root.visit.makeEasier()
    }
    BarButton {
        iconBefore: "info"
        text: qsTrId("top.about")

        onClicked: root.visit.openAbout()
    }
}
