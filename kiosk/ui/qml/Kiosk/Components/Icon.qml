import QtQuick
import QtQuick.Controls.impl
import Kiosk.Theme

IconImage {
    id: root

    property string symbol

    Accessible.ignored: true
    source: Theme.icon(root.symbol)
    sourceSize.height: root.height
    sourceSize.width: root.width
}
