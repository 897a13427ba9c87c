"""The faces of the printed handbooks besides those of the system: where they are kept, and how they get there."""

from __future__ import annotations

import hashlib
import os
import tarfile
from io import BytesIO
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from pydantic import Field

from ..model import ConfigError
from .schema import Card, validate
from .strict_yaml import load
from .tree import read_bytes, write

CACHE = "policy-handbook"
PINNED = "requirements/fonts.yml"
REGISTRY = "https://registry.npmjs.org"
PATIENCE = 60  # seconds without an answer
SHA256 = r"^[0-9a-f]{64}$"
SHA512 = r"^[0-9a-f]{128}$"


class Face(Card):
    """A file of a package."""

    file: str
    sha256: str = Field(pattern=SHA256)


class FontPackage(Card):
    """A package of the npm registry and the files to take out of it."""

    name: str
    version: str
    path: str
    sha512: str = Field(pattern=SHA512)
    faces: list[Face]


class PinnedFonts(Card):
    """requirements/fonts.yml."""

    packages: list[FontPackage]


def font_cache() -> Path:
    """The folder into which faces are installed: of the user, shared by all checkouts of the handbook."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / CACHE / "fonts"


def font_folders() -> tuple[Path, ...]:
    """The folders to look for faces in."""
    cache = font_cache()
    return (cache,) if cache.is_dir() else ()


def fetch_fonts(root: Path) -> None:
    """Fetch the pinned packages and keep their faces; ConfigError where one cannot be had or is not what was pinned."""
    registry = os.environ.get("NPM_CONFIG_REGISTRY", REGISTRY).rstrip("/")
    for package in validate(PinnedFonts, load(PINNED, read_bytes(root, PINNED))).packages:
        _keep(package, _fetched(f"{registry}/{package.path}", package))


def _fetched(address: str, package: FontPackage) -> bytes:
    if not address.startswith("https://"):
        raise ConfigError(f"字体只从 https 地址下载，{address} 不是")
    try:
        with urlopen(address, timeout=PATIENCE) as answer:
            content = answer.read()
    except (URLError, TimeoutError, OSError) as error:
        raise ConfigError(f"下载不到字体 {package.name}：{error}") from error
    if hashlib.sha512(content).hexdigest() != package.sha512:
        raise ConfigError(f"下载的字体 {package.name} 与 {PINNED} 记录的校验值不符，没有使用")
    return bytes(content)


def _keep(package: FontPackage, content: bytes) -> None:
    with tarfile.open(fileobj=BytesIO(content), mode="r:gz") as archive:
        for face in package.faces:
            member = archive.extractfile(face.file)
            data = member.read() if member else b""
            if hashlib.sha256(data).hexdigest() != face.sha256:
                raise ConfigError(f"字体文件 {face.file} 与 {PINNED} 记录的校验值不符，没有使用")
            write(font_cache(), face.file.rsplit("/", 1)[-1], data)
