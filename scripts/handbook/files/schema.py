"""Contributed YAML against its schema: a value of the right shape, or one Chinese error at the right line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import ErrorDetails

from ..model import ConfigError, Fault, Path, SourceError, Yaml

ID_LIMIT = 48  # characters; an address is at most 60
ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")  # wuhan-2024
Id = Annotated[str, Field(pattern=f"^{ID.pattern}$", max_length=ID_LIMIT, examples=["wuhan-2024"])]
Line = Annotated[str, Field(min_length=1, max_length=2000, pattern=r"^[^\x00-\x1f\x7f\u202a-\u202e\u2066-\u2069]+$")]

# What pydantic calls a fault, its code, and what its author should do about it; `{…}` are the fault's own details.
ADVICE = {
    "missing": ("field-missing", "缺少“{field}”"),
    "extra_forbidden": ("field-unknown", "不认识的名称“{field}”，请检查拼写"),
    "string_pattern_mismatch": ("field-form", "“{field}”的写法不对"),
    "string_too_long": ("field-long", "“{field}”太长"),
    "string_too_short": ("field-empty", "“{field}”是空的"),
    "string_type": ("field-type", "“{field}”应是一段文字"),
    "literal_error": ("field-choice", "“{field}”只能是 {expected} 之一"),
    "date_from_datetime_parsing": ("field-date", "“{field}”不是日期"),
    "date_parsing": ("field-date", "“{field}”不是日期"),
    "date_type": ("field-date", "“{field}”应是日期"),
    "tuple_type": ("field-type", "“{field}”应是一张清单，每行以 - 开头"),
    "list_type": ("field-type", "“{field}”应是一张清单，每行以 - 开头"),
    "model_type": ("field-type", "“{field}”应由“名称: 值”组成"),
}
# Fields whose faults matter for a reason of their own.
SPECIAL = {
    ("field-missing", "rights"): "rights-missing",
    ("field-choice", "rights"): "rights-missing",
    ("field-type", "rights"): "rights-missing",
    ("field-form", "url"): "url-form",
    ("field-form", "id"): "id-form",
}


class Card(BaseModel):
    """What every contributed form has in common: no unknown names, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


Form = TypeVar("Form", bound=Card)


def refuse_id(id: str) -> None:
    """ConfigError for a name that is no id."""
    if not ID.fullmatch(id) or len(id) > ID_LIMIT:
        raise ConfigError(f"编号 {id!r} 不能使用：只用小写字母、数字和 -，最多 {ID_LIMIT} 个字符，例如 wuhan-2024")


def validate(form: type[Form], yaml: Yaml) -> Form:
    """The file as a form; SourceError at its first fault, with what would be right."""
    try:
        return form.model_validate(yaml.value)
    except ValidationError as error:
        raise SourceError(_fault(form, yaml, error.errors(include_url=False)[0])) from error


def faults(form: type[Card], yaml: Yaml) -> tuple[Fault, ...]:
    """Everything in which the file differs from its form, in the order of the file."""
    try:
        form.model_validate(yaml.value)
    except ValidationError as error:
        found = (_fault(form, yaml, details) for details in error.errors(include_url=False))
        return tuple(sorted(found, key=lambda fault: (fault.line, fault.column)))
    return ()


def refuse(found: Iterable[Fault]) -> None:
    """Raise the first of some faults, if there is any."""
    for fault in found:
        raise SourceError(fault)


def _fault(form: type[Card], yaml: Yaml, details: ErrorDetails) -> Fault:
    path: Path = tuple(details["loc"])
    field = next((step for step in reversed(path) if isinstance(step, str)), "整个文件")
    expected = str(details.get("ctx", {}).get("expected", "")).replace(" or ", "、").replace("'", "")
    code, advice = ADVICE.get(details["type"], ("field-form", "“{field}”的值不能用"))
    advice = advice.format(field=field, expected=expected)
    example = _example(form, path)
    if code == "field-unknown" and len(path) == 1:
        advice += "；可用的名称：" + "、".join(form.model_fields)
    advice += f"，例如 {field}: {example}" if example else ""
    return yaml.fault(path, SPECIAL.get((code, field), code), advice)


def _example(form: type[Card], path: Path) -> str:
    """The example that the form gives for a field, empty where it gives none."""
    found = form.model_fields.get(str(path[0])) if len(path) == 1 else None
    return str(found.examples[0]) if found and found.examples else ""
