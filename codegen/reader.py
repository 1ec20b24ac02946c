"""openapi-python-client at work, half of it in a process that has imported it while the document was read.

Importing it takes half of the time that a small document takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import zip_longest
from typing import TYPE_CHECKING

from codegen.interpreter import unhindered
from codegen.together import Assistant, assistant, both

if TYPE_CHECKING:
    from codegen.readings import Reading
    from codegen.skeleton import Piece

_assistant: ContextVar[Assistant[Sequence[Piece], list[Reading]] | None] = ContextVar("reader", default=None)

_FEW = 12
"""Pieces that the other process has read before this one would have imported openapi-python-client."""


@contextmanager
def reading_ahead() -> Iterator[None]:
    """Import openapi-python-client in a process of its own, which `read` will then use in the block.

    The earlier the better: nothing is imported here that takes long.
    """
    with assistant(_reader) as one:
        token = _assistant.set(one)
        try:
            yield
        finally:
            _assistant.reset(token)


def read(pieces: Sequence[Piece], meanwhile: Callable[[], None]) -> list[Reading]:
    """Let openapi-python-client read pieces of the skeleton: a reading for each.

    Args:
        pieces: What to read.
        meanwhile: What to do while only another process reads, if that is so.

    Raises:
        ModuleNotFoundError: It is not installed.
        Refused, Defect: A piece costs too much; the parser fell over it.
    """
    one = _assistant.get()
    if one is None:
        reading = _reader()
        return _alternating(both(lambda: reading(pieces[::2]), lambda: reading(pieces[1::2])))
    if len(pieces) <= _FEW:
        one.give(pieces)
        meanwhile()
        return one.made()
    one.give(pieces[::2])
    others = _reader()(pieces[1::2])
    return _alternating((one.made(), others))


def _reader() -> Callable[[Sequence[Piece]], list[Reading]]:
    from codegen import adapter  # noqa: PLC0415 - as late as can be, as told above

    def read_all(pieces: Sequence[Piece]) -> list[Reading]:
        with unhindered():
            return [adapter.read(piece) for piece in pieces]

    return read_all


def _alternating(halves: tuple[list[Reading], list[Reading]]) -> list[Reading]:
    return [reading for pair in zip_longest(*halves) for reading in pair if reading is not None]
