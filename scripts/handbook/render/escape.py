"""The one place where words written by others become page text.

Whatever a capture or a YAML file holds is shown as exactly those characters and runs nothing: not as HTML, not as an
attribute, not as Markdown of any dialect, not as a template, not as front matter. To that end every ASCII mark that
means something to any of them is written as a numeric character reference, which all of them read back as the
character itself. Letters, digits and Chinese text stay as they are, so the pages remain readable.
"""

from __future__ import annotations

import re
import string
from functools import lru_cache

from markupsafe import Markup

_HARMLESS = frozenset(string.ascii_letters + string.digits + " ,%")
_CONTROL_PICTURES = 0x2400  # U+2400 + n shows the control character n
_DELETE_PICTURE = "␡"
_UNSHOWABLE = "\ufffd"


def _reference(code: int) -> str:
    return f"&#{code};"


def _table() -> dict[int, str]:
    """What is written for each character that cannot stand as it is."""
    table = {code: _reference(code) for code in range(0x20, 0x7F) if chr(code) not in _HARMLESS}
    table |= {code: _reference(_CONTROL_PICTURES + code) for code in range(0x20)}
    table |= {ord(char): _reference(ord(char)) for char in "\t\n"}
    table |= {ord("\r"): "", 0x7F: _DELETE_PICTURE}
    unshowable = (
        *range(0x80, 0xA0),  # C1 controls; HTML would turn &#133; into an ellipsis
        *range(0xD800, 0xE000),  # lone surrogates
        *range(0xFDD0, 0xFDF0),  # not characters
        *(0xFFFE, 0xFFFF),
    )
    table |= dict.fromkeys(unshowable, _UNSHOWABLE)
    table[0x85] = _reference(0x20)  # next line: white space to most readers, no reference of its own in HTML
    # Spaces and separators that a Markdown reader may take for a line end or an indent.
    table |= {code: _reference(code) for code in (0xA0, 0x1680, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF)}
    return table


_TABLE = _table()
_MARKDOWN = {ord(char): f"\\{char}" for char in "\\`*_{}[]#|~!$"} | {
    ord("<"): "&lt;",
    ord(">"): "&gt;",
    ord("&"): "&amp;",
    ord("@"): "@<!-- -->",
}
_ADDRESS = re.compile("://")


@lru_cache(maxsize=1 << 13)  # names and labels stand on hundreds of pages
def inert(value: str) -> Markup:
    """Text by others, safe in HTML text, in a quoted attribute, in Markdown and in quoted front matter."""
    return Markup(value.translate(_TABLE))


def markdown(value: str) -> str:
    """Text by others in a line of Markdown that people read as it is, too: only marks that mean something are escaped.

    An address is no link, a name with @ calls nobody, and white space is one space.
    """
    return _ADDRESS.sub("&#58;//", " ".join(value.split()).translate(_MARKDOWN))


def printed(value: object) -> Markup:
    """What a template prints for a value: markup of our own as it is, all else inert.

    A value that is no text (None, a tuple, a view) in a template is a mistake of the template and raises TypeError.
    """
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(str(value))
    raise TypeError(f"a template prints {type(value).__name__}, which is no text")
