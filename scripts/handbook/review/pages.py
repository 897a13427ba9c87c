"""Hand-written pages and the words of the interface: what would run on a reader's machine, and what would not print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

from ..model import Contributed, Fault, Path, Value, Yaml

# <script>, <iframe src=…>, [点这里](javascript:…), <img onerror=…>
RUNS = re.compile(
    r"<\s*(?:script|iframe|object|embed|form|meta|link|base)\b|\b(?:javascript|vbscript)\s*:|\bdata:text/html"
    r"|<[^<>]{0,400}\son[a-z]{3,20}\s*=",
    re.IGNORECASE,
)
CODE = re.compile(r"`[^`\n]*`")
FENCE = re.compile(r"^\s*(?:```|~~~)")
TITLE = re.compile(r"^title:\s*\S")
PLACEHOLDER = re.compile(r"[a-z][a-z0-9_]*")


def pages(item: Contributed) -> Iterator[Fault]:
    """A hand-written page: it has a title and runs nothing. Code shown as code is no code."""
    lines = item.text.removeprefix("\ufeff").split("\n")
    front = lines[1 : lines.index("---", 1)] if lines[0] == "---" and "---" in lines[1:] else []
    if not any(TITLE.match(line) for line in front):
        yield Fault(item.file, 1, 1, "page-front", "页面开头没有写 title")
    fenced = False
    for number, line in enumerate(lines, 1):
        fenced ^= bool(FENCE.match(line))
        found = None if fenced else RUNS.search(CODE.sub(lambda code: " " * len(code[0]), line))
        if found:
            yield Fault(item.file, number, found.start() + 1, "page-script", f"“{found[0][:20]}”会在读者的浏览器里运行")


def strings(yaml: Yaml) -> Iterator[Fault]:
    """The words of the interface: each is text, and its placeholders can be filled in."""
    for path, value in _leaves((), yaml.value):
        if not isinstance(value, str):
            yield yaml.fault(path, "string-type", f"“{path[-1] if path else '整个文件'}”不是一段文字")
        elif not _fillable(value):
            yield yaml.fault(path, "string-placeholder", f"“{path[-1]}”里的花括号没有配对，或者占位名不对")


def _leaves(path: Path, value: Value) -> Iterator[tuple[Path, Value]]:
    if isinstance(value, dict):
        for name, below in value.items():
            yield from _leaves((*path, name), below)
    else:
        yield path, value


def _fillable(text: str) -> bool:
    try:
        names = [name for _, name, _, _ in Formatter().parse(text) if name is not None]
    except ValueError:
        return False
    return all(PLACEHOLDER.fullmatch(name) for name in names)
