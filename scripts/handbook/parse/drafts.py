"""One capture, several documents: where each begins and ends, and what its paragraphs are before and after the measures."""

from __future__ import annotations

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass, field, replace
from typing import Literal

from ..model import Passage
from ..text.agency import is_agency_list
from ..text.script import simplified
from . import wording
from .blocks import candidates, runs_on
from .labels import Label
from .markers import LEVELS, Marker
from .paragraphs import Paragraph

Kind = Literal[
    "title", "number", "date", "signed", "disclosure", "copies", "salutation", "letterhead", "agency", "annex", "label", "row", "marker", "bare", "text",
]  # fmt: skip
SHORT = 40
SEPARATORS = "、， "
NEAR = 8  # paragraphs in which the head of a further document shows itself
CARD = 40  # a card takes no more paragraphs than this
AHEAD = 60  # paragraphs in which its first mark stands
SENTENCE_ENDS = ("。", "！", "？", "；", "：", "…", "”", "）")


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph with its kind; a title may take several paragraphs (`text` then is all of them)."""

    kind: Kind
    text: Passage
    paragraph: Paragraph
    marker: Marker | None = None


@dataclass(slots=True)
class Draft:
    """A document before its outline: the pieces of its head, the paragraphs of its body, the pieces of its tail."""

    head: list[Piece] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    tail: list[Piece] = field(default_factory=list)
    annex: bool = False


def pieces(paragraphs: Sequence[Paragraph]) -> tuple[Piece, ...]:
    """Each paragraph with its kind; titles broken over several lines are put together."""
    made: list[Piece] = []
    for i, paragraph in enumerate(paragraphs):
        kind = _kind(paragraph)
        following = paragraphs[i + 1] if i + 1 < len(paragraphs) else None
        if kind == "title" and _heads_card(following) and not wording.COVERS.search(paragraph.text.text):
            kind = "bare"
        text = paragraph.whole
        if made and made[-1].kind == "title" and wording.VERSION.fullmatch(text.text):
            text, kind = Passage.join((made.pop().text, text)), "title"
        while kind == "title" and made and _begins_title(made[-1], text.text):
            text = Passage.join((made.pop().text, text))
        if kind == "title" and text.text != paragraph.text.text:
            paragraph = replace(paragraph, text=text)
        made.append(Piece(kind, text, paragraph, paragraph.marker))
    return tuple(made)


def _heads_card(following: Paragraph | None) -> bool:
    """Whether the line before a label is the title of its card, and not of the whole (the card then names itself)."""
    if following is None or following.label is None:
        return False
    return following.label.family != "name" or "《" in following.text.text


# a kind by the whole wording of a paragraph, the surest first
WORDED: tuple[tuple[Kind, Callable[[str], object]], ...] = (
    ("number", wording.NUMBER.fullmatch),
    ("date", wording.DATE_LINE.fullmatch),
    ("date", wording.PRINTED_LINE.fullmatch),
    ("date", wording.ENACTED_LINE.fullmatch),
    ("signed", lambda text: (m := wording.SIGNED.fullmatch(text)) and is_agency_list(m["who"])),
    ("disclosure", wording.DISCLOSURE.fullmatch),
    ("copies", wording.COPIES.match),
    ("annex", wording.ANNEX.fullmatch),
    ("letterhead", wording.LETTERHEAD.fullmatch),
    ("salutation", lambda text: wording.SALUTATION.fullmatch(text) and not wording.ADOPTED.search(text)),
)


def _kind(paragraph: Paragraph) -> Kind:
    text = paragraph.text.text
    if paragraph.cells or paragraph.label or paragraph.marker:
        return "row" if paragraph.cells else "label" if paragraph.label else "marker"
    text = simplified(text)
    worded = next((kind for kind, test in WORDED if test(text)), None)
    if worded:
        return worded
    if len(text) <= 60 and names(paragraph.text):
        return "agency"
    if len(text) >= 6 and wording.TITLE.fullmatch(text) and not text.endswith(SENTENCE_ENDS[:-2]):
        return "title"
    return "bare" if len(text) <= SHORT and not text.endswith(SENTENCE_ENDS[:-1]) else "text"


def names(passage: Passage) -> tuple[Passage, ...]:
    """The agencies of a line that holds nothing else (a signature, a block of issuers set apart by spaces), or nothing."""
    cuts = [piece.at for piece in passage.pieces[1:]]
    parts = [passage.cut(a, b).strip(SEPARATORS) for a, b in zip([0, *cuts], [*cuts, len(passage.text)], strict=True)]
    parts = [part for part in parts if part]
    if len(parts) > 1 and all(len(part.text) >= 3 and is_agency_list(part.text) for part in parts):
        return tuple(parts)
    if "：" in passage.text or passage.text[:1] in "（【":
        return ()  # a bracket or a labelled list of agencies signs nothing
    lone = len(passage.text) <= 30 and "、" not in passage.text
    return (passage,) if lone and (is_agency_list(passage.text) or wording.SIGNATORY.fullmatch(passage.text)) else ()


def _begins_title(piece: Piece, rest: str) -> bool:
    """Whether a line is the first half of a title whose second half follows (关于加快…服务业 / 高质量发展的若干政策措施)."""
    text = piece.text.text
    if piece.kind not in ("bare", "text", "agency") or len(text) > 80 or text.endswith(SENTENCE_ENDS[:6]):
        return False
    about = "关于" in text or "關於" in text
    if wording.WHOLE.match(rest):
        return about and "关于" not in rest and "關於" not in rest and piece.kind != "agency"
    return piece.kind != "agency" or rest.startswith(("关于", "關於"))


def split(found: Sequence[Piece], listed: Set[str]) -> tuple[Draft, ...]:
    """The documents of a capture in order; `listed` are the titles of its table of contents.

    What stands before the first title goes into the first head.
    """
    drafts = [Draft()]
    for i, piece in enumerate(found):
        draft = drafts[-1]
        if draft.body and piece.kind == "title" and _starts_document(found, i, listed):
            draft = Draft([piece], annex=_is_annexed(found, i))
            drafts.append(draft)
        elif draft.body and piece.kind == "annex" and _opens_annex(found, i):
            drafts.append(Draft([piece], annex=True))
        elif draft.body or _opens_body(found, i):
            draft.body.append(piece)
        else:
            draft.head.append(piece)
    for draft in drafts:
        _cut_tail(draft)
    return tuple(drafts)


def _opens_body(found: Sequence[Piece], i: int) -> bool:
    """Whether the measures begin here: a mark, or the title of a card before its labelled fields."""
    piece = found[i]
    if piece.kind == "marker":
        alone = piece.marker is not None and piece.marker.size == len(piece.text.text)
        part = alone and i and found[i - 1].kind == "title" and piece.marker and piece.marker.style == "paren-han"
        return not part  # 政策清单（一）: part of the title
    return piece.kind == "row" or _runs_on(piece) or is_card(found, i) or _heads_group(found, i)


def _heads_group(found: Sequence[Piece], i: int) -> bool:
    """Whether a bare line heads the first of several groups whose numbers start anew (面向商户的措施 1. 2. 面向市民的措施 1. 2.)."""
    if not _before_first(found, i):
        return False
    style = found[i + 1].marker
    for j in range(i + 2, len(found) - 1):
        if found[j].marker is None and _before_first(found, j):
            other = found[j + 1].marker
            return other is not None and style is not None and other.style == style.style
    return False


def _before_first(found: Sequence[Piece], i: int) -> bool:
    following = found[i + 1].marker if i + 1 < len(found) else None
    line = found[i].kind == "bare" or (
        found[i].kind == "title" and i > 0 and found[i - 1].kind in ("title", "text", "marker")
    )
    return line and following is not None and following.number == 1 and not following.item


def _awaits_value(piece: Piece) -> bool:
    """Whether a label stands alone on its line: the next line is its value."""
    return piece.paragraph.label is not None and not piece.paragraph.text


def is_card(found: Sequence[Piece], i: int) -> bool:
    """Whether a card begins here: labelled fields of at least three names, after a title line or by themselves."""
    start = i if found[i].kind == "label" else i + 1
    if found[i].kind not in ("label", "bare") or (i and _awaits_value(found[i - 1])):
        return False
    seen: list[str] = []
    for k in range(start, min(start + CARD, len(found))):
        label: Label | None = found[k].paragraph.label
        if label is None:
            follows = k + 1 < len(found) and found[k + 1].paragraph.label is not None
            if (
                not seen
                or found[k].kind == "title"
                or (found[k].kind == "bare" and follows and not _awaits_value(found[k - 1]))
            ):
                break
            continue
        if label.name in seen:
            break
        seen.append(label.name)
    return len(seen) >= 3


def _starts_document(found: Sequence[Piece], i: int, listed: Set[str]) -> bool:
    """Whether a title after measures begins a further document: its head follows, and its numbering starts anew."""
    if is_card(found, i):
        return False
    text = found[i].text.text
    near = found[i + 1 : i + 1 + NEAR]
    headed = (
        "关于" in text
        or text in listed
        or "關於" in text
        or (i > 0 and found[i - 1].kind in ("annex", "date", "signed"))
        or any(piece.kind in ("number", "salutation") for piece in near)
        or any(piece.kind == "text" and wording.ADOPTED.search(piece.text.text) for piece in near[:3])
    )
    if not headed:
        return False
    for j, piece in enumerate(found[i + 1 : i + 1 + AHEAD], i + 1):
        if piece.marker:
            return piece.marker.number == 1 and (not piece.marker.item or piece.marker.style in LEVELS)
        if is_card(found, j):
            return True
    return False


def _is_annexed(found: Sequence[Piece], i: int) -> bool:
    """Whether a title names an annex: it stands under the word 附件 alone and has no head of its own."""
    headed = any(piece.kind in ("number", "salutation") for piece in found[i + 1 : i + 1 + NEAR])
    before = found[i - 1] if i else None
    return not headed and before is not None and wording.ANNEX_HEAD.fullmatch(before.text.text) is not None


def _opens_annex(found: Sequence[Piece], i: int) -> bool:
    """Whether an annex with numbered text of its own begins here, and not only the list of annexes."""
    if not wording.ANNEX_HEAD.fullmatch(found[i].text.text):
        return False
    stop = next((k for k, piece in enumerate(found[i + 1 : i + 1 + AHEAD]) if piece.kind == "annex"), AHEAD)
    marks = [piece for piece in found[i + 1 : i + 1 + stop] if piece.marker and not piece.marker.item]
    return len(marks) >= 3 and sum(len(piece.text.text) for piece in marks) >= 20 * len(marks)


def _cut_tail(draft: Draft) -> None:
    """Move what follows the last measure (closing words, signature, annexes, the foot of the page) into the tail."""
    body = draft.body
    annex = next((k for k, piece in enumerate(body) if piece.kind == "annex" and k), len(body))
    last = max((k for k in range(annex) if body[k].kind in ("marker", "label", "row") or _runs_on(body[k])), default=-1)
    start = next((k for k in range(last + 1, len(body)) if _ends_measures(body, k, last)), len(body))
    draft.tail = body[start:]
    draft.body = body[:start]


def _runs_on(piece: Piece) -> bool:
    """Whether units stand inside a paragraph that has lost its line breaks."""
    return piece.kind == "text" and len(piece.text.text) >= SHORT and runs_on(piece.text, candidates(piece.text))


def _ends_measures(body: Sequence[Piece], k: int, last: int) -> bool:
    piece = body[k]
    if k == last + 1 and k and "。" not in body[last].text.text and piece.kind == "text":
        return False  # the text of a heading on its own line
    if piece.kind in ("date", "signed", "disclosure", "copies", "annex", "agency", "title", "letterhead", "number"):
        return True
    text = piece.text.text
    if wording.CLOSING.match(simplified(text)):
        return True
    if piece.kind == "bare":
        rest = body[k : k + 3]
        return all(other.kind in ("bare", "agency", "date", "title") for other in rest) and k > last + 1
    before = body[k - 1].text.text if k else ""
    return before.rstrip("。；").endswith(("）", "】")) and _ends_with_agencies(before)


def _ends_with_agencies(text: str) -> bool:
    plain = text.rstrip("。；")
    start = max(plain.rfind("（"), plain.rfind("【"))
    return start >= 0 and is_agency_list(plain[start + 1 : -1])
