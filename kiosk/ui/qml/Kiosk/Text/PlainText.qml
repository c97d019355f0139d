import QtQuick
import Kiosk.Theme

Text {
    id: root

    property real capital: Theme.body
    property real lineRatio: Theme.lineRatio

    Accessible.ignored: !root.visible || root.text.length === 0
    Accessible.name: root.text
    Accessible.role: Accessible.StaticText
    color: Theme.ink
    font.family: Theme.family
    font.hintingPreference: Font.PreferNoHinting
    font.pixelSize: Theme.pixels(root.capital)
    lineHeight: Math.round(root.font.pixelSize * root.lineRatio)
    lineHeightMode: Text.FixedHeight
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
    wrapMode: Text.WordWrap
}
