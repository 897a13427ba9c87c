"""How much the handbook costs beside MkDocs: `handbook build` against plain `mkdocs build`s of the same Markdown.

At 213 and at 2,000 made measures: both from nothing, each a process of its own, by turns in one session, the median of
each after one run that is not counted (it leaves the bytecode of both, as any first use does). Seconds by the clock and
of all processors: a busy machine lengthens the first and not the second. The whole build may take 1.3 times the plain
one by the clock, and a page may not cost more at 2,000 than at 213. Exits 1 over a bar.
"""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from made import write_sources

ROOT = Path(__file__).parents[1]
CONFIGS = ("mkdocs.yml", "mkdocs.hant.yml")
SIZES = (213, 2000)
RUNS = 3
RATIO = 1.3
LINEAR = 1.15  # cost of a page at the larger size over its cost at the smaller one; above 1 only for noise
HEAD = ("measures", "pages", "handbook", "cpu", "mkdocs", "cpu", "ratio", "cpu", "ms a page")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds of one build: by the clock, and of all processors together."""

    clock: float
    processor: float


def environment(folder: Path) -> dict[str, str]:
    """Both sides keep their bytecode, in the same place, whatever the shell says."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", "PYTHONPYCACHEPREFIX": str(folder / "bytecode")}


def project(folder: Path, measures: int) -> Path:
    """A handbook of made sources with the layouts and words of this one."""
    root = folder / f"made-{measures}"
    for name in ("templates", "docs", "vocabulary"):
        shutil.copytree(ROOT / name, root / name)
    for name in CONFIGS:
        shutil.copy(ROOT / name, root / name)
    write_sources(root / "sources", measures)
    return root


def cost(root: Path, *command: str) -> Cost:
    """One build in a process of its own, with all that it starts."""
    quiet = subprocess.DEVNULL
    began, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    call = (sys.executable, "-m", *command)
    subprocess.run(call, cwd=root, env=environment(root.parent), check=True, stdout=quiet, stderr=quiet)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(time.perf_counter() - began, spent)


def pair(root: Path) -> tuple[Cost, Cost]:
    """The whole build from nothing, then the plain one of the Markdown that it left."""
    shutil.rmtree(root / "build", ignore_errors=True)
    whole = cost(root, "handbook", "build", "--root", str(root))
    shutil.rmtree(root / "build" / "site")
    plain = [cost(root, "mkdocs", "build", "--strict", "--config-file", name) for name in CONFIGS]
    return whole, Cost(sum(one.clock for one in plain), sum(one.processor for one in plain))


def middle(costs: list[Cost]) -> Cost:
    return Cost(median(item.clock for item in costs), median(item.processor for item in costs))


def measure(root: Path) -> tuple[Cost, Cost]:
    """The middle one of several runs of each."""
    pairs = [pair(root) for _ in range(RUNS)]
    return middle([whole for whole, _ in pairs]), middle([plain for _, plain in pairs])


def main() -> int:
    page_costs: dict[int, float] = {}
    over = False
    print("".join(f"{name:>10}" for name in HEAD))
    with tempfile.TemporaryDirectory() as folder:
        roots = {size: project(Path(folder), size) for size in SIZES}
        pair(roots[SIZES[0]])  # leaves the bytecode
        for size, root in roots.items():
            whole, plain = measure(root)
            pages = len(list((root / "build" / "docs").rglob("*.md")))
            page_costs[size] = whole.clock / pages
            ratio = whole.clock / plain.clock
            over = over or ratio > RATIO
            seconds = (whole.clock, whole.processor, plain.clock, plain.processor)
            ratios = (ratio, whole.processor / plain.processor, page_costs[size] * 1000)
            row = (f"{size:>10}", f"{pages:>10}", *(f"{value:>10.2f}" for value in (*seconds, *ratios)))
            print("".join(row), flush=True)
    growth = page_costs[SIZES[1]] / page_costs[SIZES[0]]
    print(f"cost of a page at {SIZES[1]} over {SIZES[0]} measures: {growth:.2f} (bar {LINEAR}); ratio bar {RATIO}")
    return 1 if over or growth > LINEAR else 0


if __name__ == "__main__":
    sys.exit(main())
