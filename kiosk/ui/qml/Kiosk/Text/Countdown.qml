import QtQuick

// Counts every second for eyes, and twice a minute for a screen reader, which would say each one.
PlainText {
    id: root

    required property int secondsLeft
    property int secondsTold

    // What a screen reader is told, with secondsTold in it.
    required property string told

    function tell(): void {
        root.secondsTold = root.secondsLeft;
    }

    Accessible.name: root.told
    Accessible.role: Accessible.Notification

    Component.onCompleted: root.tell()
    onSecondsLeftChanged: {
        if (root.visible && Math.ceil(root.secondsLeft / 30) !== Math.ceil(root.secondsTold / 30))
            root.tell();
    }
    onVisibleChanged: root.tell()
}
