"""The command itself, before any of its commands, and the options that several of them share."""

from __future__ import annotations

from pathlib import Path

import click

from ..model import EDITIONS, Edition

EXAMPLES = """\b
例子：
  handbook build                       生成整本手册，结果在 build/
  handbook build --as-of 2026-11-22    按这一天判断各项措施是否有效
  handbook parse 某市若干措施.txt       看程序从一份文件里读出了什么
  handbook parse 某市若干措施.txt --json
  handbook show sources/wuhan-2024/capture.txt --stage outline
  handbook add 某市若干措施.pdf          收录一份原文（TXT、HTML、PDF、DOCX）
  handbook check                       检查添加和修改的文件，指出哪一行有什么问题
  handbook check sources/某文件夹 --fix
  handbook diff main                   说出这次改动对手册的影响
  handbook retire some-city-2026/03 --to some-city-2026/04
  handbook serve                       在本机预览网站，改动文件后自动更新
"""
ROOT = click.option("--root", type=click.Path(path_type=Path), default=None, help="项目文件夹，默认从当前文件夹往上找")
AS_OF = click.option("--as-of", metavar="YYYY-MM-DD", default=None, help="按哪一天判断状态，默认今天")
EDITION = click.option(
    "--edition", type=click.Choice([one.code for one in EDITIONS]), default=None, help="只做简体版或繁体版，不写就都做"
)
FILE = click.argument("file", metavar="FILE", type=click.Path(path_type=Path))


@click.group(
    epilog=EXAMPLES,
    help="把惠企政策原文整理成手册：网站、数据和报告。",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(package_name="policy-handbook", prog_name="handbook", help="显示版本")
def handbook() -> None:
    """All commands."""


def editions_of(code: str | None) -> tuple[Edition, ...]:
    """The edition of a code, or all."""
    return tuple(one for one in EDITIONS if code in (None, one.code))
