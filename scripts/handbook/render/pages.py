"""Every page of the handbook, as Markdown files for `build/docs/`.

    pages(library, vocabulary, engine) -> tuple[Page, ...]

How a caller uses it, opening the files itself:

    engine = Engine(templates, strings)

where `templates` maps the path of each `*.j2` file below `templates/` (relative to it, with `/`: `measure.md.j2`,
`partials/crumbs.md.j2`; `theme/` and `pdf/` are not needed) to its text, and `strings` is the content of
`templates/strings/zh-Hans.yml` as nested mappings of strings. Each `Page` has a `path` relative to `build/docs/` and
its `text`. The hand-written pages of `docs/` are copied beside them by the caller; no path is in both. Pure: the same
library gives the same pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import Protocol

from ..model import Capture, DocumentRecord, Library, Origin, Vocabulary
from . import links, origins
from .engine import Engine
from .finder import finder
from .open_to import by_type
from .page import Page, page_of
from .shelf import Shelf
from .views.agency import agencies_view, agency_view
from .views.calendar import calendar_view
from .views.choose import choose_view
from .views.document import document_view
from .views.errata import errata_view
from .views.find import find_view
from .views.found import found_views
from .views.glossary import glossary_view, term_view
from .views.home import home_view
from .views.lists import documents_view, region_view, regions_view, shelved_regions, sources_view
from .views.measure import measure_view
from .views.one_page import Cards, one_page_view
from .views.parts import Head, Link
from .views.press import press_view
from .views.references import references_view
from .views.report import report_view
from .views.retired import retired_view
from .views.search import search_view
from .views.source import source_view
from .views.topic import topic_view, topics_view


class _View(Protocol):
    @property
    def head(self) -> Head: ...


def pages(library: Library, vocabulary: Vocabulary, engine: Engine) -> tuple[Page, ...]:
    """All generated pages, in a fixed order: the ways in, the documents with their measures, the sources."""
    return tuple(page for group in page_groups(library, vocabulary, engine) for page in group())


def page_groups(library: Library, vocabulary: Vocabulary, engine: Engine) -> tuple[Callable[[], Iterator[Page]], ...]:
    """The same pages in the same order, in groups that do not need each other and can be made at the same time."""
    shelf = Shelf.of(library, vocabulary)
    return (
        partial(_ways_in, shelf, engine),
        partial(_one_pages, shelf, engine),
        partial(_crossings, shelf, engine),
        partial(_finder, shelf, engine),
        partial(_glossary, shelf, engine),
        *(partial(_document, record, shelf, engine) for record in library.documents),
        partial(_sources, shelf, engine),
        partial(_retired, shelf, engine),
    )


def _ways_in(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    words = engine.words
    yield _page(links.HOME, "home.md.j2", home_view(shelf, words), engine)
    yield _page(links.DOCUMENTS, "documents.md.j2", documents_view(shelf, words), engine)
    yield _page(links.REGIONS, "regions.md.j2", regions_view(shelf, words), engine)
    for region in shelved_regions(shelf):
        made_from = origins.of_word("regions.yml", region, shelf)
        yield _page(links.region(region), "region.md.j2", region_view(region, shelf, words), engine, made_from)
    yield _page(links.SOURCES, "sources.md.j2", sources_view(shelf, words), engine)
    yield _page(links.SEARCH, "search.md.j2", search_view(shelf, words), engine)
    yield _page(links.REPORT, "report.md.j2", report_view(shelf, words), engine)
    yield _page(links.ERRATA, "errata.md.j2", errata_view(shelf, words), engine)


def _one_pages(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    """The page that helps to choose an enterprise type, and for each type its card, over all and for each region."""
    cards = Cards(shelf, by_type(shelf), shelved_regions(shelf))
    yield _page(links.FOR, "choose.md.j2", choose_view(cards, engine.words), engine)
    for type in shelf.types:
        for region in ("", *cards.regions):
            view = one_page_view(type, region, cards, engine.words)
            made_from = origins.of_word("enterprise_types.yml", type, shelf)
            yield _page(links.one_page(type, region), "for.md.j2", view, engine, made_from)


def _crossings(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    """Pages that cut across documents: agencies, topics, dates, and what leads out of the handbook."""
    words = engine.words
    yield _page(links.AGENCIES, "agencies.md.j2", agencies_view(shelf, words), engine)
    for agency in shelf.library.agencies:
        made_from = origins.of_word("agencies.yml", agency.id, shelf)
        yield _page(links.agency(agency.id), "agency.md.j2", agency_view(agency, shelf, words), engine, made_from)
    yield _page(links.TOPICS, "topics.md.j2", topics_view(shelf, words), engine)
    for group in shelf.topics_used():
        made_from = origins.of_word("topics.yml", group.id, shelf)
        yield _page(links.topic(group.id), "topic.md.j2", topic_view(group, shelf, words), engine, made_from)
    yield _page(links.CALENDAR, "calendar.md.j2", calendar_view(shelf, words), engine)
    yield _page(links.REFERENCES, "references.md.j2", references_view(shelf, words), engine)


def _finder(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    """The finder, and for each value that has no page elsewhere the list of its measures."""
    found = finder(shelf, engine.words)
    yield _page(links.FIND, "find.md.j2", find_view(found, shelf, engine.words), engine)
    for address, view in found_views(found, shelf, engine.words):
        yield _page(address, "found.md.j2", view, engine)


def _glossary(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    yield _page(links.GLOSSARY, "glossary.md.j2", glossary_view(shelf, engine.words), engine)
    for index, entry in enumerate(shelf.library.terms):
        made_from = origins.of_word("glossary.yml", entry.term.id, shelf)
        yield _page(links.term(entry.term.id), "term.md.j2", term_view(index, shelf, engine.words), engine, made_from)


def _document(record: DocumentRecord, shelf: Shelf, engine: Engine) -> Iterator[Page]:
    view = document_view(record, shelf, engine.words)
    made_from = origins.of_document(record, shelf)
    yield _page(links.document(record.id), "document.md.j2", view, engine, made_from, view.original)
    for index, measure in enumerate(record.measures):
        address, page = links.measure(measure.id), measure_view(record, index, shelf, engine.words)
        made_from = origins.of_measure(record, measure, shelf)
        yield _page(address, "measure.md.j2", page, engine, made_from, page.original)


def _retired(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    """A page for each id that is no longer used, so that its address still says something."""
    for item in shelf.library.retired:
        view = retired_view(item, shelf, engine.words)
        yield _page(links.place(item.id), "retired.md.j2", view, engine, origins.of_retired())


def _sources(shelf: Shelf, engine: Engine) -> Iterator[Page]:
    return (_source(capture, shelf, engine) for capture in shelf.library.captures)


def _source(capture: Capture, shelf: Shelf, engine: Engine) -> Page:
    address, made_from = links.source(capture.card.id), origins.of_source(capture.card.id, shelf)
    if capture.card.rights == "press":
        return _page(address, "press.md.j2", press_view(capture, shelf, engine.words), engine, made_from)
    return _page(address, "source.md.j2", source_view(capture, shelf, engine.words), engine, made_from)


def _page(
    address: str,
    template: str,
    view: _View,
    engine: Engine,
    made_from: tuple[Origin, ...] = (),
    original: Link | None = None,
) -> Page:
    """A page with its tools; one that sums up the whole handbook is made from its layout and the sources."""
    head = view.head
    tools = engine.tools(address, head.title, made_from or origins.of_template(template), original)
    body = engine.render(template, view, engine.books(address)) + tools
    return page_of(links.file_of(address), head.title, head.description, body, head.scripts, tuple(_fate(head)))


def _fate(head: Head) -> Iterator[str]:
    """What the front matter says of a page whose content is gone."""
    if head.gone:
        yield "gone: true"
    if head.moved_to:
        yield f'moved_to: "{head.moved_to}"'
