"""What a measure is about: one or two topics, by the words that mark them, the title weighing most."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from ..model import Passage, Topic, TopicFinding
from ..text.script import simplified

STRONG = 8  # the first words of a topic, and longer words that hold one, count double
TITLE_WEIGHT = 4
OFTEN = 3  # a word counts at most so many times in the text
BOTH = 0.6  # a second topic stands beside the first from this share of its score
LEAST = 3  # points under which a text is about nothing in particular
NOTHING = Passage("", "", ())
LONG_TEXT = 20_000  # characters that are read; what a measure is about is said before


@dataclass(frozen=True, slots=True)
class _Marks:
    """The vocabulary as one pattern, the longest word first, and what each word is worth to which topic."""

    pattern: re.Pattern[str]
    worth: dict[str, tuple[tuple[int, int], ...]]  # word -> (index of the topic, points)


@dataclass(slots=True)
class _Score:
    """The points of a topic, and the place that earned most at once."""

    points: int = 0
    best: int = 0
    evidence: Passage = field(default_factory=lambda: Passage("", "", ()))


def topics(title: Passage, text: Passage, topics: tuple[Topic, ...], least: int = LEAST) -> tuple[TopicFinding, ...]:
    """The one or two topics of a measure, the strongest first; none where its words come to less than `least` points.

    A word inside a longer word of any topic does not count (医疗 in 医疗保险), so that each place speaks once.
    """
    marks = _marks(topics)
    if not marks.worth:
        return ()
    scores = [_Score() for _ in topics]
    _count(marks, title, scores, TITLE_WEIGHT, 1)
    _count(marks, text, scores, 1, OFTEN)
    order = sorted(range(len(topics)), key=lambda i: -scores[i].points)[:2]
    first = scores[order[0]].points
    kept = [i for i in order if scores[i].points >= max(least, first * BOTH)]
    return tuple(TopicFinding(topics[i].id, topics[i].name, scores[i].evidence) for i in kept)


def some_topic(
    title: Passage, text: Passage, around: tuple[Passage, ...], vocabulary: tuple[Topic, ...]
) -> tuple[TopicFinding, ...]:
    """The topics of a measure that has to have one: else what its words hint at, else what its chapter or document is about.

    `around` are the titles of the chapter and the document, the nearest first. None where none of them has a word.
    """
    found = topics(title, text, vocabulary) or topics(title, text, vocabulary, 1)[:1]
    if found:
        return found
    return next((hint for one in around if (hint := topics(one, NOTHING, vocabulary, 1)[:1])), ())


@lru_cache(maxsize=8)
def _marks(topics: tuple[Topic, ...]) -> _Marks:
    """The words of all topics, ready to be looked for at once."""
    worth: dict[str, tuple[tuple[int, int], ...]] = {}
    for index, topic in enumerate(topics):
        strong = topic.words[:STRONG]
        for word in topic.words:
            worth[word] = (*worth.get(word, ()), (index, 2 if any(part in word for part in strong) else 1))
    words = sorted(worth, key=len, reverse=True)
    return _Marks(re.compile("|".join(map(re.escape, words))), worth)


def _count(marks: _Marks, passage: Passage, scores: list[_Score], factor: int, limit: int) -> None:
    """Add the words of a passage to the scores, each word at most `limit` times."""
    seen: dict[str, int] = {}
    for match in marks.pattern.finditer(simplified(passage.text[:LONG_TEXT])):
        word = match.group()
        seen[word] = seen.get(word, 0) + 1
        if seen[word] > limit:
            continue
        for index, points in marks.worth[word]:
            score = scores[index]
            score.points += points * factor
            if points * factor > score.best:
                score.best, score.evidence = points * factor, passage.cut(*match.span())
