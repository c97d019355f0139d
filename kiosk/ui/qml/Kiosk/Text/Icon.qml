import QtQuick
import QtQuick.Controls.impl
import Kiosk.Theme

IconImage {
    id: root

    property string symbol

    Accessible.ignored: true
    source: Theme.icon(root.symbol)
    sourceSize: Qt.size(root.width, root.height)
}
