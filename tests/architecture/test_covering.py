import itertools
from collections.abc import Hashable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.covering import covering_array

BITS = list(itertools.product((0, 1), repeat=3))
Table = list[tuple[Hashable, ...]]


def pairs(rows: Table) -> set[tuple[int, Hashable, int, Hashable]]:
    return {
        (one, row[one], other, row[other])
        for row in rows
        for one, other in itertools.combinations(range(len(row)), 2)
    }


def test_three_bits_need_four_rows_of_eight() -> None:
    chosen = covering_array(BITS)
    assert len(chosen) == 4
    assert len(pairs([*chosen])) == 12


def test_threes_need_all_rows() -> None:
    assert sorted(covering_array(BITS, more=[(0, 1, 2)])) == BITS


def test_what_was_begun_comes_first_and_is_not_chosen_again() -> None:
    begun = [(0, 1, 1), (1, 0, 1)]
    chosen = covering_array(BITS, begun=begun)
    assert chosen[:2] == begun
    assert len(chosen) == len(set(chosen))


def test_a_seed_changes_the_rows_and_one_seed_never_does() -> None:
    table = list(itertools.product(range(3), repeat=4))
    assert covering_array(table, seed=1) == covering_array(table, seed=1)
    assert covering_array(table, seed=1) != covering_array(table, seed=2)


@given(
    st.lists(st.tuples(*[st.integers(0, 3)] * 4), unique=True, min_size=1).map(lambda rows: [*rows]),
    st.integers(0, 9),
)
def test_every_pair_of_any_table_is_shown_by_rows_of_it_none_of_them_idle(table: Table, seed: int) -> None:
    chosen = covering_array(table, seed=seed)
    assert set(chosen) <= set(table)
    assert pairs(chosen) == pairs(table)
    for number in range(len(chosen)):
        assert pairs(chosen[:number]) < pairs(chosen[: number + 1])


@pytest.mark.parametrize("table", [[], [(1, 2)]])
def test_a_small_table_is_its_own_covering_array(table: Table) -> None:
    assert covering_array(table) == table
