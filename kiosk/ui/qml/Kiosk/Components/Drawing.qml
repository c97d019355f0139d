import QtQuick

Image {
    id: root

    asynchronous: false
    fillMode: Image.PreserveAspectFit
    sourceSize.height: Math.ceil(root.height)
    sourceSize.width: Math.ceil(root.width)
}
