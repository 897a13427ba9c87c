"""The last line of every page: compare with the official text, change what made the page, report a mistake."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from ...model import Origin, Repository
from .. import forge, links
from ..words import Words
from .parts import Link

TITLE_LENGTH = 60  # characters of a page's title in the title of a report


@dataclass(frozen=True, slots=True)
class ToolsView:
    """`edits` lead to the files that made the page; `original` names a place in a capture, or is all captures.

    `doors` lead into the project, for the pages that say how to take part: its forms and its folders.
    """

    original: Link
    edits: tuple[Link, ...]
    report: Link
    doors: tuple[Link, ...] = ()


def tools_view(
    address: str,
    title: str,
    origins: tuple[Origin, ...],
    original: Link | None,
    repository: Repository | None,
    words: Words,
) -> ToolsView:
    """The tools of a page; without a repository on the web its links lead to the guide, with the file and lines named."""
    guide = links.link(address, links.CONTRIBUTE)
    return ToolsView(
        original or Link("", links.link(address, links.SOURCES)),
        tuple(
            Link(_name(origin, words), forge.file_address(repository, origin) if repository else guide)
            for origin in origins
        ),
        Link(words("tools.report"), _report(address, title, repository, words) if repository else guide),
        doors(repository, words) if address.startswith(links.CONTRIBUTE) else (),
    )


def doors(repository: Repository | None, words: Words) -> tuple[Link, ...]:
    """The forms, and the folders that contributors change; none where there is no repository on the web."""
    if repository is None:
        return ()
    forms = (
        Link(words(f"forms.{form.removesuffix('.yml')}"), forge.form_address(repository, form)) for form in forge.FORMS
    )
    folders = (Link(folder, forge.file_address(repository, Origin(folder))) for folder in ("sources/", "vocabulary/"))
    return (*forms, *folders)


def _report(address: str, title: str, repository: Repository, words: Words) -> Markup:
    short = title if len(title) <= TITLE_LENGTH else title[: TITLE_LENGTH - 1] + "…"
    return forge.report_address(repository, words("tools.report_title", title=short), f"/{words.edition.path}{address}")


def _name(origin: Origin, words: Words) -> str:
    if not origin.first:
        return origin.file
    if origin.first == origin.last:
        return words("tools.line", file=origin.file, line=origin.first)
    return words("tools.lines", file=origin.file, first=origin.first, last=origin.last)
