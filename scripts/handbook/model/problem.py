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


class SourceError(Exception):
    """A contributed file that its author can mend; the message is Chinese and begins `文件:行:列`."""

    def __init__(self, file: str, line: int, column: int, message: str) -> None:
        super().__init__(f"{file}:{line}:{column}: {message}")
        self.file, self.line, self.column, self.message = file, line, column, message


class ConfigError(Exception):
    """A setting or command line that cannot be used; the message is Chinese and says what would be right."""
