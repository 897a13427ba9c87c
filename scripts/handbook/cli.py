"""The command `handbook`: arguments, printing and exit codes. Nothing else knows the terminal."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import date
from pathlib import Path

import click

from . import files, pipeline
from .config import PACKAGE_HOME, Settings, day, home
from .model import ConfigError, Library, Source, SourceCard, SourceError

POLL = 0.7  # seconds between two looks at the folders while serving
STOPPED = 130

EXAMPLES = """\b
例子：
  handbook build                       生成整本手册，结果在 build/
  handbook build --as-of 2026-11-22    按这一天判断各项措施是否有效
  handbook parse 某市若干措施.txt       看程序从一份文件里读出了什么
  handbook parse 某市若干措施.txt --json
  handbook show sources/wuhan-2024/capture.txt --stage outline
  handbook serve                       在本机预览网站，改动文件后自动更新
"""
ROOT = click.option("--root", type=click.Path(path_type=Path), default=None, help="项目文件夹，默认从当前文件夹往上找")
AS_OF = click.option("--as-of", metavar="YYYY-MM-DD", default=None, help="按哪一天判断状态，默认今天")
FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.group(
    epilog=EXAMPLES,
    help="把惠企政策原文整理成手册：网站、数据和报告。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="policy-handbook", prog_name="handbook", help="显示版本")
def handbook() -> None:
    """All commands."""


@handbook.command(short_help="读一份文件，说出其中的措施")
@FILE
@click.option("--json", "as_json", is_flag=True, help="输出 JSON，每个值都带在原文中的位置")
def parse(file: Path, as_json: bool) -> None:
    """读任意一份政策文本（不需要任何配置），说出其中的文件、章节、措施和读出的内容。"""
    source, vocabulary = files.open_capture(file), files.read_vocabulary(PACKAGE_HOME / "vocabulary")
    if as_json:
        click.echo(pipeline.parse_json(source, vocabulary), nl=False)
    else:
        click.echo(pipeline.parse_text(source, vocabulary), nl=False)


@handbook.command(short_help="看一份文件在某一步的结果")
@FILE
@click.option("--stage", type=click.Choice(pipeline.STAGES), required=True, help="行、结构、读出的内容、引用")
@AS_OF
def show(file: Path, stage: str, as_of: str | None) -> None:
    """逐行列出程序读一份文件时某一步的结果，用于检查和对照。"""
    vocabulary = files.read_vocabulary(PACKAGE_HOME / "vocabulary")
    card, source = _card_and_source(file)
    click.echo(pipeline.show(card, source, vocabulary, _day(as_of), stage), nl=False)


@handbook.command(short_help="生成整本手册")
@ROOT
@AS_OF
@click.option("--no-site", is_flag=True, help="只生成 Markdown、数据和报告，不生成网站")
def build(root: Path | None, as_of: str | None, no_site: bool) -> None:
    """读 sources/、vocabulary/、templates/ 和 docs/，在 build/ 里生成网站、数据和报告。"""
    began = time.monotonic()
    settings = _settings(root, as_of)
    if no_site:
        library = _generate(settings)
    else:
        with _mkdocs(settings) as site:
            library = _generate(settings, begin=lambda: _begin(site, settings))
            _finish(site)
    click.echo(_closing(library, settings, time.monotonic() - began, site=not no_site))


@handbook.command(short_help="在本机预览网站")
@ROOT
@AS_OF
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="端口")
def serve(root: Path | None, as_of: str | None, port: int) -> None:
    """在 http://127.0.0.1:8000 预览网站；sources/、vocabulary/、templates/ 或 docs/ 里的文件一改动就更新。"""
    settings = _settings(root, as_of)
    _generate(settings)
    theme = str(settings.templates / "theme")  # the rest of the tree is watched here, and MkDocs watches what it makes
    command = (sys.executable, "-m", "mkdocs", "serve", "--watch", theme, "--dev-addr", f"127.0.0.1:{port}")
    site = subprocess.Popen(command, cwd=settings.root, env=_environment(settings))
    try:
        _watch(settings, site)
    finally:
        site.terminate()
        site.wait()


def main() -> None:
    """Run the command; what its user can mend is one Chinese line and exit code 2, never a traceback."""
    try:
        handbook.main(standalone_mode=False)
    except (SourceError, ConfigError) as error:
        _stop(f"错误：{error}")
    except click.UsageError as error:
        _stop(f"命令写法不对：{error.format_message()} 运行 handbook --help 看例子")
    except click.ClickException as error:
        _stop(f"错误：{error.format_message()}")
    except (click.Abort, KeyboardInterrupt):
        sys.exit(STOPPED)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os._exit(0)


def _stop(message: str) -> None:
    click.echo(" ".join(message.split()), err=True)
    sys.exit(2)


def _settings(root: Path | None, as_of: str | None) -> Settings:
    settings = Settings(root.resolve() if root else home(Path.cwd()), _day(as_of))
    if faults := settings.faults():
        raise ConfigError(faults[0])
    return settings


def _day(given: str | None) -> date:
    try:
        return day(given, os.environ.get("SOURCE_DATE_EPOCH"))
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(f"日期 {given or '（SOURCE_DATE_EPOCH）'} 不能用：请写成 2026-11-22 这样") from error


def _card_and_source(file: Path) -> tuple[SourceCard, Source]:
    """A capture of the project with its own card; any other file with a card that only names it."""
    folder = file.resolve().parent
    if file.name == "capture.txt" and (folder / "source.yml").is_file():
        return files.read_source(folder.parent, folder.name)
    source = files.open_capture(file)
    blank = SourceCard(file.stem, "", "", "", None, "", date.min, source.sha256, "official")
    return blank, Source(file.stem, source.text, source.sha256, source.line_starts)


def _inputs(settings: Settings) -> pipeline.Inputs:
    templates = files.read_tree(settings.templates, skip=("theme", "pdf", "strings"))
    strings = files.load("templates/strings/zh-Hans.yml", files.read_bytes(settings.templates, "strings/zh-Hans.yml"))
    return pipeline.Inputs(
        sources=files.read_sources(settings.sources),
        vocabulary=files.read_vocabulary(settings.vocabulary),
        templates={name: files.decode(data) for name, data in templates.items()},
        strings=strings.value if isinstance(strings.value, dict) else {},
        as_of=settings.as_of,
    )


def _generate(settings: Settings, begin: Callable[[], None] = lambda: None) -> Library:
    """Everything but the site: read, make, and write what differs; `begin` is called when the pages are there."""
    _say("读取原文、用词和模板")
    inputs = _inputs(settings)
    _say(f"解析 {len(inputs.sources)} 份原文")
    library = pipeline.assemble(inputs.sources, inputs.vocabulary, inputs.as_of)
    _say("生成页面、数据和报告")
    for folder, made in pipeline.outputs(library, inputs):
        wanted = _with_written(settings, made) if folder == "docs" else made
        written = files.write_tree(settings.build / folder, wanted)
        if folder == "docs":
            click.echo(f"  {written.files} 个页面文件，{written.changed} 个有变化，{written.removed} 个已移除")
            begin()
    return library


def _with_written(settings: Settings, made: Mapping[str, bytes]) -> dict[str, bytes]:
    """The generated pages together with the hand-written ones."""
    written = files.read_tree(settings.docs)
    if double := sorted(written.keys() & made.keys()):
        raise ConfigError(f"docs/{double[0]} 与生成的页面同名：请改名")
    return {**written, **made}


@contextmanager
def _mkdocs(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """MkDocs, waiting for its configuration: it starts up while the pages are made, and ends with the block."""
    command = (sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", "-")  # --quiet would hide warnings
    pipe = subprocess.PIPE
    site = subprocess.Popen(command, cwd=settings.root, env=_environment(settings), stdin=pipe, stderr=pipe)
    try:
        yield site
    finally:
        if site.poll() is None:
            site.kill()
        site.wait()


def _begin(site: subprocess.Popen[bytes], settings: Settings) -> None:
    """Hand MkDocs its configuration; it works on the pages while data and reports are made."""
    _say("生成网站（MkDocs）")
    if site.stdin:
        with suppress(BrokenPipeError), site.stdin as stream:  # it has ended already, and will say why
            stream.write(files.read_bytes(settings.root, "mkdocs.yml"))


def _finish(site: subprocess.Popen[bytes]) -> None:
    said = site.stderr.read().decode("utf-8", errors="replace") if site.stderr else ""
    if site.wait():
        click.echo("\n".join(line for line in said.splitlines() if not line.startswith("INFO")), err=True)
        raise ConfigError("网站没有生成：MkDocs 报告了上面的问题")


def _environment(settings: Settings) -> dict[str, str]:
    """MkDocs dates its pages by the day of the build, so that the same day gives the same bytes."""
    midnight = (settings.as_of - date(1970, 1, 1)).days * 86400
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": str(midnight), "PYTHONUTF8": "1"}


def _watch(settings: Settings, site: subprocess.Popen[bytes]) -> None:
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
