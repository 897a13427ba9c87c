"""`handbook.yml`: where the repository is, so that pages can lead to the files that made them."""

from __future__ import annotations

from pathlib import Path

from pydantic import Field

from ..model import ConfigError, Platform, Repository
from .schema import Card, validate
from .strict_yaml import load
from .tree import read_bytes

NAME = "handbook.yml"
ADDRESS = r"^https://[A-Za-z0-9.-]+(?::[0-9]+)?(?:/[A-Za-z0-9._-]+){2,}/?$"  # https://gitee.com/owner/name


class RepositoryForm(Card):
    """handbook.yml."""

    repository: str | None = Field(default=None, pattern=ADDRESS, examples=["https://gitee.com/owner/handbook"])
    branch: str = Field(default="main", pattern=r"^[A-Za-z0-9._/-]+$", examples=["main"])
    platform: Platform | None = Field(default=None, examples=["gitee"])


def read_repository(root: Path, given: str | None = None) -> Repository | None:
    """The repository that handbook.yml names, or `given` in place of its address; None where neither names one."""
    form = RepositoryForm()
    if (root / NAME).is_file():
        form = validate(RepositoryForm, load(NAME, read_bytes(root, NAME)))
    if given:
        form = _given(form, given)
    if not form.repository:
        return None
    address = form.repository.rstrip("/").removesuffix(".git")
    return Repository(address, form.branch, form.platform or _platform(address))


def _given(form: RepositoryForm, address: str) -> RepositoryForm:
    try:
        return RepositoryForm(repository=address, branch=form.branch, platform=form.platform)
    except ValueError as error:
        raise ConfigError(f"仓库地址 {address} 不能用：例如 https://gitee.com/owner/handbook") from error


def _platform(address: str) -> Platform:
    """Whose address it is, as its host says: gitee.com, gitlab.example.org; any other is read as GitHub's."""
    host = address.split("/")[2]
    return "gitee" if "gitee" in host else "gitlab" if "gitlab" in host else "github"
