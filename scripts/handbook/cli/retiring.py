"""`handbook retire`: a document or measure leaves the handbook, and its address says where it went, or why."""

from __future__ import annotations

from pathlib import Path

import click

from .. import files, pipeline
from ..config import Settings
from ..model import ConfigError
from ..review.retired import RETIRED, document_of, entry
from .group import AS_OF, ROOT, handbook
from .settings import inputs_of, settings_of

HEAD = "# 撤下的编号：编号发布以后不再改变，撤下的要写明现在在哪里（to）或者为什么（why）。写法见 README.md。\n"


@handbook.command(short_help="撤下一份文件或一条措施，旧网址写明去向")
@click.argument("id", metavar="ID")
@click.option("--to", metavar="ID", default="", help="内容现在在哪个编号：旧网址会转到那里")
@click.option("--why", metavar="原因", default="", help="为什么撤下：旧网址会写明")
@ROOT
@AS_OF
def retire(id: str, to: str, why: str, root: Path | None, as_of: str | None) -> None:
    """在 sources/retired.yml 里写一行：这个编号不再使用，现在在哪里，或者为什么。

    文件的编号连同它的全部措施。过了有效期的措施不必撤下：手册会自己标明“已失效”。
    """
    chosen = settings_of(root, as_of)
    if not to and not why.strip():
        raise ConfigError("要写明去向或原因：--to 编号，或 --why 原因，例如 --why 与另一份文件重复")
    title = _title(chosen, id, to)
    line = entry(id, to, chosen.as_of.isoformat(), why, title)
    _append(chosen, line)
    click.echo(line, nl=False)
    click.echo(f"已写入 {RETIRED}。{'旧网址会转到 ' + to if to else '旧网址会写明已撤下和原因'}；原文不用删。")


def _title(settings: Settings, id: str, to: str) -> str:
    """What is retired, in words; ConfigError where the ids cannot be used."""
    given = inputs_of(settings)
    titles = pipeline.titles(given)
    gone = {item.id for item in given.retired}
    if id in gone or document_of(id) in gone:
        raise ConfigError(f"编号 {id} 已经撤下了，见 {RETIRED}")
    if id not in titles and id not in given.published:
        raise ConfigError(f"手册里没有编号 {id}：编号在网址里，例如 some-city-2026 或 some-city-2026/03")
    if to and (to not in titles or to in gone or document_of(to) in gone or document_of(to) == id or to == id):
        raise ConfigError(f"不能改往 {to}：它不在手册里，或者也已撤下，或者就是要撤下的那一个")
    return titles.get(id, "")


def _append(settings: Settings, line: str) -> None:
    """Add to the file, which stays as it is but for that; nothing is written that could not be read again."""
    name = RETIRED.rpartition("/")[2]
    there = (settings.sources / name).is_file()
    before = files.decode(files.read_bytes(settings.sources, name)) if there else HEAD
    data = (before.rstrip("\n") + "\n" + line).encode("utf-8")
    files.parse_retired(RETIRED, data)
    files.write(settings.sources, name, data)
