"""A printed table of contents: its lines, and the group heading over each of its entries."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Passage
from .markers import marker_at
from .paragraphs import Paragraph

HEAD = re.compile(r"目录|目錄|CONTENTS")
# 1、降低用水用电用气成本政策	1 ; 二、支持对象……12
ENTRY = re.compile(r"(?P<title>.{2,80}?)[.…·．\s]{0,80}(?P<page>\d{1,3})")
GROUP = re.compile(r"[^。；，：]{2,24}")
LOOK = 3


@dataclass(frozen=True, slots=True)
class Contents:
    """The paragraphs (by index) that make up the table of contents, and the group heading of each entry's title."""

    indexes: frozenset[int]
    groups: dict[str, Passage]
    titles: frozenset[str] = frozenset()


def contents(found: Sequence[Paragraph]) -> Contents:
    """The table of contents of a capture; empty where it has none."""
    head = next((i for i, paragraph in enumerate(found) if HEAD.fullmatch(paragraph.text.text)), None)
    if head is None:
        return Contents(frozenset(), {})
    indexes = {head}
    groups: dict[str, Passage] = {}
    titles: set[str] = set()
    group: Passage | None = None
    i = head + 1
    while i < len(found):
        title = _entry(found, i)
        if title:
            titles.add(title)
            if group is not None:
                groups[title] = group
        elif GROUP.fullmatch(found[i].text.text) and any(
            _entry(found, k) for k in range(i + 1, min(i + LOOK, len(found)))
        ):
            group = found[i].text
        else:
            break
        indexes.add(i)
        i += 1
    return Contents(frozenset(indexes), groups, frozenset(titles))


def _entry(found: Sequence[Paragraph], i: int) -> str:
    """The title of an entry without number and page, or empty where the paragraph is no entry."""
    text = found[i].text.text
    match = ENTRY.fullmatch(text)
    if match is None or (not text[-1].isdigit()):
        return ""
    title = match["title"].rstrip(" .…·．")
    marker = marker_at(title)
    return title[marker.size :] if marker else title
