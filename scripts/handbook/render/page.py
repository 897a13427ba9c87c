"""A page of the handbook: where it stands in the Markdown tree, and its text."""

from __future__ import annotations

from dataclasses import dataclass

from .escape import inert


@dataclass(frozen=True, slots=True)
class Page:
    """A Markdown file, `path` relative to `build/docs/`."""

    path: str
    text: str


def page_of(path: str, title: str, description: str, body: str) -> Page:
    """A page with its front matter: title and description as one-line HTML text, the form themes print unescaped."""
    front = f'---\ntitle: "{inert(_one_line(title))}"\ndescription: "{inert(_one_line(description))}"\n---\n\n'
    return Page(path, front + body)


def _one_line(text: str) -> str:
    return " ".join(text.split())
