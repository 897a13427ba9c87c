"""What a library knows beyond handbook.json that a comparison needs: words as texts spell them, cards, words left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ..model import Capture, Library, SourceCard, Vocabulary
from .snapshot import Entries, Snapshot

DROPPED = frozenset({"furniture", "toc"})

Fields = dict[str, tuple[str, ...]]


def completed(state: Snapshot, library: Library, vocabulary: Vocabulary) -> Snapshot:
    """A state with the entries of the vocabulary, the cards of the sources, and all words outside of measures."""
    around = {record.id: "\n".join(part.text for part in record.document.around()) for record in library.documents}
    return replace(
        state,
        documents={id: replace(item, around=around.get(id, "")) for id, item in state.documents.items()},
        entries=_words(vocabulary) | {"source": {item.card.id: _card(item.card) for item in library.captures}},
        other={item.card.id: _other(item) for item in library.captures},
        quiet=frozenset(item.card.id for item in library.captures if item.card.rights == "press"),
    )


def _other(capture: Capture) -> str:
    """The characters of a capture that no page shows; all of an article's."""
    parsed = capture.parsed
    if not parsed.documents:
        return parsed.source.text
    return "\n".join(parsed.source.quote(item.span) for item in parsed.segments if item.role in DROPPED)


def _words(vocabulary: Vocabulary) -> Entries:
    return {
        "term": {
            item.id: {
                "term": (item.term,),
                "variants": item.variants,
                "definition": _one(item.definition),
                "basis": _one(item.basis),
                "missing": _one(item.missing),
                "see_also": item.see_also,
                "quoted": item.quoted,
                "not_in": item.not_in,
            }
            for item in vocabulary.glossary
        },
        "type": {
            item.id: {
                "name": (item.name,),
                "definition": _one(item.definition),
                "standard": _one(item.standard),
                "words": item.words,
                "not_words": item.not_words,
            }
            for item in vocabulary.enterprise_types
        },
        "topic": {item.id: {"name": (item.name,), "words": item.words} for item in vocabulary.topics},
        "agency": {
            item.id: {"name": (item.name,), "region": _one(item.region), "forms": item.forms}
            for item in vocabulary.agencies
        },
        "region": {
            item.id: {"name": (item.name,), "level": (item.level,), "parent": _one(item.parent), "forms": item.forms}
            for item in vocabulary.regions
        },
    }


def _card(card: SourceCard) -> Fields:
    """A card but for the day and the fingerprint, which change with every capture."""
    return {
        "title": (card.title,),
        "issuer": (card.issuer,),
        "region": (card.region,),
        "url": _one(card.url or ""),
        "rights": (card.rights,),
        "outlet": _one(card.outlet),
        "obtained": _one(card.obtained),
        "reports": card.reports,
        "documents": tuple(f"{item.title}（{item.id}）" for item in card.documents),
        "errata": tuple(f"印作“{item.printed}”，当为“{item.reading}”：{item.why}" for item in card.errata),
        "notes": card.notes,
        **dict(_repealed(card)),
    }


def _repealed(card: SourceCard) -> Iterator[tuple[str, tuple[str, ...]]]:
    yield "repealed", (f"{card.repealed.date} {card.repealed.by}",) if card.repealed else ()


def _one(text: str) -> tuple[str, ...]:
    return (text,) if text else ()
