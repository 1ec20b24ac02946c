"""The methods of operations that return a stream where the argument ``stream`` asks for it."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from codegen.model.api import Api
from codegen.model.streams import Stream, only_streams, stream_of, without_streams
from codegen.model.types import Scalar, Type, UnionOf
from codegen.naming.methods import Method
from codegen.views.annotations import Imports
from codegen.views.arguments import ArgumentView
from codegen.views.overloads import Given, OverloadView, overload_of
from codegen.views.sending import SendingView, stream_sending
from codegen.views.text.quoting import EMPTY, Code, join, literal, name, splice


class StreamView(Struct, frozen=True, kw_only=True):
    """The stream that a method returns instead of its usual result."""

    constant: Code
    settings: tuple[Code, ...]
    """The keyword arguments of ``StreamOperation``."""
    condition: Code
    """The condition under which the caller asks for the stream."""
    sending: SendingView


class Streamed(Struct, frozen=True):
    """How a method returns a stream."""

    stream: Stream
    plain: Method
    """The method without the stream, or with nothing else where it returns nothing else."""
    alone: Method
    """The method with nothing but the stream."""
    flag: str
    """The argument that asks for it; empty where nothing else is returned."""
    nullable: bool


def streamed(method: Method, api: Api) -> Streamed | None:
    """How a method returns a stream; None if it does not, or its argument cannot ask for it."""
    stream = stream_of(method.operation, api)
    if stream is None:
        return None
    alone = replace(method, operation=only_streams(method.operation))
    if not stream.has_flag:
        return Streamed(stream, alone, alone, "", nullable=False)
    found: list[tuple[str, Type]] = [
        (one.name, one.parameter.type)
        for one in method.parameters
        if (one.parameter.wire_name, one.parameter.location) == ("stream", "query")
    ]
    found += [(one.name, one.field.type) for one in method.fields if one.field.wire_name == "stream"]
    if len(found) != 1:
        return None
    (flag, type_), plain = found[0], replace(method, operation=without_streams(method.operation))
    is_nullable = isinstance(type_, UnionOf) and Scalar.NULL in type_.members
    return Streamed(stream, plain, alone, flag, nullable=is_nullable)


def stream_view(
    found: Streamed, request: Code, item: Code, settings: tuple[Code, ...], imports: Imports
) -> StreamView:
    """Describe the stream of a method."""
    constant = name(f"{found.alone.constant}__STREAM")
    asked = "{} is not False" if found.stream.by_default else "{} is True"
    return StreamView(
        constant=constant,
        settings=settings,
        condition=splice(asked, name(found.flag)),
        sending=stream_sending(constant, request, item, imports),
    )


def either(plain: SendingView, stream: SendingView, imports: Imports) -> SendingView:
    """Describe how a method sends its request if it returns the usual result or a stream."""
    any_ = imports.use("Any")
    awaited = splice("{}[{}, {}, {}]", imports.use("Coroutine"), any_, any_, plain.returns)
    return replace(
        plain,
        returns=splice("{} | {}", stream.returns, plain.returns),
        definition=Code("def"),
        async_returns=splice("{} | {}", stream.async_returns, awaited),
        async_value=plain.value,
    )


def overloads(
    found: Streamed, stream: SendingView, plain: SendingView, given: Given, imports: Imports
) -> tuple[OverloadView, ...]:
    """Describe both ways to call a method: for the stream, and for its usual result.

    There is only one for a body that has no flag.
    """
    usual = overload_of(name(found.plain.name), given, plain, imports)
    if not any(one.name == found.flag for one in given.keywords):
        return (usual,)

    def overload(*, streams: bool) -> OverloadView:
        taken = tuple(
            _asking(one, found, imports, streams=streams) if one.name == found.flag else one
            for one in given.keywords
        )
        sending = stream if streams else plain
        return replace(
            usual,
            keywords=taken,
            returns=sending.returns,
            definition=sending.definition,
            async_returns=sending.async_returns,
        )

    return overload(streams=True), overload(streams=False)


def _asking(argument: ArgumentView, found: Streamed, imports: Imports, *, streams: bool) -> ArgumentView:
    """The argument with its value in an overload. One of the overloads has the default."""
    members = [splice("{}[{}]", imports.use("Literal"), literal(streams))]
    if streams is not found.stream.by_default:
        has_default = False
    else:
        has_default = argument.default != EMPTY
        members += [imports.use("UnsetType")] if has_default else []
        members += [Code("None")] if found.nullable else []
    default = argument.default if has_default else EMPTY
    return replace(argument, annotation=join(" | ", members), default=default)
