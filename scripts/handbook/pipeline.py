"""From captures to the handbook, stage by stage. Nothing is opened, printed or written here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from .editions import copies
from .export.datasets import datasets
from .export.records import as_json, handbook_record, parse_record
from .export.reports import reports
from .export.stages import stage_of
from .export.summary import parse_summary
from .extract import extractor
from .extract.agency_names import AgencyNames
from .extract.money import amounts
from .extract.standing import document_standing, measure_standing
from .hands import across
from .link.agencies import with_agencies
from .link.claims import with_reports
from .link.coinages import with_coinages
from .link.declared import with_declared
from .link.groups import with_groups
from .link.index import library
from .link.related import with_related
from .link.resolve import resolved
from .link.retired import titles_of, with_retired
from .link.terms import with_terms
from .model import (
    EDITIONS,
    SIMPLIFIED,
    Capture,
    ConfigError,
    Copy,
    Document,
    DocumentRecord,
    Edition,
    EditionCode,
    Library,
    Parsed,
    Repository,
    Retired,
    Source,
    SourceCard,
    Vocabulary,
)
from .parse import parse
from .render.engine import Engine
from .render.entries import entries
from .render.finder import finder
from .render.page import Page
from .render.pages import page_groups
from .render.shelf import Shelf
from .render.views.printed import PrintedBook
from .render.words import for_scripts, words_of
from .render.written import with_downloads, with_tools
from .review.change import Difference
from .review.difference import difference
from .review.entries import completed
from .review.known import Known
from .review.report import report
from .review.retired import vanished
from .review.snapshot import Snapshot, snapshot
from .search.shards import WHOLE, search_files

Sources = tuple[tuple[SourceCard, Source], ...]
Books = Mapping[str, tuple[PrintedBook, ...]]
Work = Callable[[], dict[str, bytes]]

STAGES = ("lines", "outline", "findings", "links")


@dataclass(frozen=True, slots=True)
class Inputs:
    """All that a build reads: sources with their cards, words, layouts with their strings, hand-written pages, the day.

    `strings` are the phrase books by the code of their edition, `written` the files of docs/ by relative path; `repository` is where readers find all these files, `site` the
    address under which the handbook is published (empty where it is not known), `layouts` the templates of its books.
    """

    sources: Sources
    vocabulary: Vocabulary
    templates: Mapping[str, str]
    strings: Mapping[EditionCode, Mapping[str, object]]
    as_of: date
    written: Mapping[str, bytes] = field(default_factory=dict)
    repository: Repository | None = None
    retired: tuple[Retired, ...] = ()
    published: tuple[str, ...] = ()
    site: str = ""
    layouts: Mapping[str, bytes] = field(default_factory=dict)
    editions: tuple[Edition, ...] = EDITIONS


def copied(library: Library, inputs: Inputs) -> tuple[Copy, ...]:
    """The library and all words in the script of each edition."""
    return copies(library, inputs.vocabulary, inputs.strings, inputs.written, inputs.editions)


def outputs(
    library: Library, made_of: tuple[Copy, ...], inputs: Inputs, books: Mapping[EditionCode, Books] | None = None
) -> Iterator[tuple[str, Mapping[str, bytes]]]:
    """The folders of build/ one by one, each as its files by path: first what the sites wait for, pages and downloads.

    `books` are the printed ones of each edition, by the address of the page that leads to them.
    """
    engines = [
        Engine(inputs.templates, copy.strings, inputs.repository, (books or {}).get(copy.edition.code), copy.edition)
        for copy in made_of
    ]
    shares = [tuple(_works(copy, engine)) for copy, engine in zip(made_of, engines, strict=True)]
    names = words_of(inputs.strings[SIMPLIFIED.code])
    works: list[Work] = [
        partial(datasets, library, inputs.vocabulary, names),
        *(work for share in shares for work in share),
    ]
    data, *made = across(_made, works)
    for copy, engine, share in zip(made_of, engines, shares, strict=True):
        done, made = made[: len(share)], made[len(share) :]
        pages = {name: content for group in done for name, content in group.items()}
        if copy.edition == SIMPLIFIED:  # the other editions link to these
            pages |= {f"data/{name}": content for name, content in data.items()}
        yield copy.edition.pages, _with_written(pages, copy, engine)
    yield "data", data
    yield "report", reports(library)


def _works(copy: Copy, engine: Engine) -> Iterator[Work]:
    """What there is to do for the pages and the search of an edition; each gives files."""
    yield partial(search_data, copy.library, copy.vocabulary, copy.strings)
    for group in page_groups(copy.library, copy.vocabulary, engine):
        yield partial(_encoded, group)


def _with_written(made: Mapping[str, bytes], copy: Copy, engine: Engine) -> dict[str, bytes]:
    """The generated pages together with the hand-written ones and what these show; ConfigError where a name is double."""
    if double := sorted(copy.written.keys() & made.keys()):
        raise ConfigError(f"docs/{double[0]} 与生成的页面同名：请改名")
    pages = {name: _text(content) for name, content in copy.written.items() if name.endswith(".md")}
    if copy.edition != SIMPLIFIED:
        pages = {name: with_downloads(name, text, copy.edition) for name, text in pages.items()}
    finished = {name: with_tools(name, text, engine).encode("utf-8") for name, text in pages.items()}
    return {**copy.written, **finished, **made}


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")


def _made(files: Work) -> dict[str, bytes]:
    return files()


def search_data(
    shelf: Library, vocabulary: Vocabulary, strings: Mapping[str, object], whole: int = WHOLE
) -> dict[str, bytes]:
    """What the search and the finder of an edition load in a browser; an index where it has more than `whole` characters."""
    words = words_of(strings)
    facets = finder(Shelf.of(shelf, vocabulary), words)
    return search_files(entries(shelf, vocabulary, words), facets, vocabulary, for_scripts(strings), whole)


def _encoded(group: Callable[[], Iterator[Page]]) -> dict[str, bytes]:
    return {page.path: page.text.encode("utf-8", errors="replace") for page in group()}


def assemble(
    sources: Sources,
    vocabulary: Vocabulary,
    as_of: date,
    retired: tuple[Retired, ...] = (),
    published: tuple[str, ...] = (),
) -> Library:
    """Sources read, put together under their published ids, and searched for facts; what is retired is left out."""
    shelf = with_retired(shelved(sources, vocabulary, as_of), retired, published)
    extract = extractor(vocabulary)

    def examined(record: DocumentRecord) -> DocumentRecord:
        return _examined(record, extract(record.document, record.region), as_of)

    return linked(replace(shelf, documents=across(examined, shelf.documents)), vocabulary)


def shelved(sources: Sources, vocabulary: Vocabulary, as_of: date) -> Library:
    """Sources read and put together under their published ids, before anything is looked for in them."""
    return library(tuple(Capture(card, parse(source)) for card, source in sources), vocabulary, as_of)


def known(sources: Sources, vocabulary: Vocabulary, as_of: date, published: tuple[str, ...]) -> Known:
    """What the contributed files are checked against: the ids they make, and the agencies that have a name."""
    find = AgencyNames(vocabulary).find
    return Known(ids_of(shelved(sources, vocabulary, as_of)), published, lambda name, region: bool(find(name, region)))


def ids_of(shelf: Library) -> frozenset[str]:
    """Every id of the library: its documents and their measures."""
    return frozenset(id for record in shelf.documents for id in (record.id, *(item.id for item in record.measures)))


def titles(inputs: Inputs) -> dict[str, str]:
    """What each id that the captures make is the id of, in words."""
    return titles_of(shelved(inputs.sources, inputs.vocabulary, inputs.as_of))


def lost(shelf: Library, published: tuple[str, ...]) -> tuple[str, ...]:
    """Published ids that are neither in the library nor retired."""
    return vanished(published, ids_of(shelf), (item.id for item in shelf.retired))


def state(name: str, inputs: Inputs) -> Snapshot:
    """The handbook that some inputs make, as a state to compare."""
    shelf = assemble(inputs.sources, inputs.vocabulary, inputs.as_of, inputs.retired, inputs.published)
    return completed(snapshot(name, data_of(shelf, inputs)), shelf, inputs.vocabulary)


def data_of(shelf: Library, inputs: Inputs) -> Mapping[str, object]:
    """The record of handbook.json."""
    return handbook_record(shelf, inputs.vocabulary, words_of(inputs.strings[SIMPLIFIED.code]))


def compared(old: Snapshot, new: Snapshot) -> Difference:
    """What changes from one state to another."""
    return difference(old, new)


def comparison_page(found: Difference, inputs: Inputs) -> str:
    """A comparison as a page of HTML that needs nothing beside it."""
    return Engine(inputs.templates, inputs.strings[SIMPLIFIED.code]).render("diff.html.j2", report(found))


def linked(shelf: Library, vocabulary: Vocabulary) -> Library:
    """The library with its references resolved, an index of its agencies, topics and types, and the terms of its texts."""
    shelf = resolved(shelf, vocabulary)
    shelf = with_agencies(shelf, vocabulary, AgencyNames(vocabulary).find)
    shelf = with_groups(shelf, vocabulary)
    shelf = with_reports(shelf, amounts)
    shelf = with_declared(with_terms(shelf, vocabulary))
    shelf = with_related(shelf, vocabulary)
    return with_coinages(shelf, vocabulary)


def _examined(record: DocumentRecord, document: Document, as_of: date) -> DocumentRecord:
    """A record with its document after extraction: the same measures in order, with findings and standing on the day."""
    measures = tuple(
        replace(
            item, measure=measure, standing=measure_standing(measure.findings.period, document, as_of, record.repealed)
        )
        for item, measure in zip(record.measures, document.measures, strict=True)
    )
    return replace(
        record, document=document, measures=measures, standing=document_standing(document, as_of, record.repealed)
    )


def read(source: Source, vocabulary: Vocabulary) -> Parsed:
    """One text by itself, of no known region: its documents and measures with what they say."""
    parsed = parse(source)
    extract = extractor(vocabulary)
    return replace(parsed, documents=tuple(extract(document, "") for document in parsed.documents))


def news(card: SourceCard, source: Source, vocabulary: Vocabulary, as_of: date) -> tuple[str, ...]:
    """What a capture brings that the vocabulary does not know, in Chinese: agencies without a name, words in quotes."""
    shelf = assemble(((card, source),), vocabulary, as_of)
    agencies = tuple(agency.name for agency in shelf.agencies if agency.kind == "unknown")
    words = tuple(item.text for item in shelf.coinages)
    lists = (("词表里没有的部门", agencies), ("词表里没有的加引号的词", words))
    return tuple(f"{name} {len(found)} 个：{'、'.join(found)}" for name, found in lists if found)


def parse_json(source: Source, vocabulary: Vocabulary) -> bytes:
    """What reading one file gave, as the JSON of the contract."""
    return as_json(parse_record(read(source, vocabulary)))


def parse_text(source: Source, vocabulary: Vocabulary) -> str:
    """What reading one file gave, for people."""
    return parse_summary(read(source, vocabulary))


def show(card: SourceCard, source: Source, vocabulary: Vocabulary, as_of: date, stage: str) -> str:
    """One stage of one capture, named by one of STAGES, as lines to read."""
    shelf = assemble(((card, source),), vocabulary, as_of)
    return stage_of(shelf, shelf.captures[0], stage)
