"""`handbook check`: everything wrong with the contributed files, each at its line, and what form alone mends."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .. import files, pipeline
from ..config import Settings
from ..model import ConfigError, Contributed, SourceError
from ..review.check import check, grave, under, within
from ..review.form import has_form, mended
from ..review.known import Known
from ..review.message import FORMATS
from .comparing import state_of
from .group import ROOT, handbook
from .settings import settings_of


@handbook.command("check", short_help="检查添加和修改的文件，指出哪一行有什么问题")
@click.argument("paths", metavar="[PATHS]...", nargs=-1, type=click.Path(path_type=Path))
@ROOT
@click.option(
    "--format", "form", type=click.Choice(tuple(FORMATS)), default="text", help="给人看、给 GitHub 标注、给程序读"
)
@click.option("--base", metavar="BASE", default=None, help="与这个版本（或 handbook.json）相比，消失的编号要有去向")
@click.option("--fix", is_flag=True, help="改好格式：行尾空格、换行符、BOM、末尾换行；不动文字、数字、日期和文号")
def check_files(paths: tuple[Path, ...], root: Path | None, form: str, base: str | None, fix: bool) -> None:
    """检查 sources/、vocabulary/、templates/strings/ 和 docs/ 里的文件；写了 PATHS 时只说这些文件的问题。

    没有错误时退出码是 0，有错误时是 1。
    """
    chosen = settings_of(root, None)
    wanted = tuple(_relative(chosen.root, path) for path in paths)
    items = files.contributed(chosen.root)
    if fix and (changed := _mend(chosen.root, items, wanted)):
        click.echo(f"改好了 {len(changed)} 个文件的格式：{'、'.join(changed)}", err=True)
        items = files.contributed(chosen.root)
    earlier = tuple(sorted(state_of(chosen, base).ids())) if base else ()
    faults = under(check(items, known_of(chosen, earlier)), wanted)
    click.echo(FORMATS[form](faults), nl=False)
    sys.exit(1 if grave(faults) else 0)


def known_of(settings: Settings, published: tuple[str, ...] = ()) -> Known | None:
    """The handbook that the files make, None where they make none: what is wrong with them comes first."""
    try:
        sources = files.read_sources(settings.sources)
        vocabulary = files.read_vocabulary(settings.vocabulary)
    except (SourceError, ConfigError):
        return None
    ids = (*files.read_published(settings.sources), *published)
    return pipeline.known(sources, vocabulary, settings.as_of, tuple(dict.fromkeys(ids)))


def _mend(root: Path, items: tuple[Contributed, ...], wanted: tuple[str, ...]) -> list[str]:
    """Write files in our form where nothing but their form changes; the files that were written."""
    changed = []
    for item in items:
        data = mended(item.file, item.text).encode("utf-8")
        fits = has_form(item.file) and within(item.file, wanted) and _is_text(item)
        if fits and data != item.data and _says_the_same(item, data) and files.write(root, item.file, data):
            changed.append(item.file)
    return changed


def _is_text(item: Contributed) -> bool:
    """Whether the characters are the file's own, so that nothing is lost when they are written again."""
    return item.text.encode("utf-8") == item.data


def _says_the_same(item: Contributed, data: bytes) -> bool:
    """Whether YAML has the same value after mending; white space at the end of a line can belong to a value."""
    return item.yaml is None or files.scan(item.file, data)[0].value == item.yaml.value


def _relative(root: Path, path: Path) -> str:
    """A path as typed, from the project's folder; ConfigError where it is elsewhere or not there."""
    whole = path.resolve()
    if not whole.exists():
        raise ConfigError(f"没有这个文件或文件夹：{path}")
    if not whole.is_relative_to(root.resolve()):
        raise ConfigError(f"{path} 不在项目文件夹 {root} 里")
    return whole.relative_to(root.resolve()).as_posix()
