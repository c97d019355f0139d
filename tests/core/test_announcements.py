"""A screen reader is told what came up, warnings first and each of them once."""

from kiosk.core.announcements import Announcement, OnScreen, announcements

HOME = OnScreen(("All causes",))


def test_a_new_page_is_announced_by_its_title_and_how_far_it_is() -> None:
    step = OnScreen(("Toxins", "What helps"), "Step 3 of 17")
    assert announcements(HOME, step, is_new_page=True) == (Announcement("Toxins. What helps. Step 3 of 17"),)
    after = OnScreen(("Toxins", "Myths"), "Step 4 of 17")
    assert announcements(step, after, is_new_page=True) == (Announcement("Myths. Step 4 of 17"),)
    assert announcements(HOME, HOME, is_new_page=True) == (Announcement("All causes"),)
    assert announcements(HOME, OnScreen(), is_new_page=True) == ()


def test_without_a_new_page_only_what_warns_is_said_and_only_once() -> None:
    refused = OnScreen(("Your number",), alerts=("This number is too short.",))
    urgent = (Announcement("This number is too short.", is_urgent=True),)
    assert announcements(HOME, OnScreen(("Your number",)), is_new_page=False) == ()
    assert announcements(OnScreen(("Your number",)), refused, is_new_page=False) == urgent
    assert announcements(refused, refused, is_new_page=False) == ()
    assert announcements(OnScreen(), refused, is_new_page=True) == (*urgent, Announcement("Your number"))


def test_news_are_said_once_and_interrupt_nothing() -> None:
    waiting = OnScreen(("Staff",), news=("You can try again in 30 seconds.",))
    calm = Announcement("You can try again in 30 seconds.")
    assert announcements(OnScreen(("Staff",)), waiting, is_new_page=False) == (calm,)
    assert announcements(HOME, waiting, is_new_page=True) == (Announcement("Staff"), calm)
    assert announcements(waiting, waiting, is_new_page=False) == ()
    assert announcements(HOME, waiting, is_new_page=False) == (), "the page is still coming up"


def test_a_title_that_warns_is_said_once_and_at_once() -> None:
    now = OnScreen(("Tell the front desk.",), alerts=("Tell the front desk. Call 911.",))
    assert announcements(HOME, now, is_new_page=True) == (
        Announcement("Tell the front desk. Call 911.", is_urgent=True),
    )
