"""What a printed handbook costs: the whole of ours, WeasyPrint on the same content, and 500 against 2,000 made measures.

Each is set in a process of its own that has loaded its tools and faces; seconds by the clock and of all processors,
the most memory, pages and bytes. The whole handbook may take 3 s, 500 MB and 3 MB, and a page may not cost more at
2,000 measures than at 500. A busy machine lengthens the clock and not the processor. Exits 1 over a bar. WeasyPrint is
measured where it is installed (`.venv/bin/python -m pip install weasyprint`; it needs Debian's libpango).
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from made import write_sources

from handbook import files, pipeline, printing
from handbook.export.pdf.press import families

ROOT = Path(__file__).parents[1]
DAY = date(2026, 11, 22)
SECONDS, MEGABYTES, BYTES = 3.0, 500, 3 * 1024 * 1024
LINEAR = 1.25  # cost of a page at the larger size over its cost at the smaller one; above 1 only for noise
SIZES = (500, 2000)
HEAD = ("", "seconds", "cpu", "MB", "pages", "KB", "ms a page")


def data_of(sources: Path) -> str:
    """The data of the whole handbook of some sources."""
    vocabulary = files.read_vocabulary(ROOT / "vocabulary")
    library = pipeline.assemble(files.read_sources(sources), vocabulary, DAY)
    strings = files.load("zh-Hans.yml", files.read_bytes(ROOT / "templates/strings", "zh-Hans.yml")).value
    found = printing.faces_of("zh-Hans", families(files.font_folders()))
    if not isinstance(strings, dict) or not found:
        raise SystemExit("no faces: run `handbook fonts`")
    shop = printing.shop(library, vocabulary, strings, {}, "https://handbook.example.org/", "zh-Hans", found)
    return next(order.data for order in shop.every() if order.name == "handbook")


def measured(maker: str, name: str, data: str, folder: Path) -> tuple[float, float, float, int, int]:
    path = folder / f"{name}.json"
    path.write_text(data, encoding="utf-8")
    call = (sys.executable, str(ROOT / "benchmarks/pdf_alone.py"), maker, str(path))
    done = subprocess.run(call, check=True, capture_output=True, text=True, cwd=ROOT)
    clock, spent, memory, pages, size = json.loads(done.stdout.splitlines()[-1])
    cells = (
        f"{maker} {name}",
        f"{clock:.2f}",
        f"{spent:.2f}",
        f"{memory:.0f}",
        pages,
        size // 1024,
        f"{spent / pages * 1000:.2f}",
    )
    print("".join(f"{cell!s:>20}" if at == 0 else f"{cell!s:>11}" for at, cell in enumerate(cells)), flush=True)
    return clock, spent, memory, pages, size


def main() -> None:
    """The table of all measurements, and whether they keep to the bars."""
    print("".join(f"{cell:>20}" if at == 0 else f"{cell:>11}" for at, cell in enumerate(HEAD)))
    over = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        whole = data_of(ROOT / "sources")
        _, spent, memory, _, size = measured("typst", "handbook", whole, folder)
        over += [f"seconds {spent:.2f}"] if spent > SECONDS else []
        over += [f"memory {memory:.0f} MB"] if memory > MEGABYTES else []
        over += [f"size {size}"] if size > BYTES else []
        if find_spec("weasyprint"):
            _, other, *_ = measured("weasyprint", "handbook", whole, folder)
            print(f"weasyprint takes {other / spent:.1f} times as long")
        cost = {}
        for count in SIZES:
            write_sources(folder / f"made-{count}", count)
            _, spent, _, pages, _ = measured("typst", str(count), data_of(folder / f"made-{count}"), folder)
            cost[count] = spent / pages
        ratio = cost[SIZES[1]] / cost[SIZES[0]]
        print(f"a page at {SIZES[1]:,} measures costs {ratio:.2f} times one at {SIZES[0]}")
        over += [f"growth {ratio:.2f}"] if ratio > LINEAR else []
    if over:
        raise SystemExit("over the bar: " + ", ".join(over))


if __name__ == "__main__":
    main()
