"""Write docs/contribute/codes.md anew from the table of codes; run it after changing a code."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from handbook.review.codes import CODES, Code

PAGE = Path(__file__).parents[1] / "docs" / "contribute" / "codes.md"
HEAD = """---
title: 检查提示一览
description: handbook check 的每一种提示：说的是什么、为什么要紧、怎样改。
---

# 检查提示一览

提交以后几分钟，检查会在拉取请求上逐行写出提示，例如：

    sources/some-city-2026/source.yml:7:9: 错误 [capture-changed] capture.txt 与登记的指纹不符

依次是文件、第几行、第几个字、轻重、方括号里的代码和说明。「错误」改好才能合并，「提醒」请看一眼。按 Ctrl+F 用代码查找。标「可自动改」的只是格式，维护者运行 `handbook check --fix` 就能改好，不动文字、数字、日期和文号。
"""
GROUPS = {
    "文件": (
        "file",
        "encoding",
        "control",
        "hidden",
        "capture-hidden",
        "form-bom",
        "form-line",
        "form-space",
        "form-last",
    ),
    "YAML 的写法": ("yaml",),
    "各项的值": ("field", "todo"),
    "原文与来源": (
        "card",
        "capture",
        "rights",
        "outlet",
        "url",
        "region",
        "agency",
        "id-form",
        "id-twice",
        "document",
        "report",
    ),
    "勘误": ("erratum",),
    "词表": ("term", "form-twice", "see", "basis", "type", "word", "parent", "script", "said"),
    "撤下的编号": ("id-vanished", "retired"),
    "页面与界面用语": ("string", "page"),
}
LEVELS = {"error": "错误", "warning": "提醒", "note": "说明"}


def group_of(code: Code) -> str:
    """The heading under which a code is explained: that of the longest beginning that fits it."""
    fits = [(len(start), name) for name, starts in GROUPS.items() for start in starts if code.code.startswith(start)]
    return max(fits)[1] if fits else "其他"


def entry(code: Code) -> str:
    """A code with its place in the page, so that it can be linked to."""
    level = LEVELS[code.severity] + ("，可自动改" if code.fixable else "")
    heading = f"### `{code.code}` {level} {{: #{code.code} }}"
    return f"{heading}\n\n{_escaped(code.wrong)}：{_escaped(code.why)}。\n\n改法：{_escaped(code.mend)}。\n"


def page() -> str:
    """The page: a chapter for each kind of file, in the order of the table of codes."""
    order = [*GROUPS, "其他"]
    parts = [HEAD]
    for name, codes in groupby(sorted(CODES, key=lambda code: order.index(group_of(code))), key=group_of):
        parts.append(f"## {name}\n")
        parts += [entry(code) for code in codes]
    return "\n".join(parts)


def _escaped(text: str) -> str:
    return text.replace("{", "&#123;").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
