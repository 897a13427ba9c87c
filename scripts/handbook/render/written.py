"""Hand-written pages, which end in the same tools as all others."""

from __future__ import annotations

import re

from ..model import Edition, Origin
from . import links
from .engine import Engine

# [handbook.xlsx](data/handbook.xlsx)
DOWNLOAD = re.compile(r"\[(?P<text>[^\]\n]+)\]\((?:\.\./)*data/(?P<name>[\w.-]+)\)")
TITLE = re.compile(r"^title: *(?P<title>.+)$", re.MULTILINE)  # of the front matter: title: 使用说明


def with_tools(path: str, text: str, engine: Engine) -> str:
    """A Markdown file of docs/, `path` relative to it, with the tools at its end; it was made from itself."""
    found = TITLE.search(text)
    title = found["title"].strip("\"' ") if found else path
    tools = engine.tools(links.address_of(path), title, (Origin(f"docs/{path}"),))
    return f"{text.rstrip()}\n\n{tools}"


def with_downloads(path: str, text: str, edition: Edition) -> str:
    """A page of an edition that has no downloads of its own, with its links to them leading to those of the handbook.

    They leave the pages of the edition, so they are written as HTML, which a renderer of Markdown leaves alone.
    """
    here = links.address_of(path)
    return DOWNLOAD.sub(
        lambda found: f'<a href="{links.download(here, found["name"], edition)}">{found["text"]}</a>', text
    )
