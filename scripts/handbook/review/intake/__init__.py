"""A received file becomes the text of a capture: nothing of its words is left out, nothing is added."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath

from .page import link_of, page_text
from .print import print_text
from .word import word_text

PDF_BEGINS, ZIP_BEGINS, OLE_BEGINS = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
PAGE_ENDS = (".html", ".htm", ".xhtml", ".shtml", ".mhtml")
SIZE_LIMIT = 64 * 1024 * 1024  # bytes
LEAST = 20  # characters; a scanned PDF has none


class Unreadable(Exception):
    """A file that holds no text that can be taken; the message is Chinese and says what to do."""


@dataclass(frozen=True, slots=True)
class Received:
    """A file as it came: what form it had, its capture as bytes, and where it says that it is from."""

    form: str
    capture: bytes
    link: str = ""


def received(name: str, data: bytes, decode: Callable[[bytes], str]) -> Received:
    """The capture of a file; `decode` reads bytes as characters. Unreadable where there is no text in it."""
    if len(data) > SIZE_LIMIT:
        raise Unreadable(f"文件超过 {SIZE_LIMIT // 1024 // 1024} MB，多半是扫描件：请先做文字识别，存成 TXT 或 DOCX")
    if data.startswith(OLE_BEGINS):
        raise Unreadable("这是旧的 Word 格式（.doc）：请在 Word 或 WPS 里另存为 .docx")
    ending = PurePath(name).suffix.lower()
    if data.startswith(PDF_BEGINS):
        made = Received("PDF", _written(print_text(data)))
    elif data.startswith(ZIP_BEGINS):
        made = Received("DOCX", _written(word_text(data)))
    elif ending in PAGE_ENDS:
        page = decode(data)
        made = Received("HTML", _written(page_text(page)), link_of(page))
    else:
        return Received("TXT", data)
    if len("".join(made.capture.decode("utf-8").split())) < LEAST:
        raise Unreadable(f"这份 {made.form} 里没有文字，多半是扫描件：请先做文字识别，或者向发文单位要文字版")
    return made


def _written(text: str) -> bytes:
    """Text as UTF-8 with one line feed at its end; a character that is none is written as the sign for that."""
    return (text.strip("\n") + "\n").encode("utf-8", errors="replace")
