"""Running the command: its errors as one Chinese line and an exit code."""

from __future__ import annotations

import os
import sys

import click

from ..model import ConfigError, SourceError
from .group import handbook

STOPPED = 130


def main() -> None:
    """Run the command; what its user can mend is one Chinese line and exit code 2, never a traceback."""
    try:
        handbook.main(standalone_mode=False)
    except (SourceError, ConfigError) as error:
        _stop(f"错误：{error}")
    except click.UsageError as error:
        _stop(f"命令写法不对：{error.format_message()} 运行 handbook --help 看例子")
    except click.ClickException as error:
        _stop(f"错误：{error.format_message()}")
    except (click.Abort, KeyboardInterrupt):
        sys.exit(STOPPED)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os._exit(0)


def _stop(message: str) -> None:
    click.echo(" ".join(message.split()), err=True)
    sys.exit(2)
