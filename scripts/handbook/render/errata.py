"""Where the misprints of the captures stand: in the text as received, and in which measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..model import Capture, Erratum, Span


@dataclass(frozen=True, slots=True)
class Misprint:
    """A misprint with its place; `anchor` names it on the page of errata, `span` is None where the text has it not."""

    erratum: Erratum
    anchor: str
    span: Span | None


def misprints(capture: Capture) -> tuple[Misprint, ...]:
    """The misprints of a capture in the order of its card; white space does not count in looking for them."""
    if not capture.card.errata:
        return ()
    text, id = capture.parsed.source.text, capture.card.id
    kept = [at for at, char in enumerate(text) if not char.isspace()]
    bare = "".join(text[at] for at in kept)
    return tuple(
        Misprint(erratum, f"{id}-{number}", _span(erratum, id, bare, kept))
        for number, erratum in enumerate(capture.card.errata, start=1)
    )


def within(span: Span, found: Iterable[Misprint]) -> tuple[Misprint, ...]:
    """Those that stand in a place."""
    return tuple(one for one in found if one.span and span.start <= one.span.start and one.span.end <= span.end)


def _span(erratum: Erratum, source: str, bare: str, kept: list[int]) -> Span | None:
    printed = "".join((erratum.received or erratum.printed).split())
    at = bare.find(printed)
    return Span(source, kept[at], kept[at + len(printed) - 1] + 1) if printed and at >= 0 else None
