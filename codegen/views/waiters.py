"""The methods that wait for a state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.operations import Operation, State, Waiter
from codegen.model.pagination import page_type
from codegen.model.types import ListOf, Scalar
from codegen.model.waiters import state_type
from codegen.naming.methods import Method
from codegen.naming.names import Names
from codegen.views.annotations import Annotations, Imports
from codegen.views.bodies import Argument, argument_view
from codegen.views.docstrings import method_docstring
from codegen.views.methods_beside import MethodBesideView
from codegen.views.overloads import OverloadView
from codegen.views.pages import attribute_path, written_path
from codegen.views.text.quoting import Code, join, literal, name, splice

_OWN = ("timeout", "interval", "on_state", "condition")
"""The arguments that each of these methods has."""

_TIMEOUT = "Seconds for the whole wait, or None for no limit."
_INTERVAL = "Seconds to wait before the second request. Later pauses are up to four times as long."
_ON_STATE = "A function that is called with each new state, including the first and the last."
_CONDITION = "An extra condition: the wait goes on until this function also returns true for a response."


class WaiterView(MethodBesideView, frozen=True, kw_only=True):
    """A state, and the method that waits for it."""

    passed: Code
    """The arguments of ``Waiter.wait`` after it."""


def waiter_views(  # noqa: PLR0913, PLR0917 - what the view of the method is made from
    method: Method,
    arguments: tuple[Sequence[Argument], Sequence[Argument], Sequence[Sequence[Argument]]],
    body: Code,
    decorators: tuple[Code, ...],
    api: Api,
    names: Names,
    annotations: Annotations,
    imports: Imports,
) -> tuple[WaiterView, ...]:
    """Describe the methods that repeat the request of a method.

    Args:
        method: The method.
        arguments: Its positional and its keyword arguments, and the latter for each way to pass its body.
        body: The type of its decoded response.
        decorators: Its decorators.
        api: The client.
        names: Its names.
        annotations: Writes types for the module.
        imports: Collects the imports of the module.
    """
    positional, keywords = (beside_own(some) for some in arguments[:2])
    passed = [name(one.name) for one in (*positional, *keywords)]
    found: list[WaiterView] = []
    for one in method.waiters:
        waiter, returns = one.waiter, returned(one.waiter, body)
        own = _own(waiter, method.operation, body, api, annotations, imports)
        written = tuple(argument_view(argument, imports) for argument in positional)
        found.append(
            WaiterView(
                constant=name(one.constant),
                type=splice("{}[{}]", imports.use("Waiter"), returns),
                settings=tuple(_settings(waiter, method.operation, api, names)),
                name=name(one.name),
                decorators=decorators,
                docstring=_docstring(waiter, method.operation, (*positional, *keywords, *own)),
                positional=written,
                keywords=tuple(argument_view(argument, imports) for argument in (*keywords, *own)),
                returns=returns,
                request=splice("{}({})", name(method.builder), join(", ", passed)),
                passed=join(", ", [splice("{}={}", name(word), name(word)) for word in _own_of(waiter)]),
                overloads=tuple(
                    OverloadView(
                        name=name(one.name),
                        decorators=decorators,
                        positional=written,
                        keywords=tuple(
                            argument_view(argument, imports) for argument in (*beside_own(way), *own)
                        ),
                        returns=returns,
                        definition=Code("async def"),
                        async_returns=returns,
                    )
                    for way in arguments[2]
                ),
            )
        )
    return tuple(found)


def returned(waiter: Waiter, body: Code) -> Code:
    """The type of the result of a wait."""
    if waiter.missing != "success":
        return body
    return splice("{} | None", body) if waiter.success else Code("None")


def waiter_outline(
    waiter: Waiter, positional: Sequence[Argument], keywords: Sequence[Argument]
) -> list[Code]:
    """The arguments of a wait for ``api.md``: the required ones, and its own."""
    first, others = beside_own(positional), beside_own(keywords)
    return [
        *(name(one.name) for one in first),
        Code("*"),
        *(name(one.name) for one in others if one.required),
        *(splice("{}=...", name(word)) for word in _own_of(waiter)),
    ]


def goal(waiter: Waiter) -> str:
    """The goal of a wait in words: ``until status is running``."""
    reached = f"`{'.'.join(waiter.state)}` is {_series(waiter.success)}" if waiter.success else ""
    gone = "the server responds with 404" if waiter.missing == "success" else ""
    return f"until {' or '.join(part for part in (reached, gone) if part)}"


def _series(states: tuple[State, ...]) -> str:
    return " or ".join(f"`{_shown(one)}`" for one in states)


def _shown(state: State) -> str:
    return str(state).lower() if isinstance(state, bool) else str(state)


def beside_own(arguments: Sequence[Argument]) -> list[Argument]:
    """The arguments of the operation; one with the name of an own argument gets an underscore."""
    taken = {*_OWN, *(one.name for one in arguments if one.name not in _OWN)}
    found: list[Argument] = []
    for one in arguments:
        new = one.name
        while new in _OWN or (new != one.name and new in taken):
            new += "_"
        found.append(replace(one, name=new))
    return found


def _own_of(waiter: Waiter) -> tuple[str, ...]:
    """The own arguments, including those about states only if it waits for a state."""
    return _OWN if waiter.state else _OWN[:2]


def _own(  # noqa: PLR0913, PLR0917 - what the types of the arguments are made from
    waiter: Waiter, operation: Operation, body: Code, api: Api, annotations: Annotations, imports: Imports
) -> list[Argument]:
    number = imports.use("float")
    found = [
        Argument(
            "timeout",
            splice("{} | None", number),
            required=False,
            text=_TIMEOUT,
            default=_seconds(waiter.timeout),
        ),
        Argument("interval", number, required=False, text=_INTERVAL, default=_seconds(waiter.interval)),
    ]
    if not waiter.state:
        return found
    type_ = state_type(operation, waiter.state, api)
    state = annotations.of(Scalar.ANY if type_ is None else type_)
    function = imports.use("Callable")
    notified = splice("{}[[{}], object] | None", function, state)
    judge = splice("{}[[{}], {}] | None", function, body, imports.use("bool"))
    return [
        *found,
        Argument("on_state", notified, required=False, text=_ON_STATE, default=Code("None")),
        Argument("condition", judge, required=False, text=_CONDITION, default=Code("None")),
    ]


def _seconds(seconds: float) -> Code:
    return literal(int(seconds) if seconds == int(seconds) else seconds)


def _settings(waiter: Waiter, operation: Operation, api: Api, names: Names) -> Iterator[Code]:
    if waiter.state:
        path = attribute_path(page_type(operation, api), waiter.state, api, names)
        yield splice("state={}", written_path(path))
        if isinstance(state_type(operation, waiter.state, api), ListOf):
            yield Code("of_items=True")
    for key, states in (("success", waiter.success), ("failure", waiter.failure)):
        if states:
            listed = join(", ", [literal(one) for one in states])
            yield splice("{}=({}{})", name(key), listed, Code("," if len(states) == 1 else ""))
    if waiter.missing == "wait":
        yield Code("may_be_missing=True")
    if waiter.missing == "success":
        yield Code("ends_when_missing=True")


def _docstring(waiter: Waiter, operation: Operation, arguments: Sequence[Argument]) -> Code:
    failed = f"`{'.'.join(waiter.state)}` is {_series(waiter.failure)}." if waiter.failure else ""
    raised = [("WaitFailedError", failed)] if failed else []
    raised.append(("WaitTimeoutError", "The timeout passed."))
    gone = " None if the server responded with 404." if waiter.missing == "success" else ""
    response = f"The response with that state.{gone}" if waiter.success else ""
    early = " For a minute, 404 means that what is waited for is not known yet."
    repeats = f"Repeats ``{operation.method} {operation.path}``.{early if waiter.missing == 'wait' else ''}"
    return method_docstring((f"Wait {goal(waiter)}.", repeats), arguments, returns=response, raises=raised)
