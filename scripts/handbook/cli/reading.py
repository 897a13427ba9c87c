"""`handbook parse` and `handbook show`: what the program reads out of one file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from .. import files, pipeline
from ..config import PACKAGE_HOME
from ..model import Source, SourceCard
from .group import AS_OF, FILE, handbook
from .settings import given_day


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
    click.echo(pipeline.show(card, source, vocabulary, given_day(as_of), stage), nl=False)


def _card_and_source(file: Path) -> tuple[SourceCard, Source]:
    """A capture of the project with its own card; any other file with a card that only names it."""
    folder = file.resolve().parent
    if file.name == "capture.txt" and (folder / "source.yml").is_file():
        return files.read_source(folder.parent, folder.name)
    source = files.open_capture(file)
    blank = SourceCard(file.stem, "", "", "", None, "", date.min, source.sha256, "official")
    return blank, Source(file.stem, source.text, source.sha256, source.line_starts)
