"""Contributed YAML against its schema: a value of the right shape, or one Chinese error at the right line."""

from __future__ import annotations

import re
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from ..model import SourceError
from .strict_yaml import Path, Yaml

ID_LIMIT = 48  # characters; an address is at most 60
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")  # wuhan-2024
Id = Annotated[str, Field(pattern=f"^{ID.pattern}$", max_length=ID_LIMIT, examples=["wuhan-2024"])]
Line = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+$")]

# What pydantic calls a fault, and what its author should do about it; `{…}` are the fault's own details.
ADVICE = {
    "missing": "缺少“{field}”",
    "extra_forbidden": "不认识的名称“{field}”，请检查拼写",
    "string_pattern_mismatch": "“{field}”的写法不对",
    "string_too_long": "“{field}”太长",
    "string_too_short": "“{field}”是空的",
    "string_type": "“{field}”应是一段文字",
    "literal_error": "“{field}”只能是 {expected} 之一",
    "date_from_datetime_parsing": "“{field}”不是日期",
    "date_parsing": "“{field}”不是日期",
    "date_type": "“{field}”应是日期",
    "tuple_type": "“{field}”应是一张清单，每行以 - 开头",
    "list_type": "“{field}”应是一张清单，每行以 - 开头",
    "model_type": "“{field}”应由“名称: 值”组成",
}


class Card(BaseModel):
    """What every contributed form has in common: no unknown names, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Form = TypeVar("Form", bound=Card)


def validate(form: type[Form], yaml: Yaml) -> Form:
    """The file as a form; SourceError at its first fault, with what would be right."""
    try:
        return form.model_validate(yaml.value)
    except ValidationError as error:
        raise _fault(form, yaml, error) from error


def _fault(form: type[Card], yaml: Yaml, error: ValidationError) -> SourceError:
    first = error.errors(include_url=False)[0]
    path: Path = tuple(first["loc"])
    field = str(path[-1]) if path else "整个文件"
    expected = str(first.get("ctx", {}).get("expected", "")).replace(" or ", "、").replace("'", "")
    advice = ADVICE.get(first["type"], "“{field}”的值不能用").format(field=field, expected=expected)
    example = _example(form, path)
    if first["type"] == "extra_forbidden" and len(path) == 1:
        advice += "；可用的名称：" + "、".join(form.model_fields)
    return yaml.fault(path, advice + (f"，例如 {field}: {example}" if example else ""))


def _example(form: type[Card], path: Path) -> str:
    """The example that the form gives for a field, empty where it gives none."""
    found = form.model_fields.get(str(path[0])) if len(path) == 1 else None
    return str(found.examples[0]) if found and found.examples else ""
