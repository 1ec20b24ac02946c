"""The former names of the symbols of a client, each with the current name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from codegen.naming.components import NamedField, NamedMember
from codegen.naming.former_names import Former
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.naming.resources import Resource


class FormerName(Struct, frozen=True):
    """A former name and the current one."""

    was: str
    now: str
    until: str
    """The version that drops the old name; empty if none does."""

    @property
    def note(self) -> str:
        """The note for a reader who asks for the old name."""
        end = f"; version {self.until} drops the old name" if self.until else ""
        return f"`{self.was}` is called `{self.now}` now{end}."


def former_names(names: Names) -> Mapping[str, FormerName]:
    """The former names: ``models.Group``, ``models.Node.hostname``, ``nodes.list.limit``."""
    return {key: one for key, one in _all(names) if one.was != one.now}


def _all(names: Names) -> Iterator[tuple[str, FormerName]]:
    for module in ("models", "params"):
        for name, former in names.components.former_classes():
            yield _named(f"{module}.{former.name}", f"models.{name}", former.until)
    parts: list[tuple[str, Sequence[NamedField | NamedMember]]] = [
        *((model.class_name, model.fields) for model in names.models.values()),
        *((enum.class_name, enum.members) for enum in names.enums.values()),
    ]
    for class_name, several in parts:
        for one in several:
            for former in one.former:
                owner = f"models.{class_name}"
                yield _named(f"{owner}.{former.name}", f"{owner}.{one.name}", former.until)
    for resource in names.all_resources:
        yield from _of_resource(resource)


def _of_resource(resource: Resource) -> Iterator[tuple[str, FormerName]]:
    around = "".join(f"{name}." for name in resource.path[:-1])
    owners = {resource.dotted: "", **{f"{around}{one.name}": one.until for one in resource.former}}
    for owner, until in owners.items():
        yield _named(owner, resource.dotted, until)
        for method in resource.methods:
            for was, one in _of_method(owner, resource, method, until):
                yield was, one
                for class_name in (resource.class_name, resource.async_class_name):
                    inside = was.removeprefix(f"{owner}.")
                    yield f"resources.{resource.module}.{class_name}.{inside}", one


def _of_method(
    owner: str, resource: Resource, method: Method, until: str
) -> Iterator[tuple[str, FormerName]]:
    """The former names of a method and of its arguments, below a name of its resource."""
    now = f"{resource.dotted}.{method.name}"
    for one in (Former(method.name, until), *method.former):
        yield _named(f"{owner}.{one.name}", now, one.until or until)
        for argument, former in method.former_arguments:
            yield _named(f"{owner}.{one.name}.{former.name}", f"{now}.{argument}", former.until)


def _named(was: str, now: str, until: str) -> tuple[str, FormerName]:
    return was, FormerName(was, now, until)
