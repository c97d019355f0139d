import QtQuick

Image {
    id: root

    asynchronous: true
    fillMode: Image.PreserveAspectFit
    retainWhileLoading: true
    sourceSize.height: Math.ceil(root.height)
    sourceSize.width: Math.ceil(root.width)
}
