"""Names in Python that parts of the document had in earlier versions, for the client to keep as aliases."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json, Pointer
from codegen.document.problems import Problem, Refused
from codegen.model.api import Api
from codegen.model.former_names import RENAMED, former_names
from codegen.naming.scopes import Scope


class Former(Struct, frozen=True):
    """A former name in Python, and the version that drops it; empty if none does."""

    name: str
    until: str


def begin_of(former: Former) -> Former:
    """The former name of the method that begins a long-running operation."""
    return replace(former, name=f"begin_{former.name}")


class NamedPart(Struct, frozen=True):
    """A part of the document with its name in Python, and the declaration of its former names."""

    extensions: Mapping[str, Json]
    where: Pointer
    """The place of the declaration, if there is one."""
    name: str
    derived: Callable[[str], str]
    """The name in Python that follows from another name in the document."""
    is_begun: bool = False
    """Whether another method begins its operation, under the same name after `begin_`."""


def former_in(
    scope: Scope, parts: Sequence[NamedPart], api: Api, taken: Collection[str] = ()
) -> list[tuple[Former, ...]]:
    """The former names of the parts of a scope, in their order.

    Args:
        scope: The scope.
        parts: Its parts.
        api: The client to name.
        taken: Names that the scope must not use besides those of its parts.

    Raises:
        Refused: A former name is the name of another part, or one that the generated code needs.
    """
    if not any(RENAMED in part.extensions for part in parts):
        return [()] * len(parts)
    problems: list[Problem] = []
    used = {*taken, *(part.name for part in parts)}
    found: list[tuple[Former, ...]] = []
    for part in parts:
        kept: dict[str, Former] = {}
        for declared in former_names(part.extensions, api):
            name = declared.python_name or part.derived(declared.name)
            if name == part.name or name in kept:
                continue
            kept[name] = Former(name, declared.until)
            fault = scope.fault(name)
            names = {name, begin_of(kept[name]).name} if part.is_begun else {name}
            if fault is None and used & names:
                fault = f"the former name {name!r} of {scope.what} {part.name!r} is the name of another one"
            if fault is not None:
                message = f"{fault}; give another 'python-name'"
                problems.append(Problem(message, "renamed-from", part.where))
            used.add(name)
        found.append(tuple(kept.values()))
    if problems:
        raise Refused(problems)
    return found
