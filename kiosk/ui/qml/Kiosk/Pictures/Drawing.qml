import QtQuick

Image {
    id: root

    asynchronous: true
    fillMode: Image.PreserveAspectFit
    retainWhileLoading: true
    sourceSize: Qt.size(Math.ceil(root.width), Math.ceil(root.height))
}
