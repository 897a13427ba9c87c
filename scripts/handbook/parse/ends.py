"""What stands before the measures of a document and after them: title, issuer, number, dates, salutation; closing, signature."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from ..model import DateFinding, Passage
from ..text.agency import is_agency_list
from . import wording
from .drafts import Piece, names
from .partition import Canvas

HAN = re.compile(r"[\u4e00-\u9fff]")
DATED = ("成文", "发文", "印发", "制定")  # 成文日期, not 发布日期
LONG = 40  # words after the signature that are no part of the page's frame are longer
SHORT_NAME = 60  # a signature is no longer
PLAIN = 8  # characters that a title without its usual wording has at least
SIGNERS = 20  # lines after the last measure in which the signatories stand
NEAR = 3  # lines above the title in which an issuer may stand


@dataclass(slots=True)
class Head:
    """What the head of a document says. `named` are issuers named only in its title or letterhead."""

    title: Passage | None = None
    notice_title: Passage | None = None
    issuers: tuple[Passage, ...] = ()
    named: tuple[Passage, ...] = ()
    number: Passage | None = None
    addressees: Passage | None = None
    issued: DateFinding | None = None
    notice: list[Passage] = field(default_factory=list)
    preamble: list[Passage] = field(default_factory=list)


@dataclass(slots=True)
class Tail:
    """What stands after the last measure."""

    closing: list[Passage] = field(default_factory=list)
    issuers: tuple[Passage, ...] = ()
    issued: DateFinding | None = None
    printed: DateFinding | None = None


def read_head(pieces: Sequence[Piece], canvas: Canvas) -> Head:
    """Read the pieces before the first measure and paint them."""
    head = Head()
    titles = _titles(pieces)
    titles = titles or _plain_title(pieces)
    named = frozenset(titles)
    main = titles[-1] if titles else -1
    if main >= 0:
        _name(head, pieces, titles)
    covered = (
        head.notice_title is not None and len(titles) > 1 and pieces[titles[0]].text.text != pieces[main].text.text
    )
    for i, piece in enumerate(pieces):
        before = covered and i < main
        if i in named:
            canvas.passage(piece.text, "title")
        elif piece.kind in ("bare", "text") and titles and i > titles[0] and _signs(pieces, i):
            head.issuers = _joined(head.issuers, (piece.text,))
            canvas.passage(piece.text, "signature")
        elif piece.kind == "text" or (piece.kind == "salutation" and i and head.addressees):
            _read_text(head, piece.text, before, canvas)
        elif piece.kind == "label":
            _read_info(head, piece, canvas)
        elif piece.kind in ("bare", "marker", "copies", "annex", "disclosure"):
            _paint_loose(piece, i, main, canvas)
        elif piece.kind == "title" or (piece.kind == "agency" and i < titles[0] - NEAR if titles else False):
            canvas.passage(piece.text, "furniture", "caption" if i > main else "web-header")
        else:
            _read_line(head, piece, canvas)
    head.named = head.named or _issuer_in_title(head)
    return head


def _titles(pieces: Sequence[Piece]) -> list[int]:
    """The pieces that name the document: after running text only where a covering notice came first."""
    found = [i for i, piece in enumerate(pieces) if piece.kind == "title"]
    whole = [i for i in found if wording.WHOLE.match(pieces[i].text.text)] or found
    if not whole:
        return []
    covers = wording.COVERS.search(pieces[whole[0]].text.text)
    first_text = next((i for i, piece in enumerate(pieces) if i > whole[0] and piece.kind == "text"), len(pieces))
    kept = {i for i in whole if i < first_text or covers}
    late = [i for i in found if i > first_text and covers and i not in kept]
    return sorted({*kept, *late}) or whole[:1]


def _plain_title(pieces: Sequence[Piece]) -> list[int]:
    """Where no line has the wording of a title: the last line of some length before the first sentence."""
    first = next((i for i, piece in enumerate(pieces) if piece.kind == "text"), len(pieces))
    annexed = bool(pieces) and pieces[0].kind == "annex"
    bare = [i for i in range(first) if pieces[i].kind == "bare" and (annexed or _could_name(pieces[i].text.text))]
    return bare[-1:]


def _could_name(text: str) -> bool:
    return len(text) >= PLAIN and "：" not in text and wording.ISO_DATE.search(text) is None


def _name(head: Head, pieces: Sequence[Piece], titles: Sequence[int]) -> None:
    main = pieces[titles[-1]].text
    after = pieces[titles[-1] + 1] if titles[-1] + 1 < len(pieces) else None
    if after and after.kind == "marker" and after.marker and after.marker.size == len(after.text.text):
        main = Passage.join((main, after.text))
    head.title = main
    covering = next((pieces[i].text for i in titles if wording.COVERS.search(pieces[i].text.text)), None)
    if covering is None:
        return
    if covering.text != main.text:
        head.notice_title = covering
        return
    covered = wording.COVERED.fullmatch(main.text)
    if covered:
        group = "quoted" if covered["quoted"] else "plain"
        head.title, head.notice_title = main.cut(*covered.span(group)), covering


def _issuer_in_title(head: Head) -> tuple[Passage, ...]:
    title = head.notice_title or head.title
    match = wording.ISSUED_BY.match(title.text) if title else None
    return (title.cut(0, match.end("who")),) if title and match and is_agency_list(match["who"]) else ()


def _read_text(head: Head, text: Passage, before: bool, canvas: Canvas) -> None:
    addressed = wording.ADDRESSED.match(text.text) if head.addressees is None else None
    if addressed:
        head.addressees = text.cut(0, addressed.end("who"))
        canvas.passage(head.addressees, "salutation")
        text = text.cut(addressed.end("who"))
    (head.notice if before else head.preamble).append(text)
    canvas.passage(text, "preamble")


def _read_line(head: Head, piece: Piece, canvas: Canvas) -> None:
    text = piece.text
    if piece.kind == "number":
        head.number = head.number or text.strip("（）")
        canvas.passage(text, "document-number")
    elif piece.kind == "salutation":
        head.addressees = text
        canvas.passage(text, "salutation")
    elif piece.kind == "letterhead":
        head.named = (text.cut(0, len(text.text) - 2),)
        canvas.passage(text, "issuer")
    elif piece.kind == "agency":
        head.issuers = _joined(head.issuers, names(text))
        canvas.passage(text, "issuer")
    elif piece.kind == "date":
        head.issued = head.issued or dated(text)
        canvas.passage(text, "date")
    elif piece.kind == "signed":
        who, head.issued = signed(text)
        head.issuers = head.issuers or who
        canvas.passage(text, "signature")


def _joined(one: tuple[Passage, ...], more: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """Issuers of several lines, each once."""
    known = {passage.text for passage in one}
    return (*one, *(passage for passage in more if passage.text not in known))


def _read_info(head: Head, piece: Piece, canvas: Canvas) -> None:
    """A line of the information block above a document (发文机关：…, 成文日期：…)."""
    label, value = piece.paragraph.label, piece.paragraph.text
    canvas.passage(piece.text, "furniture", "meta-label")
    if label is None or not value:
        return
    if label.family == "agency" and is_agency_list(value.text):
        head.named = head.named or (value,)
        canvas.passage(value, "issuer")
    elif label.family == "period" and wording.DATE.search(value.text):
        if label.name.startswith(DATED):
            head.issued = head.issued or dated(value)
        canvas.passage(value, "date")
    elif label.family == "basis" and wording.NUMBER.fullmatch(value.text):
        head.number = head.number or value
        canvas.passage(value, "document-number")


def _signs(pieces: Sequence[Piece], i: int) -> bool:
    """Whether a short line stands between running text and a date: who signed."""
    short = len(pieces[i].text.text) <= SHORT_NAME and "。" not in pieces[i].text.text
    return short and 0 < i < len(pieces) - 1 and pieces[i - 1].kind == "text" and pieces[i + 1].kind == "date"


def _paint_loose(piece: Piece, i: int, main: int, canvas: Canvas) -> None:
    if piece.kind == "annex" or (piece.kind == "marker" and i == main + 1):
        canvas.passage(piece.text, "title")
    elif piece.kind == "disclosure":
        canvas.passage(piece.text, "signature")
    else:
        canvas.passage(piece.text, "furniture", "web-header" if i < main or main < 0 else "caption")


def dated(text: Passage) -> DateFinding | None:
    """The date that a line states."""
    match = wording.DATE.search(text.text)
    return DateFinding(wording.iso(match), text.cut(match.start(), match.end())) if match else None


def signed(text: Passage) -> tuple[tuple[Passage, ...], DateFinding | None]:
    """The signatory and the date of a signature in one line."""
    match = wording.SIGNED.fullmatch(text.text)
    return ((text.cut(0, match.end("who")),), dated(text)) if match else ((), dated(text))


def read_tail(pieces: Sequence[Piece], canvas: Canvas) -> Tail:
    """Read the pieces after the last measure and paint them."""
    tail = Tail()
    over = copies = annexed = False
    for i, piece in enumerate(pieces):
        text = piece.text
        if copies and piece.kind in ("text", "bare", "agency"):
            canvas.passage(text, "signature")
        elif piece.kind == "date":
            found = dated(text)
            if wording.PRINTED_LINE.fullmatch(text.text) or text.text.endswith("印发"):
                tail.printed = tail.printed or found
            elif not over:
                tail.issued = found
            canvas.passage(text, "date")
            over = True
        elif piece.kind == "signed":
            tail.issuers, tail.issued = signed(text)
            canvas.passage(text, "signature")
            over = True
        elif piece.kind == "agency" and not over and i < SIGNERS and text.text[0] not in "·*-•":
            tail.issuers = _joined(tail.issuers, names(text))
            canvas.passage(text, "signature")
        elif piece.kind in ("disclosure", "copies"):
            copies = copies or piece.kind == "copies"
            canvas.passage(text, "signature")
        elif _is_closing(piece, over) or (annexed and HAN.search(text.text)):
            annexed = annexed or piece.kind == "annex"
            tail.closing.append(text)
            canvas.passage(text, "closing")
        else:
            canvas.passage(text, "furniture", "web-footer")
    return tail


def _is_closing(piece: Piece, over: bool) -> bool:
    """Whether a piece after the measures belongs to the document; after the signature only annexes and longer words do."""
    wordy = piece.kind in ("text", "marker", "label", "number") and (not over or len(piece.text.text) > LONG)
    told = piece.kind == "bare" and not over and "。" in piece.text.text
    return piece.kind == "annex" or wordy or told
