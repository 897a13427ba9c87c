"""`handbook diff`: what a change does to the handbook, between two revisions or two files of data."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import click

from .. import files, pipeline
from ..config import Settings
from ..model import ConfigError, SourceError
from ..review.report import as_json, as_markdown, report
from ..review.snapshot import Snapshot, snapshot
from .group import AS_OF, ROOT, handbook
from .settings import inputs_of, settings_of

INPUTS = ("sources", "vocabulary")
ENDINGS = {"markdown": "diff.md", "html": "diff.html", "json": "diff.json"}
WORKING = "当前文件夹"


@handbook.command("diff", short_help="说出一次改动对手册的影响")
@click.argument("base", metavar="BASE")
@click.argument("head", metavar="[HEAD]", required=False)
@ROOT
@AS_OF
@click.option("--format", "form", type=click.Choice(("markdown", "html", "json")), default="markdown", help="输出格式")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="把三种格式都写进这个文件夹：diff.md、diff.html、diff.json"
)
def compare(base: str, head: str | None, root: Path | None, as_of: str | None, form: str, output: Path | None) -> None:
    """逐条逐项说出两个版本的手册有什么不同：金额、比例、日期、对象、部门的改动标明“需人工复核”。

    BASE 和 HEAD 是 Git 的分支、标签或提交编号，也可以是两个 handbook.json；不写 HEAD 时与当前文件夹比较。
    """
    chosen = settings_of(root, as_of)
    found = pipeline.compared(state_of(chosen, base), state_of(chosen, head))
    made = {
        "markdown": as_markdown(report(found)),
        "html": pipeline.comparison_page(found, inputs_of(chosen)),
        "json": as_json(found),
    }
    if output is None:
        click.echo(made[form], nl=False)
        return
    for name, text in made.items():
        files.write(output.resolve(), ENDINGS[name], text.encode("utf-8"))


def state_of(settings: Settings, name: str | None) -> Snapshot:
    """The handbook at a revision, in a file of data, or (no name) as the folder stands; always read by this code."""
    if name is None:
        return pipeline.state(WORKING, inputs_of(settings))
    if name.endswith(".json"):
        return _from_data(Path(name))
    with files.revision_tree(settings.root, name, INPUTS) as tree:
        here = inputs_of(settings)
        try:
            there = replace(
                here,
                sources=files.read_sources(tree / "sources"),
                vocabulary=files.read_vocabulary(tree / "vocabulary"),
                retired=files.read_retired(tree / "sources"),
                published=files.read_published(tree / "sources"),
            )
        except SourceError as error:
            raise ConfigError(f"版本 {name} 里的文件不能用：{error}") from error
        return pipeline.state(name, there)


def _from_data(path: Path) -> Snapshot:
    text = files.open_capture(path).text
    try:
        record = json.loads(text.removeprefix("\ufeff"))
    except ValueError as error:
        raise ConfigError(f"{path} 不是 JSON 文件") from error
    if not isinstance(record, dict) or not isinstance(record.get("measures"), list):
        raise ConfigError(f"{path} 不是手册的数据：请用 build/data/handbook.json")
    return snapshot(path.name, record)
