"""The table engine: the first row to claim a span keeps it."""

from __future__ import annotations

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from handbook.text.rule import Rule, scan

TABLE = (
    Rule("range", re.compile("[0-9]+-[0-9]+")),
    Rule("number", re.compile("[0-9]+")),
    Rule("word", re.compile("[a-z0-9]+")),
)


def test_the_first_row_keeps_its_span_and_later_rows_fill_the_rest() -> None:
    hits = scan(TABLE, "1-20 and 3x")
    assert [(hit.rule, hit.match.group()) for hit in hits] == [
        ("range", "1-20"),
        ("word", "and"),
        ("number", "3"),
        ("word", "x"),
    ]


@given(st.text(alphabet="0123ab- ", max_size=80))
def test_hits_are_in_order_and_never_overlap(text: str) -> None:
    hits = scan(TABLE, text)
    assert all(one.end <= other.start for one, other in itertools.pairwise(hits))
