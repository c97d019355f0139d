"""Work at a stick, a share or a disk that may hang for ever: it is given up when no answer comes."""

import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Final, TypeAlias, TypeVar

from kiosk.core.errors import NoAnswer
from kiosk.core.staff_words import tr

SECONDS_TO_ANSWER: Final = 30.0
"""Chosen: a disk that has to wake up takes some ten; not measured."""

T = TypeVar("T")
Step: TypeAlias = Callable[[int, int], None]
"""Told after each part of the work: how many of how many are done."""


def while_it_answers(
    work: Callable[[Step], T],
    seconds: float = SECONDS_TO_ANSWER,
    on_step: Step = lambda _done, _all: None,
) -> T:
    """Return what work returns, or raise what it raises; on_step is called on this thread.

    It is done on a thread of its own, which nobody waits for once so many seconds have gone by without an end
    or a step: then NoAnswer is raised. Should it go on one day, it ends at its next step.
    """
    steps: queue.SimpleQueue[tuple[int, int] | None] = queue.SimpleQueue()
    outcome: Future[T] = Future()
    is_given_up = threading.Event()

    def step(done: int, of: int) -> None:
        if is_given_up.is_set():
            raise NoAnswer("It was given up.")
        steps.put((done, of))

    def run() -> None:
        try:
            outcome.set_result(work(step))
        except BaseException as error:  # noqa: BLE001  # raised again where it is waited for
            outcome.set_exception(error)
        steps.put(None)

    threading.Thread(target=run, daemon=True).start()
    try:
        while (counts := steps.get(timeout=seconds)) is not None:
            on_step(*counts)
    except queue.Empty:
        is_given_up.set()
        raise NoAnswer(
            tr(
                "No answer came within {seconds:.0f} seconds: look whether the disk or the share is there, "
                "then try again.",
                seconds=seconds,
            )
        ) from None
    return outcome.result()
