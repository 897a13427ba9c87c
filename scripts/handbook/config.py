"""Where the handbook's folders are and for which day it is built: settled once, then only read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from .model import EDITIONS, Edition


@dataclass(frozen=True, slots=True)
class Settings:
    """`root` is the project's folder, `as_of` the day for which statuses are true; a `preview` says so on every page.

    `site` is where the site will stand (https://example.org/handbook/), empty where that is not known: all links of
    the site are relative then.
    """

    root: Path
    as_of: date
    preview: bool = False
    editions: tuple[Edition, ...] = EDITIONS
    site: str = ""

    @property
    def sources(self) -> Path:
        """Captures and their cards."""
        return self.root / "sources"

    @property
    def vocabulary(self) -> Path:
        """The words the handbook knows."""
        return self.root / "vocabulary"

    @property
    def docs(self) -> Path:
        """Hand-written pages."""
        return self.root / "docs"

    @property
    def templates(self) -> Path:
        """Layouts of the generated pages."""
        return self.root / "templates"

    @property
    def build(self) -> Path:
        """Every output."""
        return self.root / "build"

    def faults(self) -> tuple[str, ...]:
        """What makes these settings unusable for a build, in Chinese; empty where nothing does."""
        configs = (self.root / edition.config for edition in self.editions)
        needed = (self.sources, self.templates, self.docs, *configs)
        return tuple(
            f"在 {self.root} 没有找到 {path.name}：请在项目文件夹里运行，或用 --root 指明"
            for path in needed
            if not path.exists()
        )


PACKAGE_HOME = Path(__file__).resolve().parents[2]  # of an editable install: the project it was made from


def home(start: Path) -> Path:
    """The project's folder: the nearest one around `start` that has sources/ and mkdocs.yml, else the package's own."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "sources").is_dir() and (folder / "mkdocs.yml").is_file():
            return folder
    return PACKAGE_HOME


def day(given: str | None, epoch: str | None) -> date:
    """The day asked for, or that of SOURCE_DATE_EPOCH (seconds, UTC), or today; ValueError where it is neither."""
    if given:
        return date.fromisoformat(given)
    if epoch:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return date.today()
