"""From what is typed and what stands in the project's folder to the settings and inputs of a build."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from .. import files, pipeline
from ..config import Settings, day, home
from ..model import EDITIONS, SIMPLIFIED, ConfigError, Edition

MKDOCS_SITE = "SITE_URL"  # what mkdocs.yml calls it
SITE = "HANDBOOK_SITE"  # and where it publishes the handbook
REPOSITORY = "HANDBOOK_REPOSITORY"  # the environment of a workflow knows the address of the repository it runs in


def settings_of(
    root: Path | None, as_of: str | None, preview: bool = False, editions: tuple[Edition, ...] = EDITIONS
) -> Settings:
    """Where the project is and what to build for which day; ConfigError where it cannot be used."""
    place = root.resolve() if root else home(Path.cwd())
    site = files.read_site(place, os.environ.get(SITE) or os.environ.get(MKDOCS_SITE))
    chosen = Settings(place, given_day(as_of), preview, editions, site)
    if faults := chosen.faults():
        raise ConfigError(faults[0])
    return chosen


def given_day(given: str | None) -> date:
    """The day of `--as-of`, else of SOURCE_DATE_EPOCH, else today."""
    try:
        return day(given, os.environ.get("SOURCE_DATE_EPOCH"))
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(f"日期 {given or '（SOURCE_DATE_EPOCH）'} 不能用：请写成 2026-11-22 这样") from error


def inputs_of(settings: Settings) -> pipeline.Inputs:
    """All that a build reads, from the project's folder."""
    templates = files.read_tree(settings.templates, skip=("theme", "pdf", "strings", "forms"))
    return pipeline.Inputs(
        sources=files.read_sources(settings.sources),
        vocabulary=files.read_vocabulary(settings.vocabulary),
        templates={name: files.decode(data) for name, data in templates.items()},
        strings={edition.code: _strings(settings, edition) for edition in EDITIONS},
        as_of=settings.as_of,
        written=files.read_tree(settings.docs),
        repository=files.read_repository(settings.root, os.environ.get(REPOSITORY)),
        retired=files.read_retired(settings.sources),
        published=files.read_published(settings.sources),
        site=settings.site,
        layouts=files.read_tree(settings.templates / "pdf"),
        editions=settings.editions,
    )


def _strings(settings: Settings, edition: Edition) -> dict[str, object]:
    """The phrase book of an edition; the Traditional one may be missing, it is converted then."""
    name = f"strings/{edition.code}.yml"
    if edition != SIMPLIFIED and not (settings.templates / name).is_file():
        return {}
    value = files.load(f"templates/{name}", files.read_bytes(settings.templates, name)).value
    return {**value} if isinstance(value, dict) else {}
