"""The glossary: all terms by pinyin initial, the words that documents define themselves, and a page for each term."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from ...model import DeclaredTerm, GlossaryTerm, TermEntry, TermUse
from .. import links
from ..shelf import Shelf
from ..words import Words
from .parts import Head, Link, Row, Value
from .standing import StandingView, standing_view
from .wording import heading_of, lines_link, whole

SIGNS = "#"  # the initial of figures and signs
SIGNS_ANCHOR = "i-0"


@dataclass(frozen=True, slots=True)
class Initial:
    """The terms that begin with one letter."""

    letter: str
    anchor: str
    terms: tuple[tuple[Link, bool], ...]  # a term, and whether it is unsure (待考)


@dataclass(frozen=True, slots=True)
class DeclaredView:
    """A word that a document defines: its meaning as printed, and where the document says so."""

    name: str
    meaning: str
    remark: str
    place: Link | None
    lines: Link | None


@dataclass(frozen=True, slots=True)
class Scope:
    """The words that hold in one document only."""

    document: Link
    declared: tuple[DeclaredView, ...]


@dataclass(frozen=True, slots=True)
class GlossaryView:
    head: Head
    lead: str
    initials: tuple[Initial, ...]
    scopes: tuple[Scope, ...]
    as_of: str


@dataclass(frozen=True, slots=True)
class UseView:
    """A measure or document that uses a term, with the words it uses where they differ."""

    link: Link
    remark: str
    standing: StandingView | None


@dataclass(frozen=True, slots=True)
class TermView:
    head: Head
    term: str
    definition: str
    missing: str
    facts: tuple[Row, ...]
    uses: tuple[UseView, ...]
    uses_count: str
    previous: Link | None
    following: Link | None
    as_of: str


def glossary_view(shelf: Shelf, words: Words) -> GlossaryView:
    here = links.GLOSSARY
    terms = shelf.library.terms
    unsure = sum(1 for entry in terms if entry.term.missing)
    crumbs = (Link(words("nav.home"), links.link(here, links.HOME)),)
    return GlossaryView(
        head=Head(words("glossary.title"), words("glossary.page_description", count=len(terms)), crumbs),
        lead=words("glossary.lead", count=len(terms), unsure=unsure),
        initials=tuple(
            _initial(letter, tuple(entries), here) for letter, entries in groupby(terms, lambda entry: entry.initial)
        ),
        scopes=tuple(
            _scope(document, tuple(declared), shelf, words, here)
            for document, declared in groupby(shelf.library.declared, lambda one: one.document)
        ),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _initial(letter: str, entries: tuple[TermEntry, ...], here: str) -> Initial:
    anchor = SIGNS_ANCHOR if letter == SIGNS else f"i-{letter.lower()}"
    terms = (
        (Link(one.term.term, links.link(here, links.term(one.term.id))), bool(one.term.missing)) for one in entries
    )
    return Initial(letter, anchor, tuple(terms))


def _scope(document: str, declared: tuple[DeclaredTerm, ...], shelf: Shelf, words: Words, here: str) -> Scope:
    record = shelf.documents[document]
    views = tuple(
        DeclaredView(
            name=whole(one.name),
            meaning=whole(one.meaning),
            remark=words(f"glossary.rule_{one.rule}"),
            place=_place(one.place, shelf, here),
            lines=lines_link(shelf, words, here, one.words.locate()),
        )
        for one in declared
    )
    return Scope(Link(whole(record.document.title), links.link(here, links.document(document))), views)


def _place(id: str, shelf: Shelf, here: str) -> Link | None:
    """The link to the measure that holds a declaration; None where it stands around the measures of its document."""
    if id not in shelf.measures:
        return None
    return Link(heading_of(shelf.measures[id][1].measure), links.link(here, links.measure(id)))


def term_view(index: int, shelf: Shelf, words: Words) -> TermView:
    """The page of the term at `index` of the library's terms."""
    entry = shelf.library.terms[index]
    term = entry.term
    here = links.term(term.id)
    crumbs = (
        Link(words("nav.home"), links.link(here, links.HOME)),
        Link(words("glossary.title"), links.link(here, links.GLOSSARY)),
    )
    description = words("glossary.description", term=term.term, definition=term.definition)
    return TermView(
        head=Head(words("glossary.term_title", term=term.term), description, crumbs),
        term=term.term,
        definition=term.definition,
        missing=term.missing,
        facts=_facts(term, shelf, words, here),
        uses=tuple(_use(use, term, shelf, words, here) for use in entry.uses),
        uses_count=words("glossary.uses", count=len(entry.uses)) if entry.uses else words("glossary.no_use"),
        previous=_neighbour(index - 1, shelf, here),
        following=_neighbour(index + 1, shelf, here),
        as_of=words("page.as_of", day=shelf.library.as_of.isoformat()),
    )


def _facts(term: GlossaryTerm, shelf: Shelf, words: Words, here: str) -> tuple[Row, ...]:
    """What a definition rests on, other forms of the term, and terms to look at next; rows that say nothing are left out."""
    also = (shelf.glossary[id] for id in term.see_also if id in shelf.glossary)
    rows = (
        Row("term-basis", words("glossary.basis"), _basis(term, shelf, here)),
        Row("variants", words("glossary.variants"), tuple(Value(form) for form in (*term.variants, *term.quoted))),
        Row(
            "see-also",
            words("glossary.see_also"),
            tuple(Value(one.term.term, links.link(here, links.term(one.term.id))) for one in also),
        ),
    )
    return tuple(row for row in rows if row.values)


def _basis(term: GlossaryTerm, shelf: Shelf, here: str) -> tuple[Value, ...]:
    """The measure or document that explains the term, with its link, or the words that name another text."""
    if term.basis in shelf.documents:
        record = shelf.documents[term.basis]
        return (Value(record.short_title, links.link(here, links.document(record.id))),)
    if term.basis in shelf.measures:
        record, item = shelf.measures[term.basis]
        return (Value(f"{record.short_title} {heading_of(item.measure)}", links.link(here, links.measure(item.id))),)
    return (Value(term.basis),) if term.basis else ()


def _use(use: TermUse, term: GlossaryTerm, shelf: Shelf, words: Words, here: str) -> UseView:
    printed = whole(use.words)
    remark = words("glossary.printed", words=printed) if printed != term.term else ""
    if use.place in shelf.measures:
        record, item = shelf.measures[use.place]
        text = f"{heading_of(item.measure)} · {record.short_title}"
        standing = standing_view(item.standing, shelf.library.as_of, words)
        return UseView(Link(text, links.link(here, links.measure(use.place))), remark, standing)
    return UseView(
        Link(shelf.documents[use.place].short_title, links.link(here, links.document(use.place))), remark, None
    )


def _neighbour(index: int, shelf: Shelf, here: str) -> Link | None:
    if not 0 <= index < len(shelf.library.terms):
        return None
    term = shelf.library.terms[index].term
    return Link(term.term, links.link(here, links.term(term.id)))
