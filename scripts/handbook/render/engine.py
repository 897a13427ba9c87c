"""Lays a view out with its template. It opens no file: templates and words are handed in."""

from __future__ import annotations

from collections.abc import Mapping

from jinja2 import DictLoader, Environment, StrictUndefined

from ..model import SIMPLIFIED, Edition, Origin, Repository
from .escape import printed
from .views.parts import Link
from .views.printed import PrintedBook, book_link
from .views.tools import tools_view
from .words import Words, words_of


class Engine:
    """The templates of one edition and the words they print.

    `templates` maps a name relative to `templates/` (`measure.md.j2`, `partials/facts.md.j2`) to its text; `strings` is
    the content of a file of `templates/strings/`. A template sees `view` and `t`, the words; an unknown name in it
    raises, and whatever it prints goes through `escape.printed`. `repository` is where readers find the files of the
    handbook, None where that is nowhere; `books` are the printed books by the address of the page they belong to.
    """

    def __init__(
        self,
        templates: Mapping[str, str],
        strings: Mapping[str, object],
        repository: Repository | None = None,
        books: Mapping[str, tuple[PrintedBook, ...]] | None = None,
        edition: Edition = SIMPLIFIED,
    ) -> None:
        self.words: Words = words_of(strings, edition)
        self._books = books or {}
        self._repository = repository
        self._jinja = Environment(
            loader=DictLoader(templates),
            undefined=StrictUndefined,
            autoescape=True,
            finalize=printed,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self._jinja.globals["t"] = self.words

    def render(self, template: str, view: object, books: tuple[Link, ...] = ()) -> str:
        """The Markdown of one page without its front matter; `books` lead to it in print."""
        return _tidied(self._jinja.get_template(template).render(view=view, books=books))

    def books(self, address: str) -> tuple[Link, ...]:
        """The links from the page at an address to the books that belong to it."""
        return tuple(book_link(address, book, self.words) for book in self._books.get(address, ()))

    def tools(self, address: str, title: str, origins: tuple[Origin, ...], original: Link | None = None) -> str:
        """The end of the page at an address, in Markdown: the way to its official text, its files and a report form."""
        view = tools_view(address, title, origins, original, self._repository, self.words)
        return self.render("partials/tools.md.j2", view)


def _tidied(text: str) -> str:
    """No indents and no blank lines but around Markdown headings, so that every renderer sees whole HTML blocks."""
    lines: list[str] = []
    for line in text.split("\n"):
        line = line.lstrip(" ")
        if line.startswith("## "):
            lines += ["", line, ""]
        elif line:
            lines.append(line)
    return "\n".join(lines) + "\n"
