"""What went wrong, as values with a place; and the two exceptions of the house."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from .source import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """Something the reader or a maintainer should know: never raised, always listed.

    `code` is a stable ASCII word (`heading-lost`), `message` is Chinese and says what to do.
    """

    severity: Severity
    code: str
    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in a contributed file that its author can mend, at a line and column (from 1).

    `code` is a row of the table of messages (`review/codes.py`), `message` is Chinese and says what is wrong here.
    """

    file: str
    line: int
    column: int
    code: str
    message: str


class SourceError(Exception):
    """A contributed file that cannot be used; the message is Chinese and begins `文件:行:列`."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.file}:{fault.line}:{fault.column}: {fault.message}")
        self.fault = fault


class ConfigError(Exception):
    """A setting or command line that cannot be used; the message is Chinese and says what would be right."""
