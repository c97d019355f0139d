import QtQuick
import QtQuick.Layouts
import Kiosk.Backend
import Kiosk.Controls

// What the kiosk does besides telling: at the right of the bar, on a tall glass in a row of their own above it.
RowLayout {
    id: root

    required property CallbackViewModel callback
    property bool offersCall: true
    required property SelfCheckPosterViewModel poster
    required property VisitViewModel visit

    spacing: 0

    SecondaryButton {
        iconBefore: "self-check"
        text: qsTrId("bar.self_check")
        visible: root.visit.isSelfCheckOffered

        onClicked: root.poster.open()
    }
    PrimaryBarButton {
        iconBefore: "call-back"
        text: qsTrId("bar.callback")
        visible: root.offersCall

        onClicked: root.callback.open()
    }
}
