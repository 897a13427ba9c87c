"""How much the handbook costs beside MkDocs: `handbook build` against a plain `mkdocs build` of the same Markdown.

At 213 and at 2,000 made measures, runs of both alternating in one session, the median of each. The whole build may
take 1.3 times the plain one, and a page may not cost more at 2,000 than at 213. Exits 1 over a bar.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from made import write_sources

ROOT = Path(__file__).parents[1]
SIZES = (213, 2000)
RUNS = {213: 5, 2000: 3}
RATIO = 1.3
LINEAR = 1.15  # cost of a page at the larger size over its cost at the smaller one; above 1 only for noise
ENVIRONMENT = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}


def project(folder: Path, measures: int) -> Path:
    """A handbook of made sources with the layouts and words of this one."""
    root = folder / f"made-{measures}"
    for name in ("templates", "docs", "vocabulary"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    write_sources(root / "sources", measures)
    return root


def seconds(root: Path, *command: str) -> float:
    began = time.perf_counter()
    quiet = subprocess.DEVNULL
    subprocess.run((sys.executable, "-m", *command), cwd=root, env=ENVIRONMENT, check=True, stdout=quiet, stderr=quiet)
    return time.perf_counter() - began


def measure(root: Path, runs: int) -> tuple[float, float]:
    """Median seconds of the whole build, from nothing, and of the plain one."""
    whole, plain = [], []
    for _ in range(runs):
        shutil.rmtree(root / "build", ignore_errors=True)
        whole.append(seconds(root, "handbook", "build", "--root", str(root)))
        shutil.rmtree(root / "build" / "site")
        plain.append(seconds(root, "mkdocs", "build", "--strict"))
    return median(whole), median(plain)


def main() -> int:
    costs: dict[int, float] = {}
    over = False
    print(f"{'measures':>9} {'pages':>6} {'handbook':>9} {'mkdocs':>8} {'ratio':>6} {'ms a page':>10}")
    with tempfile.TemporaryDirectory() as folder:
        for size in SIZES:
            root = project(Path(folder), size)
            whole, plain = measure(root, RUNS[size])
            pages = len(list((root / "build" / "docs").rglob("*.md")))
            costs[size] = whole / pages
            over = over or whole / plain > RATIO
            ratio, cost = whole / plain, costs[size] * 1000
            print(f"{size:>9} {pages:>6} {whole:>8.2f}s {plain:>7.2f}s {ratio:>6.2f} {cost:>10.2f}", flush=True)
    growth = costs[SIZES[1]] / costs[SIZES[0]]
    print(f"cost of a page at {SIZES[1]} over {SIZES[0]} measures: {growth:.2f} (bar {LINEAR}); ratio bar {RATIO}")
    return 1 if over or growth > LINEAR else 0


if __name__ == "__main__":
    sys.exit(main())
