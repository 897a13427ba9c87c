"""`handbook build` and `handbook serve`: the whole handbook, once or after every change."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from .. import files, pipeline, printing
from ..config import Settings
from ..model import ConfigError, Library, SourceError
from .group import AS_OF, ROOT, handbook
from .pdf import EDITION, books
from .settings import inputs_of, settings_of
from .site import Site, begin, finish, mkdocs, server

LISTED = 5  # ids in a message
POLL = 0.7  # seconds between two looks at the folders while serving


@handbook.command(short_help="生成整本手册")
@ROOT
@AS_OF
@click.option("--no-site", is_flag=True, help="只生成 Markdown、数据和报告，不生成网站")
@click.option("--pdf", is_flag=True, help="同时生成印刷用的 PDF，网站上给出链接")
@click.option("--preview", is_flag=True, help="每一页都注明「预览，未发布」")
def build(root: Path | None, as_of: str | None, no_site: bool, pdf: bool, preview: bool) -> None:
    """读 sources/、vocabulary/、templates/ 和 docs/，在 build/ 里生成网站、数据和报告。"""
    began = time.monotonic()
    chosen = settings_of(root, as_of, preview)
    if no_site:
        library = _generate(chosen, pdf=pdf)
    else:
        with mkdocs(chosen) as site:
            library = _generate(chosen, pdf=pdf, ready=lambda: begin(site, chosen))
            finish(site)
    click.echo(_closing(library, chosen, time.monotonic() - began, site=not no_site))


@handbook.command(short_help="在本机预览网站")
@ROOT
@AS_OF
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve(root: Path | None, as_of: str | None, port: int) -> None:
    """在 http://127.0.0.1:8000 预览网站；sources/、vocabulary/、templates/ 或 docs/ 里的文件一改动就更新。"""
    chosen = settings_of(root, as_of)
    _generate(chosen)
    site = server(chosen, port)
    try:
        _watch(chosen, site)
    finally:
        site.terminate()
        site.wait()


def _generate(settings: Settings, pdf: bool = False, ready: Callable[[], None] = lambda: None) -> Library:
    """Everything but the site: read, make, and write what differs; `ready` is called when the pages are there."""
    _say("读取原文、用词和模板")
    given = inputs_of(settings)
    _say(f"解析 {len(given.sources)} 份原文")
    library = pipeline.assemble(given.sources, given.vocabulary, given.as_of, given.retired, given.published)
    if lost := pipeline.lost(library, given.published):
        some = "、".join(lost[:LISTED]) + (f" 等 {len(lost)} 个" if len(lost) > LISTED else "")
        raise ConfigError(f"已发布的编号不见了：{some}。请用 handbook retire 写明去向，或者恢复原来的内容")
    printed = books(library, given, settings) if pdf else {}
    _say("生成页面、数据和报告")
    for folder, made in pipeline.outputs(library, given, printing.by_page(printed)):
        wanted = {**made, **_copies(printed, settings)} if folder == "docs" else made
        written = files.write_tree(settings.build / folder, wanted)
        if folder == "docs":
            click.echo(f"  {written.files} 个页面文件，{written.changed} 个有变化，{written.removed} 个已移除")
            ready()
    return library


def _copies(printed: Mapping[str, printing.Listed], settings: Settings) -> dict[str, bytes]:
    """The books as the site has them."""
    folder = settings.build / "pdf" / EDITION
    return {f"pdf/{name}.pdf": files.read_bytes(folder, f"{name}.pdf") for name in printed}


def _watch(settings: Settings, site: Site) -> None:
    """Make the pages anew whenever a contributed file changes, until the server ends; MkDocs reloads by itself."""
    folders = (settings.sources, settings.vocabulary, settings.templates, settings.docs)
    seen = files.fingerprint(folders)
    while site.poll() is None:
        time.sleep(POLL)
        now = files.fingerprint(folders)
        if now == seen:
            continue
        seen = now
        try:
            _generate(settings)
        except (SourceError, ConfigError) as error:
            click.echo(f"错误：{error}（改好后会自动更新）", err=True)


def _say(stage: str) -> None:
    click.echo(f"{stage} ……")


def _closing(library: Library, settings: Settings, seconds: float, site: bool) -> str:
    measures = [item.measure for record in library.documents for item in record.measures]
    counted = sum(measure.kind == "measure" for measure in measures)
    grave = sum(problem.severity == "error" for problem in library.problems)
    where = "build/site/index.html" if site else "build/docs/"
    return "\n".join(
        (
            "",
            f"完成：{len(library.documents)} 份文件，{counted} 条措施，用时 {seconds:.1f} 秒（状态截至 {settings.as_of}）",
            f"问题：{len(library.problems)} 项，其中错误 {grave} 项，见 build/report/problems.txt",
            f"网站：{where}    数据：build/data/handbook.json",
        )
    )
