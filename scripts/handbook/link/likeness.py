"""Which measures a sentence of another text speaks of: those with which it shares long runs that few others have.

Figures and punctuation are left out of the comparison, so that a wrong figure does not lead to a wrong measure. A part
of the sentence that one measure explains is not counted for a second one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

RUN = 4  # characters of the shortest run that counts
SHARED = 6  # characters that a clause shares with a measure, in runs that at most two measures have
COVERED = 0.35  # of the clause
LONGEST = 400  # characters of a clause that are looked at
# 500, 2.5, 1,000, 30: figures of any kind
FIGURE = re.compile(r"[0-9][0-9.,]*[%％]?")
# signs between words; points and commas between digits stay with their figure
SIGNS = re.compile(r"(?:(?<![0-9])[.,]|[.,](?![0-9])|[^\u4e00-\u9fffA-Za-z0-9.,%％])+")
CUT = "\n"


@dataclass(frozen=True, slots=True)
class Run:
    """A shared run: `size` characters from `at` of the bare clause."""

    at: int
    size: int


def bare(text: str) -> str:
    """The words of a text alone; a figure cuts, so that no run crosses it."""
    return FIGURE.sub(CUT, SIGNS.sub("", text))


class Measures:
    """The texts of some measures, ready to be compared with the clauses of a report."""

    def __init__(self, texts: Sequence[str], known: Sequence[str] = ()) -> None:
        """`known` are words of no single measure (title, preamble of the document): sharing them says nothing."""
        self._texts = tuple(bare(text) for text in texts)
        self._known = tuple(bare(text) for text in known)
        self._rare = 2 if len(self._texts) >= 10 else 1
        self._with: dict[str, list[int]] = {}
        for i, text in enumerate(self._texts):
            for gram in {text[at : at + RUN] for at in range(len(text) - RUN + 1)}:
                self._with.setdefault(gram, []).append(i)

    def spoken_of(self, clause: str) -> tuple[int, ...]:
        """The places of the measures that a clause speaks of, the one it shares most with first."""
        words = bare(clause[:LONGEST])
        length = len(words.replace(CUT, ""))
        near = sorted({i for at in range(len(words) - RUN + 1) for i in self._with.get(words[at : at + RUN], ())})
        shared = {i: self._runs(words, i) for i in near}
        free = [char != CUT for char in words]
        found: list[int] = []
        while shared:
            sums = {i: _unexplained(runs, free) for i, runs in shared.items()}
            most = max(sums.values())
            best = [i for i, sum in sums.items() if sum == most]
            if most < SHARED or most < COVERED * length or len(best) > 1:
                break
            found += best
            for run in shared.pop(best[0]):
                free[run.at : run.at + run.size] = [False] * run.size
        return tuple(found)

    def _runs(self, words: str, place: int) -> list[Run]:
        """The longest runs that a clause shares with one measure and with hardly another."""
        text, runs, at = self._texts[place], [], 0
        while at <= len(words) - RUN:
            size = 0
            while at + size < len(words) and words[at + size] != CUT and words[at : at + size + 1] in text:
                size += 1
            if size < RUN:
                at += 1
                continue
            if self._is_telling(words[at : at + size]):
                runs.append(Run(at, size))
            at += size
        return runs

    def _is_telling(self, run: str) -> bool:
        return sum(run in text for text in self._texts) <= self._rare and not any(run in text for text in self._known)


def _unexplained(runs: Sequence[Run], free: Sequence[bool]) -> int:
    """How many characters of the runs no measure has explained yet, in pieces long enough to tell something."""
    total = 0
    for run in runs:
        size = 0
        for at in range(run.at, run.at + run.size + 1):
            if at < run.at + run.size and free[at]:
                size += 1
            else:
                total += size if size >= RUN else 0
                size = 0
    return total
