"""Calls every operation of a client: with all arguments, with the required ones, and with an error."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from operator import attrgetter
from typing import Any, get_args, get_overloads

from corpus import bodies
from corpus.arguments import Arguments, Unfit, types_of
from corpus.comparison import difference, same, short
from corpus.original import Operation, Original, Part, mapping
from corpus.outcome import Failure
from corpus.package import Package, body_of, credentials
from corpus.schemas import Json
from corpus.serve import (
    ORIGIN,
    ROOT,
    Answer,
    AsyncTransport,
    Body,
    Exchange,
    Server,
    Transport,
)
from corpus.signatures import Signature
from corpus.synthesise import Impossible
from corpus.values import Values, schema_of

_ASYNC_EVERY = 8
"""One of this many operations is also called with the async client."""
_MOST_BRANCHES = 4
"""The maximum number of alternatives of a response to send."""


@dataclass(slots=True)
class Called:
    """The results of calling the operations of a document."""

    operations: int = 0
    callable: int = 0
    calls: int = 0
    failures: list[Failure] = field(default_factory=list)
    unmade: list[Failure] = field(default_factory=list)
    """The values that could not be made, for arguments or responses."""


def call(
    original: Original, package: Package, client: str, signatures: Mapping[tuple[str, str], Signature]
) -> Called:
    """Call every operation of the document."""
    operations = list(original.operations())
    called = Called(operations=len(operations))
    values = Values(original, operations)
    secrets = credentials(package.client(client))
    server = Server(original, secrets)
    options = {"base_url": ORIGIN + ROOT, "max_retries": 0, "decoding": "strict", **secrets}
    sync = package.client(client)(**options, transport=Transport(server))
    awaited = package.client(f"Async{client}")(**options, transport=AsyncTransport(server))
    caller = _Caller(package, values, server, called)
    with sync, asyncio.Runner() as runner:
        for number, operation in enumerate(operations):
            signature = signatures.get((operation.path, operation.method))
            before = len(called.failures)
            if signature is None:
                called.failures.append(Failure(operation.name, "the client does not have the operation"))
                continue
            try:
                caller.call(operation, signature, sync, None)
                if number % _ASYNC_EVERY == 0:
                    caller.call(operation, signature, awaited, runner)
            except Exception as error:  # noqa: BLE001 - any error counts against this operation
                called.failures.append(Failure(operation.name, f"{type(error).__name__}: {error}"[:500]))
            called.callable += before == len(called.failures)
        runner.run(awaited.close())
    return called


_ANY_ANSWER = Answer(503)
"""The response if no success is documented or none can be made. The request is still checked."""


@dataclass(slots=True)
class _Caller:
    package: Package
    values: Values
    server: Server
    called: Called

    def call(
        self, operation: Operation, signature: Signature, client: Any, runner: asyncio.Runner | None
    ) -> None:
        resource = attrgetter(signature.resource)(client)
        method = getattr(resource, signature.method)
        arguments = Arguments(self.package, plain=runner is not None)
        successes = list(self._answers(operation, success=True)) or [_ANY_ANSWER]
        refusals = list(self._answers(operation, success=False))
        asks = list(self._asks(operation, signature, method))
        if not asks:
            return
        answers = [*successes, *refusals[:1]]
        turns = max(len(asks), len(answers))
        plan = [(asks[min(turn, len(asks) - 1)], answers[turn % len(answers)]) for turn in range(turns)]
        results = {self._types(one).get("return") for one in get_overloads(method.__func__)}
        has_flag = len(results) > 1
        for usual, answer in plan:
            ask = usual
            if has_flag:
                ask = _asking(*(asks[0] if answer.is_sequence else usual), streams=answer.is_sequence)
            exchange = Exchange(operation, *ask, answer)
            try:
                given = _given(exchange, signature, self._asked(method, signature, ask[1]), arguments)
            except Unfit as error:
                self._fail(operation, f"invalid argument: {error}")
                continue
            self._one(exchange, method, given, runner)

    def _types(self, method: Any) -> dict[str, Any]:
        return types_of(method, self.package.runtime, self.package.lazy)

    def _asked(self, method: Any, signature: Signature, body: Body | None) -> dict[str, Any]:
        """The types of the arguments, with those of the body for its media type."""
        types = self._types(method)
        own = {} if body is None else signature.fields_of(body.media_type) or {"": "body"}
        if body is not None and len(signature.media_types) > 1:
            form = self._types(self._form(method, bodies.concrete(body.media_type, body.value)))
            types |= {name: form[name] for name in own.values() if name in form and name != "stream"}
        return types

    def _form(self, method: Any, media_type: str | None) -> Any:
        """The overload for a body of a media type; the method if it has none."""
        for one in get_overloads(method.__func__):
            content_type = self._types(one).get("content_type")
            if content_type is str or media_type in get_args(content_type):
                return one
        return method

    def _one(
        self, exchange: Exchange, method: Any, given: Mapping[str, Any], runner: asyncio.Runner | None
    ) -> None:
        self.server.expect(exchange)
        self.called.calls += 1
        operation, answer = exchange.operation, exchange.answer
        try:
            called = method(**given)
            result = body_of(called if runner is None else runner.run(_awaited(called)))
        except self.package.status_error as error:
            if error.status_code != answer.status or 200 <= answer.status < 300:
                self._fail(operation, f"raised {error!r:.200} for {answer.status}")
            elif (
                operation.method != "HEAD"
                and answer.documented
                and (wrong := self._wrong(error.body, answer))
            ):
                self._fail(operation, f"the error's body: {wrong}")
        except Exception as error:  # noqa: BLE001 - any error counts against this call
            self._fail(operation, f"{answer.status} raised {type(error).__name__}: {error}"[:500])
        else:
            if not 200 <= answer.status < 300:
                self._fail(operation, f"{answer.status} was returned as {result!r:.200}")
            elif operation.method != "HEAD" and (wrong := self._wrong(result, answer)):
                self._fail(operation, f"{answer.status} returned {type(result).__name__}: {wrong}")
        if not self.server.received:
            self._fail(operation, "nothing was sent")
        for complaint in self.server.complaints:
            self._fail(operation, complaint)

    def _wrong(self, result: Any, answer: Answer) -> str:
        """Describe how a result differs from the response; empty if it does not."""
        if answer.documented is None or answer.status in {204, 205}:
            return "" if result is None else f"the result is {short(result)}, but the response had no content"
        if isinstance(result, bytes | str) and not bodies.is_json(answer.documented):
            content = result.encode() if isinstance(result, str) else result
            if content == answer.content:
                return ""
            return f"the result is {short(result)}, the response {short(answer.content)}"
        again = self.package.plain(result)
        return "" if same(again, answer.value) else difference(again, answer.value)

    def _fail(self, operation: Operation, message: str) -> None:
        self.called.failures.append(Failure(operation.name, message, self.server.sent))

    def _unmade(self, operation: Operation, what: str, error: Exception) -> None:
        self.called.unmade.append(Failure(operation.name, f"no value for {what}: {error}"))

    def _asks(
        self, operation: Operation, signature: Signature, method: Any
    ) -> Iterator[tuple[list[tuple[Part, Json]], Body | None]]:
        """The arguments of each call: all, the required ones, and all for each further media type.

        An optional body is included in the second call if the method requires one of its properties.
        """
        content = {  # some documents use an asterisk for any media type
            "*/*" if key == "*" else key: media
            for key, media in mapping(operation.body or {}, "content").items()
        }
        media_types: list[str | None] = [one for one in signature.media_types if one in content]
        media_types = media_types or [None]
        for turn, media_type in enumerate([media_types[0], media_types[0], *media_types[1:]]):
            full, fields = turn != 1, signature.fields_of(media_type)
            form = self._form(method, media_type) if len(signature.media_types) > 1 else method
            is_asked = not _needed(form).isdisjoint((fields or {}).values())
            parameters = self._parameters(operation, full=full)
            if parameters is None:
                return
            body = None
            needed = operation.body is not None and (operation.body.get("required") is True or is_asked)
            if media_type is not None and (full or needed):
                body = self._body(operation, content[media_type], media_type, full=full)
                if body is None and needed:
                    self._fail(operation, "not called: no value for the body, which is required")
                    continue
            if body is not None and body.value == {} and fields is not None and not needed:
                body = None  # no schema is given, so it is omitted
            yield parameters, body

    def _parameters(self, operation: Operation, *, full: bool) -> list[tuple[Part, Json]] | None:
        found: list[tuple[Part, Json]] = []
        for nth, parameter in enumerate(operation.parameters):
            needed = parameter.get("required") is True
            if not (full or needed):
                continue
            name = f"parameter {parameter['name']!r}"
            try:
                value = self.values.of_parameter(parameter, full=full, nth=nth)
            except Impossible as error:
                self._unmade(operation, name, error)
                if needed:
                    self._fail(operation, f"not called: no value for {name}, which is required")
                    return None
                continue
            if value is not None or needed:  # null cannot be written here, and the method may require a value
                found.append((parameter, value))
        return found

    def _body(self, operation: Operation, media: Part, media_type: str, *, full: bool) -> Body | None:
        try:
            value = self.values.sent.value(schema_of(media, media_type), full=full)
        except Impossible as error:
            self._unmade(operation, "the body", error)
            return None
        if bodies.has_items(media_type, media) and not media_type.startswith("text/"):
            return Body(media_type, media, value)
        is_plain_value = bodies.bare(media_type) == "text/plain" and isinstance(value, int | float)
        if not is_plain_value and not bodies.is_structured(bodies.concrete(media_type, value)):
            value = bodies.as_bytes(value).decode()
        return Body(media_type, media, value)

    def _answers(self, operation: Operation, *, success: bool) -> Iterator[Answer]:
        for status, response in _statuses(operation, success=success):
            content = mapping(response, "content")
            if not content:
                yield Answer(status)
            for media_type, media in content.items():
                schema = schema_of(media, media_type)
                for branch in range(min(self.values.received.branches(schema), _MOST_BRANCHES) or 1):
                    try:
                        value = self.values.received.value(schema, full=True, branch=branch)
                    except Impossible as error:
                        self._unmade(operation, f"the answer {status} {media_type}", error)
                        continue
                    is_sequence = bodies.has_items(media_type, media)
                    if not is_sequence and bodies.is_event_stream(media_type):  # before OpenAPI 3.2
                        is_sequence, value = True, value if isinstance(value, list) else [value]
                    value = bodies.without_lines(value) if is_sequence else value
                    yield Answer(status, media_type, value, is_sequence)


def _needed(method: Any) -> set[str]:
    """The arguments that have no default."""
    parameters = inspect.signature(method).parameters
    return {name for name, one in parameters.items() if one.default is one.empty}


async def _awaited(called: Any) -> Any:
    """What an async method returns: a coroutine, the pages that can be awaited for the first, or a stream."""
    result = await called
    return [item async for item in result] if hasattr(result, "__anext__") else result


def _asking(
    parameters: list[tuple[Part, Json]], body: Body | None, *, streams: bool
) -> tuple[list[tuple[Part, Json]], Body | None]:
    """The arguments with the one that asks for a stream, or for none."""
    if any(parameter["name"] == "stream" for parameter, _ in parameters):
        changed = [(one, streams if one["name"] == "stream" else value) for one, value in parameters]
        return changed, body
    if body is not None and isinstance(body.value, dict):
        body = replace(body, value={**body.value, "stream": streams})
    return parameters, body


def _given(
    exchange: Exchange, signature: Signature, asked: Mapping[str, Any], arguments: Arguments
) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for parameter, value in exchange.parameters:
        argument = signature.parameters.get((parameter["in"], parameter["name"]))
        if argument is None:
            raise Unfit(f"no argument for the {parameter['in']} parameter {parameter['name']!r}")
        given[argument] = _argument(arguments, asked, argument, value)
    body = exchange.body
    if body is None:
        return given
    theirs = {*signature.parameters.values(), *(signature.fields_of(body.media_type) or {}).values()}
    if "content_type" in asked and "content_type" not in theirs:
        given["content_type"] = bodies.concrete(body.media_type, body.value)
    fields = signature.fields_of(body.media_type)
    if fields is None or not isinstance(body.value, dict):
        given["body"] = _argument(arguments, asked, "body", body.value)
        return given
    for name, value in body.value.items():
        if name not in fields:
            raise Unfit(f"no argument for the property {name!r} of the body")
        given[fields[name]] = _argument(arguments, asked, fields[name], value)
    return given


def _argument(arguments: Arguments, asked: Mapping[str, Any], name: str, value: Json) -> Any:
    if name not in asked:
        raise Unfit(f"the method has no argument {name!r}")
    try:
        return arguments.given(asked[name], value)
    except Unfit as error:
        raise Unfit(f"{name}: {error}") from error


def _statuses(operation: Operation, *, success: bool) -> Iterator[tuple[int, Part]]:
    """The documented success or error statuses. A class stands for a status without its own entry."""
    has_success = any(status.startswith("2") for status in operation.responses)
    for key, response in operation.responses.items():
        status, stand_ins = key, tuple(key[0] + rest for rest in ("00", "02", "18", "99"))
        is_success = key.startswith("2")
        if key == "default":
            is_success = not has_success
            stand_ins = ("200",) if is_success else ("500", "418", "599")
        if not status.isdigit():
            free = [one for one in stand_ins if one not in operation.responses]
            status = free[0] if free else ""
        if is_success == success and status[:1] in {"2", "4", "5"}:
            yield int(status), response
