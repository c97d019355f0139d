import QtQuick
import Kiosk.Pictures
import Kiosk.Theme

// Stands over what a visitor has brought down; there is nothing in it to touch.
Rectangle {
    color: Theme.quiet

    Drawing {
        anchors.centerIn: parent
        height: Theme.millimetres(60)
        source: Theme.picture("clinic-mark")
        width: height
    }
}
