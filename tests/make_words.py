"""Add to templates/strings/zh-Hant.yml what zh-Hans.yml has and it lacks, converted, and take out what is gone.

What people have written in zh-Hant.yml stays. Read what is new before you commit it.
"""

from __future__ import annotations

import re
from pathlib import Path

from handbook import files
from handbook.editions import script_of, traditional_strings

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "templates" / "strings"
HEAD = "# 介面文字（繁體）。由 zh-Hans.yml 轉換後校對；缺的詞條用 make words 補。引號裡的字可以改，{…} 請保留。\n"
ENTRY = re.compile(r'^(?P<indent> *)(?P<key>[\w-]+):(?: "(?P<phrase>.*)")?\s*$')


def with_words(simplified: str, own: dict[str, object]) -> str:
    """The Simplified phrase book line by line, with the phrases of the Traditional one."""
    convert = script_of(files.read_vocabulary(ROOT / "vocabulary")).of
    value = files.load("zh-Hans.yml", simplified.encode()).value
    phrases = traditional_strings(value if isinstance(value, dict) else {}, own, convert)
    lines, path = [HEAD.rstrip("\n")], list[str]()
    for line in simplified.splitlines():
        found = ENTRY.match(line)
        if found:
            path = [*path[: len(found["indent"]) // 2], found["key"]]
            if found["phrase"] is not None:
                line = f'{found["indent"]}{found["key"]}: "{_at(phrases, path)}"'
        if not line.lstrip().startswith("#"):
            lines.append(line)
    return "\n".join(lines) + "\n"


def _at(phrases: object, path: list[str]) -> str:
    for key in path:
        phrases = phrases[key] if isinstance(phrases, dict) else ""
    return str(phrases).replace("\\", "\\\\").replace('"', '\\"')


def made() -> str:
    """What the file should be."""
    own = (
        files.load("zh-Hant.yml", files.read_bytes(FOLDER, "zh-Hant.yml")).value
        if (FOLDER / "zh-Hant.yml").is_file()
        else {}
    )
    return with_words((FOLDER / "zh-Hans.yml").read_text(encoding="utf-8"), own if isinstance(own, dict) else {})


if __name__ == "__main__":
    (FOLDER / "zh-Hant.yml").write_text(made(), encoding="utf-8", newline="\n")
