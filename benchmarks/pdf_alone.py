"""One printed handbook made by one maker in this process, and what it cost: `pdf_alone.py typst|weasyprint DATA`.

Prints seconds by the clock and of all processors, the most memory in MB, pages and bytes, as JSON.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from handbook.export.pdf.press import Press, bound

ROOT = Path(__file__).parents[1]
FONTS = Path.home() / ".cache/policy-handbook/fonts"
STYLE = """
@page { size: A4; margin: 33mm 22mm 31mm 27mm; @top-left { content: string(chapter) }
  @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 12pt/1.65 "Noto Serif CJK SC"; text-align: justify }
h1, h2, th, dt { font-family: "Noto Sans CJK SC" }
h1 { string-set: chapter content(); break-before: page }
h2 { break-after: avoid }
a::after { content: target-counter(attr(href), page) }
table { width: 100%; border-collapse: collapse; font-size: 10.5pt } td, th { border: 0.4pt solid; padding: 4pt }
.said { border-left: 1.5pt solid; padding-left: 12pt } .said p { text-indent: 2em; margin: 0; widows: 2; orphans: 2 }
svg { width: 15mm; float: right }
"""

Row = Mapping[str, object]


def typst(data: str) -> tuple[int, int]:
    """Pages and bytes of the book as the press makes it."""
    book = bound(Press(ROOT / "templates/pdf", (FONTS,) if FONTS.is_dir() else ()), "book.typ", data)
    return book.pages, len(book.pdf)


def weasyprint(data: str) -> tuple[int, int]:
    """Pages and bytes of the same content by WeasyPrint."""
    import weasyprint as peer  # an optional tool of this measurement alone

    made = peer.HTML(string="".join(page(json.loads(data)))).render(pdf_variant="pdf/ua-1")
    return len(made.pages), len(made.write_pdf())


def page(book: Row) -> Iterator[str]:
    """The same words as HTML: contents, chapters, measures with their tables, text and QR code."""
    yield f"<html lang=zh><title>{escape(str(book['cover']['title']))}</title><style>{STYLE}</style><h1>目录</h1>"  # type: ignore[index]
    chapters: list[Row] = book["chapters"]  # type: ignore[assignment]
    for chapter in chapters:
        yield from (f'<p><a href="#{one["label"]}">{escape(str(one["heading"]))} </a></p>' for one in measures(chapter))
    for chapter in chapters:
        yield f"<h1>{escape(str(chapter['title']))}</h1>"
        for one in measures(chapter):
            yield from block(one, book["codes"])  # type: ignore[arg-type]


def measures(chapter: Row) -> list[Row]:
    return [part for part in chapter["parts"] if part["kind"] == "measure"]  # type: ignore[attr-defined]


def block(one: Row, codes: Mapping[str, str]) -> Iterator[str]:
    yield f'{codes[str(one["label"])]}<h2 id="{one["label"]}">{escape(str(one["heading"]))}</h2><table>'
    for row in one["gains"]:  # type: ignore[attr-defined]
        amounts = " ".join(value["text"] for value in row["amounts"])
        yield "<tr>" + "".join(f"<td>{escape(cell)}" for cell in (row["who"], row["way"], amounts, row["condition"]))
    for row in one["facts"]:  # type: ignore[attr-defined]
        yield f"<tr><th>{escape(row['label'])}<td colspan=3>{escape('、'.join(v['text'] for v in row['values']))}"
    yield "</table><div class=said>" + "".join(f"<p>{escape(text)}</p>" for text in one["text"]) + "</div>"  # type: ignore[attr-defined]


MAKERS = {"typst": typst, "weasyprint": weasyprint}


def alone(maker: str, path: Path) -> None:
    """Measured in this process: a small book first, so that tools and faces are loaded."""
    data = path.read_text(encoding="utf-8")
    small = json.loads(data)
    small["chapters"] = small["chapters"][:1]
    small["chapters"][0]["parts"] = measures(small["chapters"][0])[:1]
    for name in ("terms", "agencies", "types", "left_out"):
        small[name] = []
    MAKERS[maker](json.dumps(small, ensure_ascii=False))
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_SELF)
    pages, size = MAKERS[maker](data)
    clock, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(json.dumps([clock, spent, after.ru_maxrss / 1024, pages, size]))


if __name__ == "__main__":
    alone(sys.argv[1], Path(sys.argv[2]))
