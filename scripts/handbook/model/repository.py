"""Where the handbook's own files are kept for everybody to see and to change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Platform = Literal["github", "gitee", "gitlab"]


@dataclass(frozen=True, slots=True)
class Repository:
    """A repository on the web: its address without a slash at the end, the branch that is published, and whose it is."""

    address: str
    branch: str
    platform: Platform


@dataclass(frozen=True, slots=True)
class Origin:
    """A file of the project that a page was made from, and the lines of it; 0 where it is the whole file."""

    file: str
    first: int = 0
    last: int = 0
