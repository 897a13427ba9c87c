"""Write tests/golden/<source>/ anew: what the parser makes of each source, as short text to read in a pull request."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from handbook import files, pipeline
from handbook.export.stages import shortened, stage_of
from handbook.model import SIMPLIFIED, Library, Parsed

ROOT = Path(__file__).parents[1]
GOLDEN = ROOT / "tests" / "golden"
DAY = date(2026, 11, 22)
STAGES = (("outline", "outline.txt"), ("findings", "findings.tsv"))


def golden_files() -> dict[str, str]:
    """Every golden file by its path below tests/golden/."""
    given = inputs()
    library = pipeline.assemble(given.sources, given.vocabulary, given.as_of, given.retired)
    made = dict(pipeline.outputs(library, pipeline.copied(library, given), given))
    found: dict[str, str] = {}
    for capture in library.captures:
        for stage, name in STAGES:
            found[f"{capture.card.id}/{name}"] = stage_of(library, capture, stage)
        found[f"{capture.card.id}/furniture.tsv"] = furniture(capture.parsed)
    for path, id in pages(library):
        found[f"{id}/page.md"] = made["docs"][path].decode("utf-8")
    return found


def furniture(parsed: Parsed) -> str:
    """What was dropped, each run with its line and rule; `toc` for the printed table of contents."""
    rows = ["line\trule\ttext"]
    for item in parsed.segments:
        if item.role in ("furniture", "toc"):
            line, _ = parsed.source.place(item.span.start)
            rows.append(f"{line}\t{item.rule or item.role}\t{shortened(parsed.source.quote(item.span))}")
    return "\n".join(rows) + "\n"


def inputs() -> pipeline.Inputs:
    templates = files.read_tree(ROOT / "templates", skip=("theme", "pdf", "strings"))
    name = f"{SIMPLIFIED.code}.yml"
    strings = files.load(name, files.read_bytes(ROOT / "templates", f"strings/{name}")).value
    return pipeline.Inputs(
        sources=files.read_sources(ROOT / "sources"),
        vocabulary=files.read_vocabulary(ROOT / "vocabulary"),
        templates={name: data.decode("utf-8") for name, data in templates.items()},
        strings={SIMPLIFIED.code: {**strings} if isinstance(strings, dict) else {}},
        editions=(SIMPLIFIED,),
        as_of=DAY,
        retired=files.read_retired(ROOT / "sources"),
    )


def pages(library: Library) -> list[tuple[str, str]]:
    """The page of the first measure of each source that has any."""
    first: dict[str, str] = {}
    for record in library.documents:
        counted = [item for item in record.measures if item.measure.kind == "measure"]
        if counted and record.id == record.card.id:
            first[record.card.id] = counted[0].id
    return [(f"measures/{measure}.md", source) for source, measure in first.items()]


def ids() -> tuple[str, ...]:
    """Every id that the handbook publishes now, those that are retired again among them."""
    given = inputs()
    return tuple(sorted(pipeline.ids_of(pipeline.shelved(given.sources, given.vocabulary, given.as_of))))


if __name__ == "__main__":
    files.write_published(ROOT / "sources", ids())
    for name, text in golden_files().items():
        files.write(GOLDEN, name, text.encode("utf-8"))
