"""What a visitor sets to see and touch more easily."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.comfort import TEXT_SIZES, Comfort, choose_text_size


@given(st.integers(-9, 9), st.integers(1, TEXT_SIZES))
def test_a_size_of_text_is_never_larger_than_the_glass_has_room_for(size: int, sizes: int) -> None:
    chosen = choose_text_size(Comfort(), size, sizes).text_size
    assert 1 <= chosen <= sizes
    assert chosen == size or not 1 <= size <= sizes


def test_a_choice_changes_nothing_else() -> None:
    comfort = Comfort(scheme="dark", is_calm=True)
    assert choose_text_size(comfort, 4, TEXT_SIZES) == Comfort(text_size=4, scheme="dark", is_calm=True)
