"""Whether any pattern of the package can be made slow: each is timed on hostile text at n and at 2n characters.

Every module is imported and every compiled pattern found in its values (also inside tables, rules and tuples). The
families are runs of brackets, digits, spaces, Chinese characters, commas and markers, a mixed soup, and some made of
the pattern's own words. A pattern that the package only matches at a given place is timed at some places, any other with
`finditer`. A pattern fails when it takes over a second, or over 0.05 s and more than 2.5 times as long
for twice the text. Exits 1 when one fails.

    python benchmarks/patterns.py [--size 50000] [--only PART_OF_A_NAME] [--rows 25]
"""

from __future__ import annotations

import argparse
import ast
import importlib
import pkgutil
import random
import re
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

import handbook

SIZE = 50_000  # characters at n
GROWTH = 2.5
NOTICEABLE = 0.05  # seconds below which growth is noise
LONGEST = 1.0  # seconds
FEW = (12, 16, 20, 24)  # repeats tried first, so that an exponential pattern is found before it hangs
LONGEST_UNIT = 20  # characters of a unit that is tried so
PLACES = 16  # where a pattern that is only matched is tried
BREAKER = "\x00"  # ends every text: a run that nearly matches is the costly one
REPEATS = 7  # a pattern over a bar is timed again, and its best time counts

Pattern = re.Pattern[str]

FAMILIES = {
    "round brackets": "(", "wide brackets": "（", "closed brackets": "（）", "book marks": "《", "quotes": "“", "six-cornered": "〔",
    "digits": "1", "thousands": "1,000,", "decimals": "1.", "dashes": "1-", "percents": "1%", "digits and spaces": "1 ",
    "spaces": " ", "wide spaces": "\u3000", "line feeds": "\n", "spaced lines": " \n", "tabs": "\t", "invisible": "\u200b",
    "characters": "企", "numerals": "十", "commas": ",", "wide commas": "，", "listing commas": "企业、", "colons": "：", "stops": "。",
    "markers": "一、", "bracketed markers": "（一）", "articles": "第一条", "points": "1．", "circles": "①", "letters": "a", "words": "ab ",
    "agencies": "市发展改革委、", "labels": "责任单位：", "amounts": "最高不超过500万元", "rates": "按实际投资额的15%", "years": "2025年",
    "dates": "2025年10月14日至", "numbers of documents": "鄂政发〔2020〕6号", "tags": "<p ", "open tags": "<", "entities": "&amp",
    "addresses": "http://", "links": "[企](", "stars": "**", "lines of text": "支持企业发展。\n",
}  # fmt: skip
SOUP = "企业市省局厅委的一二三十百第条章款项号年月日万亿元％%年0123456789aBG+-—–~～/·.,;:!?()（）《》〈〉“”〔〕[]【】、，；：。 \n\t\u3000①<>&=#*|_"
OWN_WORDS = re.compile("[\u3001-\u9fff\uff01-\uff5e]{1,40}")  # the Chinese that stands in a pattern
MATCHED: set[Pattern] = set()  # patterns that are only matched at a place, filled by `patterns`


@dataclass(frozen=True, slots=True)
class Timing:
    """The worst of one pattern: seconds at n and at 2n on the family where it takes longest."""

    name: str
    family: str
    once: float
    twice: float
    stopped_at: int = 0  # characters of the probe that was too slow to go on

    @property
    def growth(self) -> float:
        return self.twice / max(self.once, 1e-6)

    @property
    def fails(self) -> bool:
        return self.twice > LONGEST or (self.twice > NOTICEABLE and self.growth > GROWTH)


def patterns() -> dict[str, Pattern]:
    """Every pattern of the package by the name of its first place, in the order of modules."""
    found: dict[str, Pattern] = {}
    seen: set[tuple[str, int]] = set()
    used = uses()
    for info in sorted(pkgutil.walk_packages(handbook.__path__, "handbook."), key=lambda info: info.name):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        for name, value in sorted(vars(module).items()):
            if name.startswith("__"):
                continue
            for n, pattern in enumerate(_within(value, set())):
                key = (pattern.pattern, pattern.flags)
                if key not in seen:
                    seen.add(key)
                    place = f"{info.name.removeprefix('handbook.')}.{name}"
                    place = f"{place}[{n}]" if place in found or value is not pattern else place
                    found[place] = pattern
                    if value is pattern and used[name] <= {"match", "fullmatch"}:
                        MATCHED.add(pattern)
    return found


def _within(value: object, walked: set[int]) -> Iterator[Pattern]:
    """Every pattern inside a value: itself, or in its items, fields or class attributes."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
        return
    if isinstance(value, (str, bytes, int, float)) or id(value) in walked:
        return
    walked.add(id(value))
    for part in _parts(value):
        yield from _within(part, walked)


def _parts(value: object) -> Iterable[object]:
    if isinstance(value, dict):
        return [*value.keys(), *value.values()]
    if isinstance(value, (tuple, list, set, frozenset)):
        return list(value)
    if isinstance(value, type):
        return list(vars(value).values()) if value.__module__.startswith("handbook") else []
    if is_dataclass(value):
        return [getattr(value, field.name) for field in fields(value)]
    return []


def families(pattern: Pattern) -> Iterator[tuple[str, str]]:
    """The hostile families for one pattern: name and the unit that is repeated."""
    yield from FAMILIES.items()
    luck = random.Random(1)
    yield "soup", "".join(luck.choice(SOUP) for _ in range(5000))
    words = OWN_WORDS.findall(pattern.pattern)[:60]
    if words:
        yield "its first word", words[0]
        yield "its words", "".join(words)
        yield "all but its last word", "".join(words[:-1]) or words[0]
        yield "its first characters", "".join(word[0] for word in words)
        yield "its words in disorder", "".join(luck.choice(words) + luck.choice("1、，（《 ") for _ in range(500))


def seconds(pattern: Pattern, text: str, size: int) -> float:
    """Seconds of processor time to read the first `size` characters, the last of which breaks the run."""
    hostile = text[: size - 1] + BREAKER
    began = time.process_time()
    if pattern in MATCHED:
        pattern.fullmatch(hostile)
        for at in range(0, size, size // PLACES + 1):
            pattern.match(hostile, at)
    else:
        for _ in pattern.finditer(hostile):
            pass
    return time.process_time() - began


def uses() -> dict[str, set[str]]:
    """How the package uses each name: the methods called on it (`match`), or the empty string for any other use."""
    found: dict[str, set[str]] = defaultdict(set)
    for path in sorted(Path(handbook.__path__[0]).rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
        owners = {id(node.value) for node in nodes if isinstance(node, ast.Attribute)}
        for node in nodes:
            if isinstance(node, ast.Attribute):
                found[_last_name(node.value)].add(node.attr)
            if (
                isinstance(node, (ast.Attribute, ast.Name))
                and id(node) not in owners
                and isinstance(node.ctx, ast.Load)
            ):
                found[_last_name(node)].add("")
    return found


def _last_name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def worst(name: str, pattern: Pattern, size: int) -> Timing:
    """The family on which the pattern takes longest, or the first on which it fails."""
    slowest, slowest_text = Timing(name, "", 0.0, 0.0), ""
    for family, unit in families(pattern):
        text = unit * (2 * size // len(unit) + 1)
        if (early := probed(name, pattern, family, text, (len(unit), size))) is not None:
            return early
        once = seconds(pattern, text, size)
        if once > NOTICEABLE / 8 and (timing := doubled(name, pattern, family, text, size, once)).fails:
            return timing
        if once >= slowest.once:
            slowest, slowest_text = Timing(name, family, once, 0.0), text
    return doubled(name, pattern, slowest.family, slowest_text, size, slowest.once)


def probed(name: str, pattern: Pattern, family: str, text: str, sizes: tuple[int, int]) -> Timing | None:
    """A failure that shows on short texts already: exponential on a few repeats, or quadratic on an eighth of n."""
    unit, size = sizes
    for repeats in FEW if unit <= LONGEST_UNIT else ():
        if (spent := seconds(pattern, text, unit * repeats)) > LONGEST / 4:
            return Timing(name, family, 0.0, spent, unit * repeats)
    once, twice = seconds(pattern, text, size // 16), seconds(pattern, text, size // 8)
    if twice < NOTICEABLE or twice < GROWTH * once:
        return None
    once = min(seconds(pattern, text, size // 16) for _ in range(REPEATS))
    twice = min(seconds(pattern, text, size // 8) for _ in range(REPEATS))
    timing = Timing(name, family, once, twice, size // 8)
    return timing if timing.fails else None


def doubled(name: str, pattern: Pattern, family: str, text: str, size: int, once: float) -> Timing:
    """The time at 2n beside that at n; the best of some where the first would fail."""
    timing = Timing(name, family, once, seconds(pattern, text, 2 * size))
    if not timing.fails or timing.twice > 20 * LONGEST:
        return timing
    once = min(seconds(pattern, text, size) for _ in range(REPEATS))
    return Timing(name, family, once, min(seconds(pattern, text, 2 * size) for _ in range(REPEATS)))


def main(arguments: list[str]) -> int:
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--size", type=int, default=SIZE, help="characters at n")
    options.add_argument("--only", default="", help="a part of the names of the patterns to time")
    options.add_argument("--rows", type=int, default=25, help="rows to print besides those that fail")
    chosen = options.parse_args(arguments)
    timings: list[Timing] = []
    for name, pattern in patterns().items():
        if chosen.only in name:
            print(f"\r{len(timings)} timed, now {name:<60}", end="", file=sys.stderr)
            timings.append(worst(name, pattern, chosen.size))
    print(file=sys.stderr)
    failing = [timing for timing in timings if timing.fails]
    passing = sorted((timing for timing in timings if not timing.fails), key=lambda timing: -timing.twice)
    print(f"{'pattern':<56} {'slowest on':<22} {'n':>9} {'2n':>9} {'growth':>7}")
    for timing in [*sorted(failing, key=lambda timing: -timing.twice), *passing[: chosen.rows]]:
        verdict = "  FAILS" if timing.fails else ""
        verdict += f" (stopped at {timing.stopped_at} characters)" if timing.stopped_at else ""
        row = f"{timing.name:<56} {timing.family:<22} {timing.once:>8.4f}s {timing.twice:>8.4f}s {timing.growth:>6.2f}x"
        print(row + verdict)
    print(
        f"{len(timings)} patterns, {len(families_of_all())} families and up to 5 of their own, n = {chosen.size}: {len(failing)} fail"
    )
    return 1 if failing else 0


def families_of_all() -> tuple[str, ...]:
    """The names of the families that every pattern is timed on."""
    return (*FAMILIES, "soup")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
