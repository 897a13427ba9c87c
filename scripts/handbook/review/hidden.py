"""Characters that nobody sees and programs read: direction marks, zero widths, private use, controls."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..model import Contributed, Fault

# Trojan Source: 甲‮乙 shows in another order than it is read
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
# from web pages and word processors: soft hyphen, zero-width space and joiners, fillers, tags, a BOM inside the text
ZERO_WIDTH = "\u00ad\u034f\u115f\u1160\u180e\u200b-\u200d\u2060-\u2064\u3164\ufeff\ufff9-\ufffb\U000e0000-\U000e007f"
PRIVATE = "\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd"
CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f"
KINDS = (
    ("hidden-direction", "改变文字方向的字符", re.compile(f"[{DIRECTION}]")),
    ("hidden-zero-width", "零宽字符", re.compile(f"[{ZERO_WIDTH}]")),
    ("hidden-private", "私人使用区字符", re.compile(f"[{PRIVATE}]")),
    ("control-character", "看不见的控制字符", re.compile(f"[{CONTROL}]")),
)
CAPTURE = "capture-hidden"
UNREADABLE = "\ufffd"


def hidden(item: Contributed) -> Iterator[Fault]:
    """Every line with hidden characters, once for each kind of them, at the first."""
    capture = item.file.endswith("/capture.txt")
    for number, line in enumerate(item.text.removeprefix("\ufeff").split("\n"), 1):
        if line.isascii() and line.isprintable():
            continue
        for code, name, pattern in KINDS:
            found = [match.start() for match in pattern.finditer(line.removesuffix("\r"))]
            if found:
                points = "、".join(dict.fromkeys(f"U+{ord(line[at]):04X}" for at in found))
                message = f"这一行有{len(found)}个{name}（{points}）"
                yield Fault(item.file, number, found[0] + 1, CAPTURE if capture else code, message)
        if capture and UNREADABLE in line:
            message = f"这一行有{line.count(UNREADABLE)}处解不出的字节，显示为 �"
            yield Fault(item.file, number, line.index(UNREADABLE) + 1, "capture-unreadable", message)
