"""Hand-written pages, which end in the same tools as all others."""

from __future__ import annotations

import re

from ..model import Origin
from . import links
from .engine import Engine

TITLE = re.compile(r"^title: *(?P<title>.+)$", re.MULTILINE)  # of the front matter: title: 使用说明


def with_tools(path: str, text: str, engine: Engine) -> str:
    """A Markdown file of docs/, `path` relative to it, with the tools at its end; it was made from itself."""
    found = TITLE.search(text)
    title = found["title"].strip("\"' ") if found else path
    tools = engine.tools(links.address_of(path), title, (Origin(f"docs/{path}"),))
    return f"{text.rstrip()}\n\n{tools}"
