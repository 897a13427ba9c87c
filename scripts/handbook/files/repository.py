"""`handbook.yml`: where the repository is, so that pages can lead to the files that made them, and where the site is."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ..model import ConfigError, Platform, Repository
from .schema import Card, validate
from .strict_yaml import load
from .tree import read_bytes

NAME = "handbook.yml"
ADDRESS = r"^https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._-]+){2,}/?$"  # https://gitee.com/owner/name
SITE = r"^https?://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._~-]+)*/?$"  # https://owner.github.io/handbook/


class RepositoryForm(Card):
    """handbook.yml."""

    repository: str | None = Field(default=None, pattern=ADDRESS, examples=["https://gitee.com/owner/handbook"])
    site: str | None = Field(default=None, pattern=SITE, examples=["https://handbook.example.org/"])
    branch: str = Field(default="main", pattern=r"^[A-Za-z0-9._/-]+$", examples=["main"])
    platform: Platform | None = Field(default=None, examples=["gitee"])


def read_repository(root: Path, given: str | None = None) -> Repository | None:
    """The repository that handbook.yml names, or `given` in place of its address; None where neither names one."""
    form = _form(root)
    if given:
        form = _given(form, given)
    if not form.repository:
        return None
    address = form.repository.rstrip("/").removesuffix(".git")
    return Repository(address, form.branch, form.platform or _platform(address))


def read_site(root: Path, given: str | None = None) -> str:
    """The address of the published site that handbook.yml names, or `given`, with a slash at its end; empty for none."""
    try:
        form = RepositoryForm(site=given) if given else _form(root)
    except ValueError as error:
        raise ConfigError(f"网站地址 {given} 不能用：例如 https://handbook.example.org/") from error
    return form.site.rstrip("/") + "/" if form.site else ""


def _form(root: Path) -> RepositoryForm:
    if not (root / NAME).is_file():
        return RepositoryForm()
    return validate(RepositoryForm, load(NAME, read_bytes(root, NAME)))


def _given(form: RepositoryForm, address: str) -> RepositoryForm:
    try:
        return RepositoryForm(repository=address, branch=form.branch, platform=form.platform)
    except ValueError as error:
        raise ConfigError(f"仓库地址 {address} 不能用：例如 https://gitee.com/owner/handbook") from error


def _platform(address: str) -> Platform:
    """Whose address it is, as its host says: gitee.com, gitlab.example.org; any other is read as GitHub's."""
    host = address.split("/")[2]
    return "gitee" if "gitee" in host else "gitlab" if "gitlab" in host else "github"
