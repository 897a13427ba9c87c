"""Many hands give what two would: the same results in the same order, and the same error."""

from __future__ import annotations

import os

import pytest

from handbook.hands import across

HERE = os.getpid()


def double(number: int) -> int:
    return 2 * number


def only_here(number: int) -> int:
    if os.getpid() != HERE:
        raise RuntimeError
    return number


def refuse(number: int) -> int:
    if number == 3:
        raise ValueError(number)
    return number


@pytest.mark.parametrize("count", [0, 1, 2, 7, 300])
def test_results_stand_in_the_order_of_the_items(count: int) -> None:
    assert across(double, range(count)) == tuple(range(0, 2 * count, 2))


def test_what_another_process_fails_at_is_done_here() -> None:
    assert across(only_here, range(50)) == tuple(range(50))


def test_an_error_is_raised_as_by_one_process() -> None:
    with pytest.raises(ValueError, match="3"):
        across(refuse, range(10))


def test_what_cannot_travel_is_made_here() -> None:
    assert [made() for made in across(lambda number: lambda: number, range(9))] == list(range(9))
