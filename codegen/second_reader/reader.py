"""openapi-python-client at work, in a process that has imported it while the document was read.

Importing it takes half of the time that a small document takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from itertools import zip_longest
from typing import TYPE_CHECKING

from codegen.processes import Assistant, assistant, both, several_processes

if TYPE_CHECKING:
    from codegen.second_reader.readings import Reading
    from codegen.second_reader.skeleton import Piece

_assistant: ContextVar[Assistant[Sequence[Piece], list[Reading]] | None] = ContextVar("reader", default=None)

_FEW = 4
"""Pieces that are read before a process would have been forked for half of them."""


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
        meanwhile: What to do while another process reads, if one does.

    Raises:
        ModuleNotFoundError: It is not installed.
        Refused, Defect: A piece costs too much; the parser fell over it.
    """
    one = _assistant.get()
    if one is None:
        return _reader()(pieces)
    one.give(pieces)
    meanwhile()
    return one.made()


def _reader() -> Callable[[Sequence[Piece]], list[Reading]]:
    from codegen.second_reader import adapter  # noqa: PLC0415 - as late as can be, as told above

    def read_some(pieces: Sequence[Piece]) -> list[Reading]:
        return [adapter.read(piece) for piece in pieces]

    def read_all(pieces: Sequence[Piece]) -> list[Reading]:
        with several_processes(worth_it=len(pieces) > _FEW):
            return _alternating(both(lambda: read_some(pieces[::2]), lambda: read_some(pieces[1::2])))

    return read_all


def _alternating(halves: tuple[list[Reading], list[Reading]]) -> list[Reading]:
    return [reading for pair in zip_longest(*halves) for reading in pair if reading is not None]
