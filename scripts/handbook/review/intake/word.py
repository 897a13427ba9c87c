"""The words of a Word document: paragraphs and cells in reading order, with the numbers that Word makes by itself."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from zipfile import BadZipFile

from docx import Document
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from .numbering import Numbering

PARAGRAPH, TEXT, TAB, BREAK, RETURN = (qn(f"w:{name}") for name in ("p", "t", "tab", "br", "cr"))
DASH = qn("w:noBreakHyphen")
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"  # a second form of a text box


def word_text(data: bytes) -> str:
    """One line a paragraph; deleted words of a tracked change are left out, inserted ones are in. Empty for no document."""
    try:
        document = Document(BytesIO(data))
    except (BadZipFile, KeyError, ValueError, SyntaxError):
        return ""
    return "\n".join(_paragraphs(document))


def _paragraphs(document: Word) -> Iterator[str]:
    numbering = Numbering(document)
    for paragraph in document.element.body.iter(PARAGRAPH):
        if not _is_second(paragraph):
            yield numbering.of(paragraph) + "".join(_pieces(paragraph))


def _pieces(paragraph: BaseOxmlElement) -> Iterator[str]:
    """The characters of a paragraph, not those of a text box that is anchored in it."""
    for node in paragraph.iter(TEXT, TAB, BREAK, RETURN, DASH):
        if next(node.iterancestors(PARAGRAPH)) is not paragraph or _is_second(node):
            continue
        if node.tag == TEXT:
            yield node.text or ""
        elif node.tag == DASH:
            yield "-"
        elif node.tag == TAB:
            yield "\t" if node.getparent().tag == qn("w:r") else ""  # a tab stop is no tab
        else:
            yield "\n"


def _is_second(node: BaseOxmlElement) -> bool:
    return next(node.iterancestors(FALLBACK), None) is not None
