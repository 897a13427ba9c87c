"""`handbook build` and `handbook serve`: the whole handbook, once or after every change."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from pathlib import Path

import click

from .. import files, pipeline, printing
from ..config import Settings
from ..model import SIMPLIFIED, ConfigError, Edition, Library, SourceError
from .group import AS_OF, EDITION, ROOT, editions_of, handbook
from .pdf import books
from .settings import inputs_of, settings_of
from .site import NAMES, Site, begin, bring_together, finish, mkdocs, server

LISTED = 5  # ids in a message
POLL = 0.7  # seconds between two looks at the folders while serving


@handbook.command(short_help="生成整本手册")
@ROOT
@AS_OF
@click.option("--no-site", is_flag=True, help="只生成 Markdown、数据和报告，不生成网站")
@click.option("--pdf", is_flag=True, help="同时生成印刷用的 PDF，网站上给出链接")
@EDITION
@click.option("--preview", is_flag=True, help="每一页都注明「预览，未发布」")
def build(root: Path | None, as_of: str | None, no_site: bool, pdf: bool, edition: str | None, preview: bool) -> None:
    """读 sources/、vocabulary/、templates/ 和 docs/，在 build/ 里生成网站、数据和报告。"""
    began = time.monotonic()
    chosen = settings_of(root, as_of, preview, editions_of(edition))
    if no_site:
        library = _generate(chosen, pdf=pdf)
    else:
        with ExitStack() as at_work:
            sites = {one: at_work.enter_context(mkdocs(chosen, one)) for one in chosen.editions}
            library = _generate(chosen, pdf=pdf, ready=lambda one: begin(sites[one], chosen, one))
            for site in sites.values():
                finish(site)
        bring_together(chosen)
    click.echo(_closing(library, chosen, time.monotonic() - began, site=not no_site))


@handbook.command(short_help="在本机预览网站")
@ROOT
@AS_OF
@EDITION
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve(root: Path | None, as_of: str | None, edition: str | None, port: int) -> None:
    """在 http://127.0.0.1:8000 预览网站；sources/、vocabulary/、templates/ 或 docs/ 里的文件一改动就更新。"""
    chosen = settings_of(root, as_of, editions=editions_of(edition or SIMPLIFIED.code))
    _generate(chosen)
    site = server(chosen, chosen.editions[0], port)
    try:
        _watch(chosen, site)
    finally:
        site.terminate()
        site.wait()


def _generate(
    settings: Settings, pdf: bool = False, ready: Callable[[Edition], None] = lambda edition: None
) -> Library:
    """Everything but the sites: read, make, and write what differs; `ready` is called when an edition's pages are there."""
    _say("读取原文、用词和模板")
    given = inputs_of(settings)
    _say(f"解析 {len(given.sources)} 份原文")
    library = pipeline.assemble(given.sources, given.vocabulary, given.as_of, given.retired, given.published)
    if lost := pipeline.lost(library, given.published):
        some = "、".join(lost[:LISTED]) + (f" 等 {len(lost)} 个" if len(lost) > LISTED else "")
        raise ConfigError(f"已发布的编号不见了：{some}。请用 handbook retire 写明去向，或者恢复原来的内容")
    copies = pipeline.copied(library, given)
    printed = books(copies, given, settings) if pdf else {}
    _say("生成页面、数据和报告")
    by_page = {edition.code: printing.by_page(made) for edition, made in printed.items()}
    pages = {edition.pages: edition for edition in settings.editions}
    for folder, made in pipeline.outputs(library, copies, given, by_page):
        edition = pages.get(folder)
        wanted = {**made, **_pdf_files(edition, printed.get(edition, {}), settings)} if edition else made
        written = files.write_tree(settings.build / folder, wanted)
        if edition:
            done = f"{written.files} 个页面文件，{written.changed} 个有变化，{written.removed} 个已移除"
            click.echo(f"  {NAMES[edition.code]}：{done}")
            ready(edition)
    return library


def _pdf_files(edition: Edition, printed: Mapping[str, printing.Listed], settings: Settings) -> dict[str, bytes]:
    """The books of an edition as its site has them."""
    folder = settings.build / "pdf" / edition.code
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
