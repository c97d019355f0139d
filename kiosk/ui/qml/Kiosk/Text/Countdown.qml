import QtQuick

// Counts every second for eyes, and twice a minute for a screen reader, which would say each one.
PlainText {
    id: root

    required property int secondsLeft
    property int secondsTold

    // With %1 for the seconds.
    required property string words

    function tell(): void {
        root.secondsTold = root.secondsLeft;
    }

    Accessible.name: root.words.arg(root.secondsTold)
    text: root.words.arg(root.secondsLeft)

    Component.onCompleted: root.tell()
    onSecondsLeftChanged: {
        if (root.visible && Math.ceil(root.secondsLeft / 30) !== Math.ceil(root.secondsTold / 30))
            root.tell();
    }
    onVisibleChanged: root.tell()
}
