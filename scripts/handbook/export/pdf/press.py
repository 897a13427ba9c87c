"""The press: Typst sets a book from its data with the templates of `templates/pdf/`, pikepdf binds it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Final

import pikepdf
import typst

from .plain import Json, named

EDITION = re.compile(r'\{"edition": ?"([A-Za-z-]+)"')  # {"edition":"zh-Hans","region":"cn"
STANDARD: Final = "ua-1"  # PDF/UA-1: tagged, titled, with its language and every glyph
ASCII = 0x80
IN_MEMORY = pikepdf.open  # reads the bytes of a book; no file is opened
REMEMBERED = 11  # books after which Typst has let go of one
PROBE = b"#let found = json(bytes(sys.inputs.found))\n#for face in found.faces { text(font: face, fallback: false, found.text) }"
TITLE = b'#set document(title: "-")\n#set text(lang: "zh")\n'


@dataclass(frozen=True, slots=True)
class Press:
    """Where the templates are, and the folders of faces besides those of the system."""

    templates: Path
    faces: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class Bound:
    """A finished book."""

    pdf: bytes
    pages: int


class PressError(Exception):
    """A book that could not be set: `place` is the heading of the measure that broke it, empty where none did alone."""

    def __init__(self, message: str, place: str) -> None:
        super().__init__(message)
        self.place = place


def families(folders: tuple[Path, ...]) -> frozenset[str]:
    """The names of all families of the system and of some folders, as they are now."""
    return frozenset(_opened(folders).families())


def bound(press: Press, template: str, data: str) -> Bound:
    """The PDF of a book from its data; PressError where it cannot be made.

    A character that no face has is printed by its number.
    """
    try:
        return _bind(_set(press, template, data), _edition(data))
    except typst.TypstError as error:
        mended = _without_missing(press, data)
        if mended != data:
            return bound(press, template, mended)
        raise PressError(error.message, _culprit(press, template, data)) from error


def forget() -> None:
    """Let go of what Typst remembers of the books that it set: it keeps that for ten more, of any size."""
    idle = typst.Compiler()
    for _ in range(REMEMBERED):
        idle.compile(b"-")


def _set(press: Press, template: str, data: str) -> bytes:
    main = f'#include "{template}"'.encode()
    press_at_work = typst.Compiler(
        main, root=press.templates, font_paths=_fonts(press.faces), ignore_system_fonts=True, sys_inputs={"book": data}
    )
    made = press_at_work.compile(pdf_standards=STANDARD)
    assert isinstance(made, bytes)
    return made


@lru_cache(maxsize=4)
def _fonts(folders: tuple[Path, ...]) -> typst.Fonts:
    return _opened(folders)


def _opened(folders: tuple[Path, ...]) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False, font_paths=list(folders))


def _edition(data: str) -> str:
    """The edition that the data begins with; a book is large, and is not read for this alone."""
    found = EDITION.match(data)
    return found[1] if found else ""


def _bind(pdf: bytes, edition: str) -> Bound:
    """The same book with its language named by script, and at half the size: Typst leaves its tags uncompressed."""
    packed = BytesIO()
    with IN_MEMORY(BytesIO(pdf)) as book:
        pages = len(book.pages)
        was = str(book.Root.Lang)
        book.Root.Lang = pikepdf.String(edition)
        book.Root.Metadata.write(bytes(book.Root.Metadata.get_stream_buffer()).replace(was.encode(), edition.encode()))
        book.save(packed, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
    return Bound(packed.getvalue(), pages)


def _without_missing(press: Press, data: str) -> str:
    """The data with every character that one of its faces lacks named by its number."""
    book: Json = json.loads(data)
    assert isinstance(book, dict)
    rare = "".join(sorted({char for char in data if ord(char) >= ASCII}))
    missing = {ord(char): named(char) for char in _missing(press, json.dumps(book["faces"]), rare)}
    return data.translate(missing) if missing else data


def _missing(press: Press, faces: str, chars: str) -> str:
    """Which of the characters cannot be set: halved until one is left."""
    if not chars or _has(press, faces, chars):
        return ""
    if len(chars) == 1:
        return chars
    half = len(chars) // 2
    return _missing(press, faces, chars[:half]) + _missing(press, faces, chars[half:])


def _has(press: Press, faces: str, chars: str) -> bool:
    found = json.dumps({"faces": list(json.loads(faces).values()), "text": chars})
    try:
        typst.Compiler(TITLE + PROBE, font_paths=_fonts(press.faces), sys_inputs={"found": found}).compile(
            pdf_standards=STANDARD
        )
    except typst.TypstError:
        return False
    return True


def _culprit(press: Press, template: str, data: str) -> str:
    """The heading of the first measure that cannot be set in a book of its own."""
    book: Json = json.loads(data)
    assert isinstance(book, dict)
    for heading, alone in _alone(book):
        try:
            _set(press, template, json.dumps(alone, ensure_ascii=False))
        except typst.TypstError:
            return heading
    return ""


def _alone(book: dict[str, Json]) -> Iterator[tuple[str, dict[str, Json]]]:
    """A book for each measure, with nothing else in it."""
    bare = {**book, "card": None, "terms": [], "agencies": [], "types": [], "left_out": []}
    for chapter in _rows(book.get("chapters")):
        for part in _rows(chapter["parts"]):
            if part["kind"] == "measure":
                yield str(part["heading"]), {**bare, "chapters": [{**chapter, "parts": [part]}]}


def _rows(value: Json) -> list[dict[str, Json]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []
