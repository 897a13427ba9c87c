"""The labelled lines of a numbered unit: 支持对象：…, 责任单位：…, a label alone with its value in the lines under it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..model import Field, Passage
from .blocks import Block
from .labels import Label
from .paragraphs import Paragraph

CARD = 3  # different labels that make a unit a card


@dataclass(frozen=True, slots=True)
class Labelled:
    """The labelled lines of one unit in order."""

    lines: tuple[tuple[Label, Field], ...]

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of a card; empty where the unit has too few labels to be one."""
        names = {label.name for label, _ in self.lines}
        return tuple(field for _, field in self.lines) if len(names) >= CARD else ()

    @property
    def agencies(self) -> tuple[Passage, ...]:
        """The agency fields with their labels, as a bracket would print them (牵头单位：市科技局)."""
        found = [field for label, field in self.lines if label.family == "agency" and field.value]
        return tuple(Passage.join((field.label, field.value), "：") for field in found)

    @property
    def name(self) -> Passage | None:
        """The name that a card without heading gives in a field of its own (【政策名称】…)."""
        return next((field.value for label, field in self.lines if label.family == "name"), None)


def labelled(blocks: Sequence[Block], paragraphs: Sequence[Paragraph]) -> Labelled:
    """The labelled lines among the blocks of a unit."""
    found: list[tuple[Label, Field]] = []
    alone = False
    for block in blocks:
        paragraph = paragraphs[block.paragraph]
        if block.label and paragraph.label and paragraph.label_text:
            alone = not paragraph.text
            found.append((paragraph.label, Field(paragraph.label_text.strip("：: 【】"), paragraph.text)))
        elif alone and found and block.opens:
            label, last = found[-1]
            between = "、" if label.family == "agency" else "\n"
            found[-1] = (label, Field(last.label, Passage.join((last.value, block.text), between)))
    return Labelled(tuple(found))
