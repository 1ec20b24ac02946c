"""Problems as values: a message, the broken rule, and the place in the document.

Steps collect problems and raise them together as `Refused`; `report` (see `codegen.output.report`) turns
them into text or into annotations for a code host. There are no warnings: a problem stops the run, or is
tolerated, which the run reports.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from msgspec import Struct

from codegen.document.node import Json, Pointer
from codegen.document.places import On, Place
from codegen.document.source_map import SourceMap


class Edit(Struct, frozen=True):
    """A change to the document: it puts `value` at a place, or removes the value there.

    As in JSON Patch (RFC 6902), ``-`` for the last token adds to the end of a list.
    """

    where: Pointer
    value: Json = None
    removes: bool = False


def leaving_out(*places: Pointer) -> tuple[Edit, ...]:
    """The edits that remove the values at some places."""
    return tuple(Edit(where, removes=True) for where in places)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in the document.

    `message` is one sentence a newcomer understands, without the place; text of the document in it
    is quoted with `repr`-like care by the printer. `rule` is the short name in brackets
    (``unknown-key``). `where` is the pointer of the offending part, or a `Place` when the file
    could not be read that far. `on` says whether the caret goes under the key or under the value.

    `past` has the edits that remove the problem if it is tolerated. It is empty if the document can be used
    unchanged, and None if the problem cannot be tolerated. `reading` says how the part is read if only one
    meaning is plausible: ``"read as '2XX'"``. Such a problem stops only strict documents.
    """

    message: str
    rule: str
    where: Pointer | Place
    on: On = "value"
    past: tuple[Edit, ...] | None = field(default=None, compare=False)
    reading: str = field(default="", compare=False)
    wider: str = field(default="", compare=False)
    """The folder that ``--root`` has to name, so that the problem does not arise."""

    def at(self, where: Pointer | Place) -> Problem:
        """The same problem at another place."""
        return replace(self, where=where)


class Refused(Exception):
    """The document is refused, with all problems that were found.

    The pipeline adds `source`, which printing the problems needs. `entailed` has the rules that the document
    would break as well if the problems were tolerated: something would be lost.
    """

    def __init__(
        self, problems: Sequence[Problem], source: SourceMap | None = None, entailed: Collection[str] = ()
    ) -> None:
        super().__init__(f"{len(problems)} problem(s)")
        self.problems = tuple(problems)
        self.source = source
        self.entailed = frozenset(entailed)

    def __reduce__(self) -> tuple[type[Refused], tuple[Sequence[Problem], SourceMap | None, Collection[str]]]:
        """Pickle all attributes, since a second process may find the problems (`codegen.processes`)."""
        return type(self), (self.problems, self.source, self.entailed)


@contextmanager
def gathering(problems: list[Problem]) -> Iterator[None]:
    """Collect the problems of a `Refused` in a list instead of propagating it."""
    try:
        yield
    except Refused as refused:
        problems.extend(refused.problems)
