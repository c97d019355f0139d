"""A visit from the first touch to the exported row, by the X server's own pointer."""

import time
from pathlib import Path

from kiosk.core.touches import KEY_ECHO_SECONDS
from tests.clinic import Clinic
from tests.journeys.real_pointer import DOUBLE_TAP_MS, Pointer


def test_a_visit_ends_in_the_exported_list_and_double_taps_send_nothing(
    pointer: Pointer, clinic: Clinic, tmp_path: Path
) -> None:
    pictures = tmp_path / "pictures"
    pictures.mkdir()

    def look(name: str) -> None:
        pointer.takes_picture(pictures / f"{len(list(pictures.iterdir())):02} {name.strip('.?')}.png")

    def go(button: str, arrives_at: str, *, times: int = 1) -> None:
        pointer.clicks(button, times=times, gap_ms=DOUBLE_TAP_MS)
        pointer.waits_for(arrives_at)
        look(arrives_at)

    pointer.waits_for("Touch to start")
    look("attract")
    go("Touch to start", "Infections", times=2)
    go("Infections", "Healthy", times=2)
    go("What happens", "How germs reach the nerves", times=2)
    go("All causes", "What causes neuromuscular conditions?", times=2)
    go("Self-check", "Tell the front desk now if:", times=2)
    go("Stop", "What causes neuromuscular conditions?", times=2)
    go("Ask us to call you", "First: do you need help now?", times=2)
    go("Next", "What happens to your number", times=2)
    go("Next", "What number do you want us to call you on?", times=2)
    for digit in "4155552671":
        time.sleep(KEY_ECHO_SECONDS)
        pointer.clicks(digit)
    go("Next", "What should we call you?", times=2)
    for letter in "Zoe":
        pointer.clicks(letter)
    go("Next", "When do you have the most energy?", times=2)
    pointer.clicks("Morning", times=2, gap_ms=DOUBLE_TAP_MS)
    look("Morning chosen")
    go("Next", "Which language shall we speak?", times=2)
    go("Next", "If you do not answer", times=2)
    go("Next", "Check your answers", times=2)
    assert clinic.waiting() == []
    go("Ask for a call", "Thank you. We will call you.", times=2)
    go("I am finished", "Touch to start", times=2)

    (row,) = clinic.export()
    assert (row["phone"], row["name"], row["best_time"]) == ("tel:+1-415-555-2671", "Zoe", "morning")
