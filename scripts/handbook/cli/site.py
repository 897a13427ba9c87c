"""MkDocs at work beside us: a process that makes the site of the pages, or serves it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date

import click

from .. import files
from ..config import Settings
from ..model import SIMPLIFIED, ConfigError, Edition

ADDRESS = "SITE_URL"
PREVIEW = "HANDBOOK_PREVIEW"
NAMES = {"zh-Hans": "简体版", "zh-Hant": "繁体版"}
Site = subprocess.Popen[bytes]


@contextmanager
def mkdocs(settings: Settings, edition: Edition) -> Iterator[Site]:
    """MkDocs, waiting for its configuration: it starts up while the pages are made, and ends with the block."""
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "-")  # --quiet would hide warnings
    pipe = subprocess.PIPE
    told = _environment(settings, edition)
    site = subprocess.Popen(command, cwd=settings.root, env=told, stdin=pipe, stderr=pipe)
    try:
        yield site
    finally:
        if site.poll() is None:
            site.kill()
        site.wait()


def begin(site: Site, settings: Settings, edition: Edition) -> None:
    """Hand MkDocs its configuration; it works on the pages while other editions, data and reports are made."""
    click.echo(f"生成网站（MkDocs），{NAMES[edition.code]} ……")
    if site.stdin:
        with suppress(BrokenPipeError), site.stdin as stream:  # it has ended already, and will say why
            stream.write(files.read_bytes(settings.root, edition.config))


def finish(site: Site) -> None:
    """Wait for the site; what MkDocs complains of is printed and ends the build."""
    said = site.stderr.read().decode("utf-8", errors="replace") if site.stderr else ""
    if site.wait():
        click.echo("\n".join(line for line in said.splitlines() if not line.startswith("INFO")), err=True)
        raise ConfigError("网站没有生成：MkDocs 报告了上面的问题")


def bring_together(settings: Settings) -> None:
    """Put the editions that are made beside the Simplified one into its site, each at its path."""
    for edition in settings.editions:
        if edition.path:
            files.move_tree(settings.build / edition.site, settings.build / SIMPLIFIED.site / edition.path)


def server(settings: Settings, edition: Edition, port: int) -> Site:
    """MkDocs serving the pages of an edition, and reloading when they change."""
    theme = str(settings.templates / "theme")  # the rest of the tree is watched here, and MkDocs watches what it makes
    options = ("--config-file", edition.config, "--watch", theme, "--dev-addr", f"127.0.0.1:{port}")
    command = (sys.executable, "-m", "mkdocs", "serve", *options)
    return subprocess.Popen(command, cwd=settings.root, env=_environment(settings, edition))


def _environment(settings: Settings, edition: Edition) -> dict[str, str]:
    """MkDocs dates its pages by the day of the build, so that the same day gives the same bytes.

    mkdocs.yml reads whether it is a preview (PREVIEW) and where the pages of the edition will stand (ADDRESS).
    """
    midnight = (settings.as_of - date(1970, 1, 1)).days * 86400
    told = {"NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(midnight), "PYTHONUTF8": "1"}
    address = settings.site and settings.site + edition.path
    return {**os.environ, **told, PREVIEW: "true" if settings.preview else "false", ADDRESS: address}
