"""Where the faces of the printed handbooks may be, besides those of the system."""

from __future__ import annotations

import os
from pathlib import Path

CACHE = "policy-handbook"


def font_cache() -> Path:
    """The folder into which faces are installed: of the user, shared by all checkouts of the handbook."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / CACHE / "fonts"


def font_folders() -> tuple[Path, ...]:
    """The folders to look for faces in."""
    cache = font_cache()
    return (cache,) if cache.is_dir() else ()
