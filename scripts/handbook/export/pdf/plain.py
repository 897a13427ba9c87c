"""Values of a book as the JSON that the template reads, every text of it fit for the press."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass

Json = str | int | bool | None | list["Json"] | dict[str, "Json"]


def plain(value: object, text: Callable[[str], str]) -> Json:
    """A frozen value as lists and mappings; `text` is applied to every text in it, names of fields apart."""
    if isinstance(value, str):
        return text(value)
    if value is None or isinstance(value, int):
        return value
    if isinstance(value, tuple):
        return [plain(one, text) for one in value]
    if isinstance(value, Mapping):
        return {key: plain(one, text) for key, one in value.items()}
    if is_dataclass(value):
        return {field.name: plain(getattr(value, field.name), text) for field in fields(value)}
    raise TypeError(f"a book holds {type(value).__name__}, which the press cannot read")


def as_data(value: object, text: Callable[[str], str]) -> str:
    """The same as one line of JSON."""
    return json.dumps(plain(value, text), ensure_ascii=False, separators=(",", ":"))
