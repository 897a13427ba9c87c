"""`handbook add`: a received file becomes a source of the handbook, with a card to look over."""

from __future__ import annotations

from pathlib import Path

import click

from .. import files, pipeline
from ..config import Settings
from ..model import ConfigError, SourceCard
from ..review.intake import Received, Unreadable, received
from ..review.intake.card import About, Draft, draft, proposed
from .group import AS_OF, FILE, ROOT, handbook
from .settings import settings_of


@handbook.command(short_help="收录一份原文：TXT、HTML、PDF 或 DOCX")
@FILE
@click.option("--id", "id", default="", help="编号，也是文件夹名，例如 some-city-2026；不写时按地区和年份取")
@ROOT
@AS_OF
def add(file: Path, id: str, root: Path | None, as_of: str | None) -> None:
    """把文件转成文字，存为 sources/编号/capture.txt，并写好 source.yml 的草稿：读出来的填好，读不出的写 TODO。

    已有的文件从不覆盖。
    """
    chosen = settings_of(root, as_of)
    vocabulary = files.read_vocabulary(chosen.vocabulary)
    got = _received(file)
    source = files.source(file.stem, got.capture)
    parsed = pipeline.read(source, vocabulary)
    own = id or _free(chosen, proposed(parsed, vocabulary.regions))
    made = draft(parsed, got, About(own, file.name, source.sha256, chosen.as_of), vocabulary.regions)
    _write(chosen, own, got, made)
    click.echo(pipeline.parse_text(source, vocabulary), nl=False)
    blank = SourceCard(own, "", "", made.region, None, "", chosen.as_of, source.sha256, "official")
    click.echo("\n".join(("", *pipeline.news(blank, source, vocabulary, chosen.as_of))))
    click.echo(f"已存为 sources/{own}/capture.txt（由 {got.form} 转成）和 sources/{own}/source.yml")
    if made.todo:
        click.echo(f"还要填写：{'、'.join(made.todo)}。填好以后运行 handbook check sources/{own}")


def _received(file: Path) -> Received:
    try:
        return received(file.name, files.received_bytes(file), files.decode)
    except Unreadable as error:
        raise ConfigError(str(error)) from error


def _free(settings: Settings, id: str) -> str:
    """The proposed id, or with a count where a folder of that name is there."""
    ids = (id if count == 1 else f"{id}-{count}" for count in range(1, 1000))
    return next(name for name in ids if not (settings.sources / name).exists())


def _write(settings: Settings, id: str, got: Received, made: Draft) -> None:
    files.refuse_id(id)
    if (settings.sources / id).exists():
        raise ConfigError(f"sources/{id}/ 已经有了，不覆盖：请用 --id 另取编号")
    files.write(settings.sources, f"{id}/capture.txt", got.capture)
    files.write(settings.sources, f"{id}/source.yml", made.text.encode("utf-8"))
