"""Captures from disk: bytes as received become a `Source` of decoded characters, whatever the encoding."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

from ..model import ConfigError, Source


def decode(data: bytes) -> str:
    """The characters of a capture; nothing is dropped: a byte-order mark stays as U+FEFF, line ends stay as they are.

    UTF-8 first; UTF-16 only with its mark; GB18030 (and so GBK, GB2312) otherwise. Bytes that no encoding explains
    become U+FFFD, so that every capture can be read.
    """
    for mark, name in ((BOM_UTF16_LE, "utf-16-le"), (BOM_UTF16_BE, "utf-16-be")):
        if data.startswith(mark):
            return data.decode(name, errors="replace")
    for name in ("utf-8", "gb18030"):
        try:
            return data.decode(name)
        except UnicodeDecodeError:
            continue
    return data.decode("utf-8", errors="replace")


def source(id: str, data: bytes) -> Source:
    """A capture as a value: its id, characters and the SHA-256 of its bytes."""
    return Source.of(id, decode(data), hashlib.sha256(data).hexdigest())


def received_bytes(path: Path) -> bytes:
    """The bytes of any file that somebody names; ConfigError where it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise ConfigError(f"读不到文件 {path}：{error.strerror}") from error


def open_capture(path: Path) -> Source:
    """Any text file as a capture, with its name for an id; ConfigError where it cannot be read."""
    return source(path.name, received_bytes(path))
