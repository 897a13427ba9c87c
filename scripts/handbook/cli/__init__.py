"""The command `handbook`: arguments, printing and exit codes. Nothing else knows the terminal.

One module a group of commands; each registers its own with `group.handbook`.
"""

from . import adding, building, checking, comparing, fonts, pdf, reading, retiring
from .group import handbook
from .run import main

__all__ = ["adding", "building", "checking", "comparing", "fonts", "handbook", "main", "pdf", "reading", "retiring"]
