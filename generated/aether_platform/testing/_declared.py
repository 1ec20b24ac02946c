"""How the fakes of operations are declared, from the class that has the arguments of a call.

    update = Returning[models.Cluster].of(UpdateCall, "updateCluster")

The type of the fake follows from both: its possible results, and its arguments.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from importlib import import_module
from typing import Any, Generic, ParamSpec, TypeGuard, TypeVar, cast, overload

from .._runtime._operation import Operation
from ._board import Board
from ._operations import OperationFake
from ._recorded import Recorded

P = ParamSpec("P")
T = TypeVar("T")
C = TypeVar("C", bound=Recorded)
F = TypeVar("F")


class ResourceFake:
    """The fakes of the operations of a resource: an attribute for each, and nothing else."""

    def __init__(self, board: Board, path: str) -> None:
        self._board = board
        self._path = path

    def __repr__(self) -> str:
        return f"<fake of {self._path}>"


class Declared(Generic[F]):
    """An attribute of a `ResourceFake`: the fake of an operation."""

    def __init__(
        self, kind: Callable[..., F], call: Callable[..., Recorded], operation_id: str
    ) -> None:
        self.call = call
        """The class with the arguments of a call."""
        self.id = operation_id
        """The id of the operation."""
        self.name = ""
        """The current name of the method."""
        self._kind = kind

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = self.name or name

    @overload
    def __get__(self, owner: None, kind: type) -> Declared[F]: ...
    @overload
    def __get__(self, owner: ResourceFake, kind: type) -> F: ...
    def __get__(self, owner: ResourceFake | None, kind: type) -> Any:
        if owner is None:
            return self
        board, path = whereabouts(owner)
        found = operations_of(kind.__module__.replace(".testing.resources.", ".resources.", 1))
        return self._kind(board, f"{path}.{self.name}", found[self.id], self.call)


def whereabouts(resource: ResourceFake) -> tuple[Board, str]:
    """The board of a fake, and the attributes that lead to it.

    They are not public, because an operation may have any name.
    """
    attributes = vars(resource)
    return attributes["_board"], attributes["_path"]


class Returning(Generic[T]):
    """Declares an operation that returns a `T`."""

    @classmethod
    def of(cls, call: Callable[P, C], operation_id: str) -> Declared[OperationFake[P, T, C]]:
        """Declare it with the class of its calls, and its id in the document."""
        kind = cast("Callable[..., OperationFake[P, T, C]]", OperationFake)
        return Declared(kind, call, operation_id)


@cache
def operations_of(module: str) -> dict[str, Sequence[Operation[Any]]]:
    """The operations of a module of the client, by id. One that may be a stream is two."""
    found: dict[str, list[Operation[Any]]] = {}
    for operation in filter(_is_operation, vars(import_module(module)).values()):
        found.setdefault(operation.id, []).append(operation)
    return {id_: tuple(several) for id_, several in found.items()}


def _is_operation(value: object) -> TypeGuard[Operation[Any]]:
    return isinstance(value, Operation)
