pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls
import Kiosk.Theme

ColumnLayout {
    id: root

    required property AboutViewModel about
    required property VisitViewModel visit

    spacing: Theme.gap

    Heading {
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        capital: Theme.title
        text: qsTrId("about.title")
    }
    PagedText {
        id: pages

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.leftMargin: Theme.margin
        Layout.rightMargin: Theme.margin
        blocks: [qsTrId("about.purpose"), qsTrId("about.publisher").arg(root.visit.clinic), qsTrId("about.not_a_diagnosis").arg(root.visit.emergencyNumber), qsTrId("about.memory"), qsTrId("about.versions").arg(root.about.programVersion).arg(root.about.contentVersion), ...root.about.reviewLines]
        columns: root.width > root.height ? 2 : 1
    }
    BottomBar {
        Layout.fillWidth: true

        QuietButton {
            iconBefore: "home"
            text: qsTrId("bar.home")

            onClicked: root.visit.home()
        }
        SecondaryButton {
            iconBefore: "back"
            text: qsTrId("bar.back")
            visible: pages.hasBack

            onClicked: pages.back()
        }
        Item {
            Layout.fillWidth: true
        }
        PrimaryBarButton {
            iconAfter: "next"
            text: qsTrId("card.more")
            visible: pages.hasNext

            onClicked: pages.next()
        }
    }
}
