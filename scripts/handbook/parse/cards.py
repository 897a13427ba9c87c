"""Policy cards: a title line with labelled fields under it (政策名称, 主要内容, 支持对象, 执行时间, 执行机关)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..model import Field, Measure, Passage, Section, Span
from .drafts import Piece, is_card


@dataclass(slots=True)
class Cards:
    """The cards of one document, with the passages of each part for the partition."""

    sections: list[Section] = field(default_factory=list)
    measures: list[Measure] = field(default_factory=list)
    titles: list[Passage] = field(default_factory=list)
    labels: list[Passage] = field(default_factory=list)
    values: list[Passage] = field(default_factory=list)
    rest: list[Passage] = field(default_factory=list)


def holds_cards(body: Sequence[Piece]) -> bool:
    """Whether the first thing of a body is a card and not a numbered unit."""
    for i, piece in enumerate(body):
        if piece.marker:
            return False
        if piece.kind == "row" or is_card(body, i):
            return True
    return False


def cards(body: Sequence[Piece], groups: Mapping[str, Passage]) -> Cards:
    """The cards of a body in order; `groups` gives the group heading of a card title, from the table of contents."""
    made = Cards()
    starts = [i for i in range(len(body)) if _starts(body, i)]
    made.rest.extend(piece.text for piece in body[: starts[0] if starts else len(body)])
    if not starts:
        return made
    for start, stop in zip(starts, [*starts[1:], len(body)], strict=True):
        if body[start].kind == "row":
            _row(made, body[start])
            made.rest.extend(piece.text for piece in body[start + 1 : stop])
        else:
            _card(made, body[start:stop], groups)
    return made


def _starts(body: Sequence[Piece], i: int) -> bool:
    if body[i].kind == "row":
        return True
    if not is_card(body, i):
        return False
    return body[i].kind != "label" or i == 0 or (body[i - 1].kind == "label" and _same_first_label(body, i))


def _same_first_label(body: Sequence[Piece], i: int) -> bool:
    """Cards without title lines begin again with the first label of all."""
    first = next(piece.paragraph.label for piece in body if piece.paragraph.label)
    label = body[i].paragraph.label
    return label is not None and first is not None and label.name == first.name


def _card(made: Cards, pieces: Sequence[Piece], groups: Mapping[str, Passage]) -> None:
    fields: list[tuple[str, Field]] = []
    title: Passage | None = None
    for piece in pieces:
        label = piece.paragraph.label
        if label and piece.paragraph.label_text:
            name = piece.paragraph.label_text
            fields.append((label.family, Field(name.strip("：: 【】"), piece.paragraph.text)))
            made.labels.append(name)
        elif fields:
            family, last = fields[-1]
            fields[-1] = (family, Field(last.label, Passage.join((last.value, piece.text), "\n")))
        else:
            title = piece.text if title is None else Passage.join((title, piece.text))
    made.values.extend(field.value for _, field in fields)
    if title is not None:
        made.titles.append(title)
    else:
        title = next(
            (field.value for family, field in fields if family == "name"), fields[0][1].value if fields else None
        )
    if title is None:
        return
    whole = Passage.join(tuple(piece.text for piece in pieces)).locate()
    made.measures.append(
        Measure(
            "", title, _content(fields), Span(whole.source, whole.start, whole.end), "measure",
            _group(made, title, groups), _agencies(fields),
            tuple(field for _, field in fields),
        )
    )  # fmt: skip


def _row(made: Cards, piece: Piece) -> None:
    """A row of a table of policies (序号, 政策名称, 支持内容, 责任单位)."""
    cells = piece.paragraph.cells
    fields = [(label.family, Field(head, value)) for label, head, value in cells if value]
    made.values.extend(field.value for _, field in fields)
    number = next((value.text for label, _, value in cells if label.name in ("序号", "编号")), "")
    title = next((field.value for family, field in fields if family == "name"), None)
    whole = piece.text.locate()
    content = _content(
        [(family, field) for family, field in fields if family not in ("name", "agency", "period", "contact")] or fields
    )
    made.measures.append(
        Measure(
            number, title or content.cut(0, 0), content, whole, "measure", None, _agencies(fields),
            tuple(field for _, field in fields),
        )
    )  # fmt: skip


def _agencies(fields: Sequence[tuple[str, Field]]) -> tuple[Passage, ...]:
    """The agency fields with their labels, as a bracket would print them (牵头单位：市科技局)."""
    return tuple(Passage.join((f.label, f.value), "：") for family, f in fields if family == "agency" and f.value)


def _content(fields: Sequence[tuple[str, Field]]) -> Passage:
    """The field that says what the card gives; where no label says so, the longest."""
    named = [found.value for family, found in fields if family == "content" and found.value]
    return max(named or [found.value for _, found in fields], key=lambda value: len(value.text))


def _group(made: Cards, title: Passage, groups: Mapping[str, Passage]) -> int | None:
    heading = groups.get(title.text)
    if heading is None:
        return None
    for index, section in enumerate(made.sections):
        if section.title.text == heading.text:
            return index
    made.sections.append(Section("", heading, heading.locate(), 0, None))
    return len(made.sections) - 1
