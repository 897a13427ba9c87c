"""The form of hand-written files, apart from what they say: marks, line ends, white space at ends. `--fix` mends it.

Captures are kept as received and have no form of ours.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Contributed, Fault

BOM = "\ufeff"
BLANK = re.compile(r"[ \t]+")


def has_form(file: str) -> bool:
    """Whether we say how a file is written."""
    return not file.endswith("/capture.txt")


def form(item: Contributed) -> Iterator[Fault]:
    """What `mended` would change, each at its first place."""
    text, file = item.text, item.file
    if not has_form(file) or not text:
        return
    if text.startswith(BOM):
        yield Fault(file, 1, 1, "form-bom", "文件开头有字节顺序标记（BOM）")
    lines = text.lstrip(BOM).split("\n")
    returns = [number for number, line in enumerate(lines, 1) if line.endswith("\r")]
    if returns:
        column = len(lines[returns[0] - 1])
        yield Fault(file, returns[0], column, "form-line-end", f"{len(returns)} 行的换行符是 Windows 的写法（CRLF）")
    for number, line in enumerate(lines, 1):
        kept = _line(file, line.removesuffix("\r"))
        if len(kept) < len(line.removesuffix("\r")):
            yield Fault(file, number, len(kept) + 1, "form-space", "行尾有多余的空格")
    if not text.endswith("\n"):
        yield Fault(file, len(lines), len(lines[-1]) + 1, "form-last-line", "文件末尾没有换行")
    elif text.strip() and text != _ended(text):
        yield Fault(file, _ended(text).count("\n") + 1, 1, "form-last-line", "文件末尾多了空行")


def mended(file: str, text: str) -> str:
    """The file in our form: the same words, numbers, dates and document numbers. Mending twice changes nothing more."""
    if not has_form(file) or not text:
        return text
    lines = text.lstrip(BOM).split("\n")
    return _ended("\n".join(_line(file, line) for line in lines))


def _line(file: str, line: str) -> str:
    """A line without white space at its end; in Markdown two spaces there are a line break, so only blank lines lose them."""
    if file.endswith(".md"):
        bare = line.rstrip("\r")
        return "" if BLANK.fullmatch(bare) else bare
    return line.rstrip(" \t\r")


def _ended(text: str) -> str:
    return text.rstrip("\r\n") + "\n" if text.strip("\r\n") else ""
