import QtQuick
import Kiosk.Theme

PlainText {
    Accessible.role: Accessible.Heading
    capital: Theme.heading
    font.bold: true
    lineRatio: Theme.tightRatio
}
