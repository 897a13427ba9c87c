"""A page of the handbook: where it stands in the Markdown tree, and its text."""

from __future__ import annotations

from dataclasses import dataclass

from .escape import inert

CONTENTS_FROM = 4  # headings that make a table of contents worth its place


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file, `path` relative to `build/docs/`."""

    path: str
    text: str


def page_of(
    path: str, title: str, description: str, body: str, scripts: tuple[str, ...] = (), extra: tuple[str, ...] = ()
) -> Page:
    """A page with its front matter: title and description as one-line HTML text, the form themes print unescaped.

    A page of few headings asks its theme for no table of contents; `scripts` are its own, beside those of every page; `extra` are further lines
    of the front matter.
    """
    front = [f'title: "{inert(_one_line(title))}"', f'description: "{inert(_one_line(description))}"']
    if scripts:
        front.append(f"scripts: [{', '.join(scripts)}]")
    front += extra
    if body.count("\n## ") < CONTENTS_FROM:
        front.append("hide: [toc]")
    return Page(path, "\n".join(("---", *front, "---", "", body)))


def _one_line(text: str) -> str:
    return " ".join(text.split())
