"""A print run: books made side by side by processes of their own, each handed over as it is finished."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context

from .orders import Order
from .press import Bound, Press, PressError, bound, forget

MOST = 4  # presses at work; each holds some 400 MB
ALONE = 2  # so few books are not worth the start of other processes


@dataclass(frozen=True, slots=True)
class Printed:
    """A book that was ordered: finished, or why it is not and at which measure."""

    order: Order
    book: Bound | None
    fault: str = ""
    place: str = ""


def printed(orders: Sequence[Order], press: Press) -> Iterator[Printed]:
    """Every order's book, in the order in which they are finished; one that fails does not stop the others."""
    hands = min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 1, MOST)
    if len(orders) <= ALONE or hands < ALONE:
        yield from (_made(order, press) for order in orders)
        return
    # Not forked: Typst has threads of its own, which a fork would lose.
    with ProcessPoolExecutor(hands, mp_context=get_context("spawn")) as pool:
        longest = sorted(orders, key=lambda order: -len(order.data))
        running = {pool.submit(_made, order, press): order for order in longest}
        yield from (_taken(future, running[future]) for future in as_completed(running))


def _taken(future: Future[Printed], order: Order) -> Printed:
    try:
        return future.result()
    except BrokenProcessPool:
        return Printed(order, None, "the press stopped")


def _made(order: Order, press: Press) -> Printed:
    try:
        return Printed(order, bound(press, order.template, order.data))
    except PressError as error:
        return Printed(order, None, str(error), error.place)
    finally:
        forget()
