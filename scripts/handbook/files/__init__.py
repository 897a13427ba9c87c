"""The only place that opens files: captures, contributed YAML, and trees of outputs."""

from .capture import decode, open_capture, source
from .repository import read_repository
from .sources import card_of, read_source, read_sources
from .strict_yaml import Yaml, load
from .tree import Written, fingerprint, inside, names, read_bytes, read_tree, write, write_tree
from .words import EMPTY, read_vocabulary

__all__ = [
    "EMPTY",
    "Written",
    "Yaml",
    "card_of",
    "decode",
    "fingerprint",
    "inside",
    "load",
    "names",
    "open_capture",
    "read_bytes",
    "read_repository",
    "read_source",
    "read_sources",
    "read_tree",
    "read_vocabulary",
    "source",
    "write",
    "write_tree",
]
