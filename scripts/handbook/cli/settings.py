"""From what is typed and what stands in the project's folder to the settings and inputs of a build."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from .. import files, pipeline
from ..config import Settings, day, home
from ..model import ConfigError

SITE = "HANDBOOK_SITE"  # and where it publishes the handbook
REPOSITORY = "HANDBOOK_REPOSITORY"  # the environment of a workflow knows the address of the repository it runs in


def settings_of(root: Path | None, as_of: str | None, preview: bool = False) -> Settings:
    """Where the project is and for which day to build; ConfigError where it cannot be used."""
    chosen = Settings(root.resolve() if root else home(Path.cwd()), given_day(as_of), preview)
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
    strings = files.load("templates/strings/zh-Hans.yml", files.read_bytes(settings.templates, "strings/zh-Hans.yml"))
    return pipeline.Inputs(
        sources=files.read_sources(settings.sources),
        vocabulary=files.read_vocabulary(settings.vocabulary),
        templates={name: files.decode(data) for name, data in templates.items()},
        strings=strings.value if isinstance(strings.value, dict) else {},
        as_of=settings.as_of,
        written=files.read_tree(settings.docs),
        repository=files.read_repository(settings.root, os.environ.get(REPOSITORY)),
        retired=files.read_retired(settings.sources),
        published=files.read_published(settings.sources),
        site=files.read_site(settings.root, os.environ.get(SITE)),
        layouts=files.read_tree(settings.templates / "pdf"),
    )
