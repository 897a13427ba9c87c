"""Tables of made-up policy texts beside what the parser must read in them.

A file of `cases/` holds several cases. A case begins with `=== ` and its name, then stands the text, then a line `--- `
and the reading. In texts `\\t`, `\\r`, `\\f` and `\\u3000` stand for characters that an editor would not show.

A reading has one line a thing:

    # title | kind | number of the document | date | notice: … | issuers: …
    ## number title | agency brackets of the heading                          (a chapter; deeper ones have more #)
    measure | number | title | chapter | the text, or its first……last words | agency brackets   (`general` for frames)
    - rule: what was dropped under it
    ? code of a problem

A number in [ ] was inferred; notes of a measure follow as `!code`. A text without measures is one line, `press | title`
or `empty`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from handbook.model import Document, Measure, Parsed

CASES = Path(__file__).parent / "cases"
NAME, READ = "=== ", "--- 读作"
ESCAPE = re.compile(r"\\(?:([trf])|u([0-9a-f]{4}))")
CONTROL = {"t": "\t", "r": "\r", "f": "\f"}
SHOWN = 24  # a text up to this length is shown whole
QUOTED = 10  # of a longer one so many characters at either end


@dataclass(frozen=True, slots=True)
class Case:
    """One text and the lines of its reading."""

    id: str
    text: str
    reading: tuple[str, ...]


def cases() -> list[Case]:
    """Every case of every table, in order."""
    return [case for path in sorted(CASES.glob("*.txt")) for case in _cases(path)]


def _cases(path: Path) -> Iterator[Case]:
    for part in path.read_text(encoding="utf-8").split("\n" + NAME)[1:]:
        name, _, rest = part.partition("\n")
        text, _, reading = rest.partition(READ)
        lines = tuple(line.strip() for line in reading.splitlines() if line.strip())
        yield Case(f"{path.stem}: {name.strip()}", ESCAPE.sub(_control, text.rstrip("\n")), lines)


def _control(match: re.Match[str]) -> str:
    return CONTROL[match[1]] if match[1] else chr(int(match[2], 16))


def reading(parsed: Parsed) -> tuple[str, ...]:
    """What the parser made of a text, in the form of the tables."""
    rows: list[str] = []
    if not parsed.documents:
        title = parsed.title.text if parsed.title else ""
        rows.append(_row(parsed.genre, title) if title else parsed.genre)
    for document in parsed.documents:
        rows += _document(document)
    rows += _dropped(parsed)
    rows += [f"? {problem.code}" for problem in parsed.problems]
    return tuple(rows)


def _document(document: Document) -> Iterator[str]:
    yield "# " + _row(
        document.title.text or "（无题）",
        document.kind,
        document.number.text if document.number else "",
        document.issued.value if document.issued else "",
        f"notice: {document.notice_title.text}" if document.notice_title else "",
        f"issuers: {'、'.join(issuer.text for issuer in document.issuers)}" if document.issuers else "",
    )
    places: list[tuple[int, str]] = []
    for section in document.sections:
        number = f"[{section.number}]" if section.inferred else section.number
        head = f"{'#' * (section.level + 2)} {number} {section.title.text}".rstrip()
        places.append((section.span.start, _row(head, " / ".join(b.text for b in section.brackets))))
    places += [(measure.span.start, _measure(document, measure)) for measure in document.measures]
    yield from (row for _, row in sorted(places, key=lambda place: place[0]))


def _measure(document: Document, measure: Measure) -> str:
    section = None if measure.section is None else document.sections[measure.section]
    chapter = section.title.text or f"[{section.number}]" if section else ""
    number = f"[{measure.number}]" if measure.number_inferred else measure.number
    cells = [measure.kind, number, measure.title.text, chapter, shortened(measure.text.text)]
    cells.append(" / ".join(bracket.text for bracket in measure.brackets))
    fields = "；".join(f"{field.label.text}＝{shortened(field.value.text)}" for field in measure.fields)
    notes = " ".join(f"!{note.code}" for note in measure.notes)
    return " | ".join([*cells, *filter(None, (fields, notes))]).rstrip(" |")


def _dropped(parsed: Parsed) -> Iterator[str]:
    rules: dict[str, list[str]] = {}
    for segment in parsed.segments:
        if segment.role == "furniture":
            rules.setdefault(segment.rule, []).append(" ".join(parsed.source.quote(segment.span).split()))
    for rule, texts in rules.items():
        yield f"- {rule}: {shortened(' / '.join(dict.fromkeys(texts)), 40)}"


def shortened(text: str, limit: int = SHOWN) -> str:
    """A text on one line (paragraphs parted by ¶), its middle left out where it is long."""
    flat = text.replace("\n", "¶")
    return flat if len(flat) <= limit else f"{flat[:QUOTED]}……{flat[-QUOTED:]}"


def _row(*cells: str) -> str:
    return " | ".join(filter(None, cells))
