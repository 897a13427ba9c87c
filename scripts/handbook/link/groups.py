"""The measures of each topic and each enterprise type, over the whole handbook."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from ..model import Findings, Group, Library, Vocabulary


def with_groups(library: Library, vocabulary: Vocabulary) -> Library:
    """The library with its topics and enterprise types, those without a measure too."""
    findings = [(item.id, item.measure.findings) for record in library.documents for item in record.measures]
    topics = ((topic.id, topic.name) for topic in vocabulary.topics)
    types = ((type.id, type.name) for type in vocabulary.enterprise_types)
    return replace(
        library,
        topics=_groups(topics, ((id, (topic.id for topic in found.topics)) for id, found in findings)),
        enterprise_types=_groups(types, ((id, _types(found)) for id, found in findings)),
    )


def _types(found: Findings) -> Iterable[str]:
    return (audience.id for audience in found.audiences)


def _groups(named: Iterable[tuple[str, str]], marked: Iterable[tuple[str, Iterable[str]]]) -> tuple[Group, ...]:
    measures: dict[str, dict[str, None]] = defaultdict(dict)
    for measure, groups in marked:
        for group in groups:
            measures[group][measure] = None
    return tuple(Group(id, name, tuple(measures[id])) for id, name in named)
