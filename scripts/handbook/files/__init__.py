"""The only place that opens files: captures, contributed YAML, and trees of outputs."""

from .capture import decode, open_capture, received_bytes, source
from .contributed import contributed
from .fonts import fetch_fonts, font_cache, font_folders
from .repository import read_repository, read_site
from .retired import parse_retired, read_published, read_retired, write_published
from .revision import revision_tree
from .schema import refuse_id
from .sources import card_of, read_source, read_sources
from .strict_yaml import load, scan
from .tree import Written, fingerprint, inside, move_tree, names, read_bytes, read_tree, write, write_tree
from .words import EMPTY, read_vocabulary

__all__ = [
    "EMPTY",
    "Written",
    "card_of",
    "contributed",
    "decode",
    "fingerprint",
    "fetch_fonts",
    "font_cache",
    "font_folders",
    "inside",
    "load",
    "move_tree",
    "names",
    "open_capture",
    "parse_retired",
    "read_bytes",
    "read_repository",
    "read_published",
    "read_retired",
    "read_site",
    "read_source",
    "read_sources",
    "read_tree",
    "read_vocabulary",
    "received_bytes",
    "refuse_id",
    "revision_tree",
    "scan",
    "source",
    "write",
    "write_published",
    "write_tree",
]
