"""Work that may hang: its outcome while it answers, and a sentence instead of a wait that never ends."""

import threading

import pytest

from kiosk.core.errors import NoAnswer, SpoolError
from kiosk.store.answering import Step, while_it_answers

SOON = 0.2
"""Seconds that a test waits for what never comes."""


def test_what_work_comes_to_comes_back_with_its_steps() -> None:
    steps: list[tuple[int, int]] = []
    told_on: list[threading.Thread] = []

    def work(step: Step) -> str:
        step(1, 2)
        step(2, 2)
        return "done"

    def on_step(done: int, of: int) -> None:
        steps.append((done, of))
        told_on.append(threading.current_thread())

    assert while_it_answers(work, on_step=on_step) == "done"
    assert steps == [(1, 2), (2, 2)]
    assert set(told_on) == {threading.current_thread()}


def test_what_work_raises_is_raised() -> None:
    def work(_step: Step) -> None:
        raise SpoolError("The desk must know.")

    with pytest.raises(SpoolError, match="The desk must know"):
        while_it_answers(work)


def test_work_that_hangs_is_given_up_and_ends_at_its_next_step() -> None:
    goes_on, ended = threading.Event(), threading.Event()
    steps: list[tuple[int, int]] = []

    def work(step: Step) -> None:
        step(1, 3)
        goes_on.wait()
        try:
            step(2, 3)
        finally:
            ended.set()

    with pytest.raises(NoAnswer, match="No answer came within 0 seconds: look whether"):
        while_it_answers(work, SOON, lambda done, of: steps.append((done, of)))
    goes_on.set()
    assert ended.wait(timeout=60)
    assert steps == [(1, 3)]


def test_work_that_goes_on_step_by_step_may_take_longer() -> None:
    pause = threading.Event()

    def work(step: Step) -> int:
        for number in range(1, 6):
            pause.wait(SOON / 2)
            step(number, 5)
        return 5

    assert while_it_answers(work, SOON * 2) == 5
