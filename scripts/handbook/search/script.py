"""Data as a script: what a page loads by inserting `<script src>`, so that it works from a folder and under a strict CSP."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Json: TypeAlias = "str | int | float | bool | Sequence[Json] | Mapping[str, Json] | None"

# Line separators end a line of a script in old browsers; < would end it inside of HTML.
_UNSAFE = str.maketrans({"\u2028": "\\u2028", "\u2029": "\\u2029", "<": "\\u003c"})


def script(name: str, data: Json) -> bytes:
    """The file that hands `data` to `handbook.load(name)` of `assets/data.js`. The same data gives the same bytes."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True).translate(_UNSAFE)
    return f'handbook.take("{name}",{text});\n'.encode("utf-8", errors="replace")
