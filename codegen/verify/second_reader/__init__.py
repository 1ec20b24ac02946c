"""openapi-python-client as a second reader of the document.

`codegen.describe` reads the simplified document and makes the model of the client. Nothing else would notice
if it made a mistake: a flag flipped, a type widened, a parameter lost. So openapi-python-client, which was
written by others, reads the same document in a process of its own. Wherever it says something, it must agree
with the model. If the two readings differ, nothing is written.

- `plain` shows the simplified document to it: the structure alone, under canonical names.
- `adapter` is the only importer of openapi-python-client; `reading` has what it returns.
- `comparison` compares the reading with the model.

It is not asked for what it does not read: headers of responses, links, defaults, all media types of a body or
a response but the first, and the types of parameters that it does not allow at their location.
"""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import TYPE_CHECKING, TypeAlias

from codegen.processes import Receive, Task, beside, garbage_collection_paused

if TYPE_CHECKING:
    from codegen.verify.second_reader.second_reading import SecondReading

Reader: TypeAlias = "Task[list[SecondReading]]"
"""A task that is given the pieces of the plain document, and returns what was read in each."""


@contextmanager
def started() -> Iterator[Reader]:
    """Start the second reader, and run the block beside it. Start early, because importing it takes time.

    This imports nothing slow.
    """
    with beside(_read) as task:
        yield task


def _read(receive: Receive) -> list[SecondReading]:
    with _left_out(_TO_FETCH):
        from codegen.verify.second_reader import adapter  # noqa: PLC0415 - imported in the process that reads

    pieces = receive()
    with garbage_collection_paused():
        return [adapter.read_piece(piece) for piece in pieces]


_TO_FETCH = ("httpcore", "httpx")
"""What openapi-python-client fetches documents with. It is given none to fetch, and importing them would take
a third of the time until it can read."""


@contextmanager
def _left_out(modules: Collection[str]) -> Iterator[None]:
    """Import empty modules under these names in the block, unless they are imported already."""
    missing = [name for name in modules if name not in sys.modules]
    sys.modules.update((name, ModuleType(name)) for name in missing)
    try:
        yield
    finally:
        for name in missing:
            del sys.modules[name]
