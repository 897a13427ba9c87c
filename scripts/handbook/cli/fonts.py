"""`handbook fonts`: the faces of the printed handbooks, found on the system or installed."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import click

from .. import files, printing
from ..config import PACKAGE_HOME
from ..model import ConfigError
from .group import handbook

PACKAGE = "fonts-noto-cjk"
HOW = f"请安装 {PACKAGE}（apt-get install {PACKAGE}），或在能联网时运行 handbook fonts"


@handbook.command(short_help="查找或安装印刷用的中文字体")
def fonts() -> None:
    """查找 PDF 用的中文字体（思源宋体、思源黑体的简体和繁体）；没有就安装：有权限时装 fonts-noto-cjk，否则下载到缓存文件夹。"""
    for edition, (serif, sans) in ready().items():
        click.echo(f"{edition}：{serif}、{sans}")


def ready() -> dict[str, tuple[str, str]]:
    """The faces of every edition, installed where they are missing; ConfigError where that cannot be done."""
    found = _found()
    if not found and _may_install():
        click.echo(f"安装印刷字体 {PACKAGE} ……")
        _install()
        found = _found()
    if not found:
        click.echo(f"下载印刷字体到 {files.font_cache()} ……")
        try:
            files.fetch_fonts(PACKAGE_HOME)
        except ConfigError as error:
            raise ConfigError(f"没有印刷用的中文字体（{error}）：{HOW}") from error
        found = _found()
    if not found:
        raise ConfigError(f"没有找到印刷用的中文字体：{HOW}")
    return found


def press(templates: Path) -> printing.Press:
    """The press with the faces that are there now."""
    return printing.Press(templates, files.font_folders())


def _found() -> dict[str, tuple[str, str]]:
    """The faces of all editions; empty where one of them lacks any."""
    known = printing.families(files.font_folders())
    found = {edition: printing.faces_of(edition, known) for edition in printing.FAMILIES}
    return {edition: (one.serif, one.sans) for edition, one in found.items() if one} if all(found.values()) else {}


def _may_install() -> bool:
    return hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install() -> None:
    """Debian's package; where that fails, faces are fetched instead, so nothing is raised."""
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (("update", "-qq"), ("install", "-y", "-qq", "--no-install-recommends", PACKAGE)):
        subprocess.run(("apt-get", *command), env=quiet, capture_output=True, check=False)
