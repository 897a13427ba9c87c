"""Values of a book as the JSON that the template reads, every text of it visible as what it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass

Json = str | int | None | list["Json"] | dict[str, "Json"]

# What no press can show, or what would turn or hide the text around it: controls, marks of direction, surrogates.
HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
BREAKS = re.compile("[\t\n\u2028\u2029\x85]+")


def plain(value: object) -> Json:
    """A frozen value as lists and mappings."""
    if isinstance(value, str):
        return visible(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [plain(one) for one in value]
    if isinstance(value, Mapping):
        return {key: plain(one) for key, one in value.items()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    raise TypeError(f"a book holds {type(value).__name__}, which the press cannot read")


def as_data(value: object) -> str:
    """The same as one line of JSON."""
    return json.dumps(plain(value), ensure_ascii=False, separators=(",", ":"))


def visible(text: str) -> str:
    """A text in one line, with a character that cannot be seen named by its number: 〔U+202E〕."""
    return HIDDEN.sub(_named, BREAKS.sub(" ", text))


def named(char: str) -> str:
    """The number of a character, in place of one that has no shape."""
    return f"〔U+{ord(char):04X}〕"


def _named(found: re.Match[str]) -> str:
    return named(found.group())
