"""Many hands: one pure function over many things, shared among the processors of the machine."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from multiprocessing.sharedctypes import Synchronized
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext

# Elsewhere a process does not start with what its parent holds, and would have to be sent everything.
FORKS = get_context("fork") if sys.platform == "linux" else None
PROCESSORS = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
MOST = 4  # processes; what each of them made has to be handed over

Item = TypeVar("Item")
Result = TypeVar("Result")


def across(work: Callable[[Item], Result], items: Sequence[Item]) -> tuple[Result, ...]:
    """What `work` gives for each item, in the order of the items.

    Each process takes the next item that is free. Only results travel, so they have to be plain values. An item that
    another process failed at is done here again, so that an error is raised as if there were one process only.
    """
    hands = min(PROCESSORS, MOST, len(items))
    if FORKS is None or hands < 2:
        return tuple(work(item) for item in items)
    free = FORKS.Value("l", 0)

    def share() -> dict[int, Result]:
        """The items that this process came to first."""
        done: dict[int, Result] = {}
        while (index := _next(free)) < len(items):
            done[index] = work(items[index])
        return done

    others = [_started(FORKS, share) for _ in range(hands - 1)]
    done = share()
    for process, answer in others:
        with suppress(EOFError):
            done |= answer.recv()
        process.join()
    return tuple(done[index] if index in done else work(item) for index, item in enumerate(items))


def _next(free: Synchronized[int]) -> int:
    """The number of the next item that nobody has begun."""
    with free.get_lock():
        index = free.value
        free.value = index + 1
    return index


def _started(forks: ForkContext, share: Callable[[], dict[int, Result]]) -> tuple[BaseProcess, Connection]:
    """Another process at work on its share; the share comes through the connection, or its end without one."""
    here, there = forks.Pipe(duplex=False)
    process = forks.Process(target=_hand_over, args=(share, there), daemon=True)
    process.start()
    there.close()
    return process, here


def _hand_over(share: Callable[[], object], there: Connection) -> None:
    with suppress(Exception, KeyboardInterrupt):
        there.send(share())
