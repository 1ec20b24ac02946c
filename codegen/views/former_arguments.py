"""Views of the former names of arguments: overloads for type checkers, and a decorator for run time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from codegen.naming.former_names import Former
from codegen.naming.methods import Method
from codegen.views.annotations import Imports
from codegen.views.arguments import ArgumentView
from codegen.views.former_names import deprecation, dropping_versions, with_former
from codegen.views.methods_beside import MethodBesideView
from codegen.views.overloads import OverloadView
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice

if TYPE_CHECKING:
    from codegen.views.methods import MethodView

_BesideT = TypeVar("_BesideT", bound=MethodBesideView)
_Renames = Sequence[tuple[str, Former]]
"""Arguments, each with a former name."""


def with_former_names(
    methods: Iterable[Method], views: Iterable[MethodView], imports: Imports
) -> Iterator[MethodView]:
    """Yield the view of each method and of each of its former names. All take arguments by former names."""
    for method, view in zip(methods, views, strict=True):
        for one in with_former(view, method, imports):
            yield _with_former_arguments(one, method, imports)


def _with_former_arguments(view: MethodView, method: Method, imports: Imports) -> MethodView:
    """The view of a method that also takes arguments by their former names."""
    former = [*method.former_arguments]
    if not former:
        return view
    plain = view.overloads or (
        _overload(
            view,
            view.sending.returns,
            view.sending.definition,
            view.sending.async_returns,
        ),
    )
    return replace(
        view,
        overloads=tuple(_with_former(plain, former, imports)),
        decorators=(*view.decorators, renaming(former, imports)),
        waiters=tuple(_beside(one, former, one.returns, imports) for one in view.waiters),
        begins=tuple(_beside(one, former, one.async_returns, imports) for one in view.begins),
    )


def renaming(former: _Renames, imports: Imports) -> Code:
    """The decorator that takes arguments by their former names, without `@`."""
    pairs = [splice("{}={}", name(one.name), literal(now)) for now, one in former]
    until = dropping_versions(one for _, one in former)
    return splice("{}({})", imports.use("renamed_arguments"), join(", ", [*until, *pairs]))


def _beside(view: _BesideT, former: _Renames, async_returns: Code, imports: Imports) -> _BesideT:
    """A method beside another one. An argument of its own may have the former name of another."""
    taken = {one.name for one in (*view.positional, *view.keywords)}
    kept = [(now, one) for now, one in former if now in taken and one.name not in taken]
    if not kept:
        return view
    plain = view.overloads or (_overload(view, view.returns, Code("async def"), async_returns),)
    return replace(
        view,
        overloads=tuple(_with_former(plain, kept, imports)),
        decorators=(*view.decorators, renaming(kept, imports)),
    )


def _overload(
    view: MethodView | MethodBesideView, returns: Code, definition: Code, async_returns: Code
) -> OverloadView:
    return OverloadView(
        name=view.name,
        decorators=view.decorators,
        positional=view.positional,
        keywords=view.keywords,
        returns=returns,
        definition=definition,
        async_returns=async_returns,
    )


def _with_former(plain: Sequence[OverloadView], former: _Renames, imports: Imports) -> Iterator[OverloadView]:
    """Yield the overloads, and for each former name those that require it, by keyword."""
    imports.use("overload")
    yield from plain
    for index, (now, one) in enumerate(former):
        for overload in plain:
            names = [str(argument.name) for argument in overload.positional]
            if now not in (*names, *(str(argument.name) for argument in overload.keywords)):
                continue
            first = names.index(now) if now in names else len(names)  # the first one by keyword
            keywords = (*overload.positional[first:], *overload.keywords)
            yield replace(
                overload,
                positional=overload.positional[:first],
                keywords=renamed(keywords, now, one, former[index + 1 :], imports),
                decorators=(deprecation(one, now, imports),),
            )


def renamed(
    arguments: Sequence[ArgumentView], now: str, former: Former, others: _Renames, imports: Imports
) -> tuple[ArgumentView, ...]:
    """The arguments with one under its former name, which is required: without it, the call is no such one.

    Each of the `others` may have either of its names.
    """
    found: list[ArgumentView] = []
    for argument in arguments:
        either = [one for other, one in others if other == argument.name != now]
        if argument.name == now:
            found.append(replace(argument, name=name(former.name), default=EMPTY))
        elif either:
            found += [_optional(replace(argument, name=name(one.name)), imports) for one in either]
            found.append(_optional(argument, imports))
        else:
            found.append(argument)
    return tuple(found)


def _optional(argument: ArgumentView, imports: Imports) -> ArgumentView:
    if argument.default:
        return argument
    unset = imports.use("UnsetType")
    annotation = splice("{} | {}", argument.annotation, unset)
    return replace(argument, annotation=annotation, default=splice(" = {}", imports.use("UNSET")))
