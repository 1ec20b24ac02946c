"""Views of former names: aliases of classes, and methods that were renamed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from codegen.naming.former_names import Former, begin_of
from codegen.naming.methods import Method
from codegen.views.annotations import Imports
from codegen.views.long_running import BeginView
from codegen.views.text.quoting import Code, docstring, join, literal, name, splice

if TYPE_CHECKING:
    from codegen.views.methods import MethodView


class FormerClassView(Struct, frozen=True, kw_only=True):
    """An alias of a class."""

    name: Code
    now: Code
    docstring: Code


class FormerView(Struct, frozen=True, kw_only=True):
    """The former names of the classes of a module."""

    classes: tuple[FormerClassView, ...]
    arguments: Code
    """The arguments of ``former_classes`` after the module."""


def _explained(former: Former, now: str) -> str:
    """A former name in words: ``modify is called update now; version 3.0.0 drops the old name``."""
    end = f"; version {former.until} drops the old name" if former.until else ""
    return f"`{former.name}` is called `{now}` now{end}"


def former_view(
    classes: Iterable[tuple[str, Former]], imports: Imports, *others: Code
) -> tuple[FormerView, ...]:
    """Describe the former names of classes; empty if there are none.

    Args:
        classes: The names now, each with a former one.
        imports: Collects the imports of the module.
        others: The function that finds other names of the module, if they are not in it.
    """
    aliases = [*classes]
    if not aliases:
        return ()
    for needed in ("TYPE_CHECKING", "TypeAlias", "former_classes"):
        imports.use(needed)
    pairs = [splice("{}: {}", literal(former.name), literal(now)) for now, former in aliases]
    until = [splice("until={}", one) for one in dropping_versions(former for _, former in aliases)]
    return (
        FormerView(
            classes=tuple(
                FormerClassView(
                    name=name(former.name),
                    now=name(now),
                    docstring=deprecated_docstring(former, now, indent=4),
                )
                for now, former in aliases
            ),
            arguments=join(", ", [splice("{{{}}}", join(", ", pairs)), *others, *until]),
        ),
    )


def dropping_versions(several: Iterable[Former]) -> Iterator[Code]:
    """Yield the versions that drop names, as a dict by the names, if there are any."""
    pairs = [splice("{}: {}", literal(one.name), literal(one.until)) for one in several if one.until]
    if pairs:
        yield splice("{{{}}}", join(", ", pairs))


def with_former(view: MethodView, method: Method, imports: Imports) -> Iterator[MethodView]:
    """Yield the view of a method, and one for each of its former names, whose body is the same."""
    yield view
    for former in method.former:
        decorators = (deprecation(former, method.name, imports),)
        yield replace(
            view,
            name=name(former.name),
            docstring=deprecated_docstring(former, method.name),
            decorators=decorators,
            overloads=tuple(
                replace(one, name=name(former.name), decorators=decorators) for one in view.overloads
            ),
            waiters=(),
            begins=tuple(_begin(one, begin_of(former), method.begin, imports) for one in view.begins),
        )


def _begin(view: BeginView, former: Former, now: str, imports: Imports) -> BeginView:
    decorators = (deprecation(former, now, imports),)
    return replace(
        view, name=name(former.name), docstring=deprecated_docstring(former, now), decorators=decorators
    )


def deprecation(former: Former, now: str, imports: Imports) -> Code:
    """The decorator of a function with a former name, without `@`."""
    return splice("{}({})", imports.use("deprecated"), literal(_explained(former, now)))


def deprecated_docstring(former: Former, now: str, *, indent: int = 8) -> Code:
    """The docstring of a function with a former name."""
    return docstring(f"Deprecated: {_explained(former, now)}.", indent=indent)
