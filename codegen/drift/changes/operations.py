"""Compares the operations of two documents: which there are, their parameters, bodies and responses."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from codegen.document.node import Pointer
from codegen.drift.changes.differences import Differences, Direction
from codegen.drift.changes.media import compare_encodings, compare_media, style_in_words
from codegen.drift.changes.properties import said
from codegen.drift.changes.responses import compare_responses
from codegen.drift.changes.schemas import Schemas
from codegen.drift.changes.where import Where, code
from codegen.model.api import Api, Flow, Scheme
from codegen.model.former import declared_names
from codegen.model.notes import Absent
from codegen.model.operations import Body, Operation, Parameter, Received, Requirement

Pair: TypeAlias = tuple[Operation, Operation]


@dataclass(slots=True)
class Operations:
    """Compares operations."""

    old: Api
    new: Api
    schemas: Schemas
    into: Differences
    pairs: list[Pair] = field(default_factory=list)
    """The operations that both documents have."""

    def compare(self) -> None:
        """Compare all operations, and the requests that the API sends."""
        self._outgoing()
        self._incoming()
        self._schemes()
        was, now = (one.servers[0].url if one.servers else "" for one in (self.old, self.new))
        if was != now:
            place = ("servers", 0)
            where = Where(subject="client", direction="request", part=(place, place), into=self.into)
            where.add("server-changed", place, place, was=code(was), now=code(now))

    def _outgoing(self) -> None:
        self.pairs = matched(self.old.operations, self.new.operations)
        now = {key_of(one): other for one, other in self.pairs}
        for one in self.old.operations:
            other = now.get(key_of(one))
            if other is None:
                self._where(one, None).add("operation-removed", one.origins[0], None)
                continue
            if _without_names(one) != _without_names(other):
                self._where(one, other).add(
                    "operation-moved", one.origins[0], other.origins[0], was=title(one), now=title(other)
                )
            self._operation(one, other)
        known = {key_of(other) for _, other in self.pairs}
        for one in self.new.operations:
            if key_of(one) not in known:
                self._where(None, one).add("operation-added", None, one.origins[0])

    def _where(self, old: Operation | None, new: Operation | None, direction: Direction = "") -> Where:
        shown = new or old
        part = (old.origins[0] if old else None, new.origins[0] if new else None)
        return Where(subject=title(shown) if shown else "", direction=direction, part=part, into=self.into)

    def _operation(self, old: Operation, new: Operation) -> None:
        places = (old.origins[0], new.origins[0])
        where = self._where(old, new)
        if old.deprecated is not new.deprecated:
            where.add("operation-deprecated" if new.deprecated else "operation-reactivated", *places)
        if old.id != new.id and old.id and new.id:
            where.add("operation-id-changed", *places, was=code(old.id), now=code(new.id))
        self._security(old, new, where)
        was, now = _server(old, self.old), _server(new, self.new)
        if was != now and (old.servers or new.servers):
            self._where(old, new, "request").add("server-changed", *places, was=code(was), now=code(now))
        self._both_ways(old, new, self._where(old, new, "request"), self._where(old, new, "response"))

    def _both_ways(self, old: Operation, new: Operation, sent: Where, received: Where) -> None:
        self._parameters(old, new, sent)
        self._body(old.body, new.body, (old.origins[0], new.origins[0]), sent)
        compare_responses(old, new, self._contents, received)

    def _parameters(self, old: Operation, new: Operation, where: Where) -> None:
        was, now = ({parameter_key(one, op): one for one in op.parameters} for op in (old, new))
        for key, one in was.items():
            other = now.get(key)
            what = f"{one.location} parameter {code(one.wire_name)} of {where.subject}"
            here = where.at(what, (one.origins[0], other.origins[0] if other else None))
            if other is None:
                here.add("parameter-removed", one.origins[0], new.origins[0])
            else:
                self._parameter(one, other, here)
        for key, other in now.items():
            if key not in was:
                what = f"{other.location} parameter {code(other.wire_name)} of {where.subject}"
                here = where.at(what, (None, other.origins[0]))
                required = "required" if other.required else "optional"
                here.add(f"{required}-parameter-added", old.origins[0], other.origins[0])

    def _parameter(self, old: Parameter, new: Parameter, where: Where) -> None:
        places = (old.origins[0], new.origins[0])
        if old.wire_name != new.wire_name and old.location == "path":
            where.add("parameter-renamed-in-path", *places, was=code(old.wire_name))
        if old.required is not new.required:
            where.add("parameter-required" if new.required else "parameter-optional", *places)
        if old.notes.deprecated is not new.notes.deprecated:
            where.add("property-deprecated" if new.notes.deprecated else "property-reactivated", *places)
        if old.style != new.style:
            where.add(
                "parameter-style-changed",
                *places,
                was=style_in_words(old.style),
                now=style_in_words(new.style),
            )
        was, now = old.notes.default, new.notes.default
        if was != now:
            both = not isinstance(was, Absent) and not isinstance(now, Absent)
            rule = "parameter-default-changed" if both else "default-changed"
            told = (said({"default": None if isinstance(v, Absent) else v}, "default") for v in (was, now))
            where.add(rule, *places, was=next(told), now=next(told))
        is_text = "/" not in new.style.name
        self._contents(places[0], places[1], replace(where, is_text=is_text))

    def _contents(self, old: Pointer, new: Pointer, where: Where) -> None:
        """Compare the schemas of parameters, headers or media types at two places."""
        was, now = (
            side.simplified.schema_of(owner)
            for side, owner in ((self.schemas.old, old), (self.schemas.new, new))
        )
        self.schemas.compare(was, now, where)

    def _body(
        self, old: Body | None, new: Body | None, owners: tuple[Pointer, Pointer], where: Where
    ) -> None:
        where = where.at(
            f"body of {where.subject}", (old.origins[0] if old else None, new.origins[0] if new else None)
        )
        if old is None and new is not None:
            where.add(f"{'required' if new.required else 'optional'}-body-added", owners[0], new.origins[0])
        elif new is None and old is not None:
            where.add("body-removed", old.origins[0], owners[1])
        elif old is not None and new is not None:
            places = (old.origins[0], new.origins[0])
            if old.required is not new.required:
                where.add("body-required" if new.required else "body-optional", *places)
            for one, other in compare_media(old.media, new.media, places, where):
                here = where.at(where.subject, (one.origins[0], other.origins[0]))
                compare_encodings(one, other, here)
                self._contents(one.origins[0], other.origins[0], here)

    def _security(self, old: Operation, new: Operation, where: Where) -> None:
        was, now = (_alternatives(one.security) for one in (old, new))
        if was == now:
            return
        places = (old.origins[0], new.origins[0])
        satisfied = all(any(other <= one for other in now) for one in was)
        rule = "security-widened" if satisfied else "security-narrowed"
        where.add(rule, *places, was=_or(old.security), now=_or(new.security))

    def _schemes(self) -> None:
        now = {one.name: one for one in self.new.schemes}
        for one in self.old.schemes:
            other = now.get(one.name)
            if other is None:
                continue
            places = (one.origins[0], other.origins[0])
            where = Where(subject=f"credential {code(one.name)}", direction="", part=places, into=self.into)
            if _sending(one) != _sending(other):
                where.add("scheme-changed", *places, was=_sending(one), now=_sending(other))
            self._flows(one, other, where)

    @staticmethod
    def _flows(old: Scheme, new: Scheme, where: Where) -> None:
        others = {one.name: one for one in new.flows}
        for one in old.flows:
            other = others.get(one.name)
            was, now = _flow(one), "nothing" if other is None else _flow(other)
            if was != now:
                where.add("flow-changed", old.origins[0], new.origins[0], was=was, now=now)

    def _incoming(self) -> None:
        was, now = ({_received_key(one): one for one in api.received} for api in (self.old, self.new))
        for key, one in was.items():
            other = now.get(key)
            part = (one.operation.origins[0], other.operation.origins[0] if other else None)
            what = _about(one)
            where = Where(subject=what, direction="response", part=part, into=self.into)
            if other is None:
                where.add("webhook-removed", part[0], None)
                continue
            sent = Where(subject=what, direction="request", part=part, into=self.into)
            self._both_ways(one.operation, other.operation, where, sent)
        for key, other in now.items():
            if key not in was:
                place = other.operation.origins[0]
                where = Where(subject=_about(other), direction="response", part=(None, place), into=self.into)
                where.add("webhook-added", None, place)


def _about(received: Received) -> str:
    return f"{'callback' if received.key.sender else 'webhook'} {code(received.name)}"


def title(operation: Operation) -> str:
    """An operation as a user knows it."""
    return code(f"{operation.method} {operation.path}")


def key_of(operation: Operation) -> tuple[str, str]:
    """What identifies an operation within a document."""
    return operation.method, operation.path


def matched(old: Sequence[Operation], new: Sequence[Operation]) -> list[Pair]:
    """The operations of both documents that are the same.

    They have the same method and path; or one whose parameters have other names; or the same ``operationId``,
    be it a former one.
    """
    pairs: list[Pair] = []
    before, after = list(old), list(new)
    for identity in (key_of, _without_names, lambda one: one.id):
        was, now = _unique(before, identity), _unique(after, identity)
        found = [(one, now[key]) for key, one in was.items() if key in now]
        pairs += found
        done = {id(one) for pair in found for one in pair}
        before, after = ([one for one in several if id(one) not in done] for several in (before, after))
    declared = {former.name: one for one in after for former in declared_names(one.extensions)}
    return [*pairs, *((one, declared[one.id]) for one in before if one.id in declared)]


def _unique(
    operations: Iterable[Operation], identity: Callable[[Operation], object]
) -> dict[object, Operation]:
    """The operations by what identifies them, if it does."""
    found: dict[object, list[Operation]] = {}
    for one in operations:
        found.setdefault(identity(one), []).append(one)
    return {key: several[0] for key, several in found.items() if key is not None and len(several) == 1}


def _without_names(operation: Operation) -> tuple[str, str]:
    """The method and the path, without the names in braces."""
    return operation.method, _BRACES.sub("{}", operation.path)


_BRACES = re.compile(r"\{[^}]*\}")


def parameter_key(parameter: Parameter, operation: Operation) -> tuple[str, str | int]:
    """What identifies a parameter: its place in the path, or its name."""
    if parameter.location == "path":
        names = re.findall(r"\{([^}]*)\}", operation.path)
        if parameter.wire_name in names:
            return "path", names.index(parameter.wire_name)
    name = parameter.wire_name
    return parameter.location, name.lower() if parameter.location == "header" else name


def _server(operation: Operation, api: Api) -> str:
    servers = operation.servers or api.servers
    return servers[0].url if servers else ""


def _alternatives(security: Iterable[tuple[Requirement, ...]]) -> frozenset[frozenset[tuple[str, str]]]:
    found = {
        frozenset((one.scheme, scope) for one in together for scope in (*one.scopes, ""))
        for together in security
    }
    return frozenset(found or {frozenset()})


def _or(security: Sequence[tuple[Requirement, ...]]) -> str:
    told = [" and ".join(_requirement(one) for one in together) or "nothing" for together in security]
    return " or ".join(told) or "nothing"


def _requirement(one: Requirement) -> str:
    scopes = f" with {', '.join(map(code, one.scopes))}" if one.scopes else ""
    return f"{code(one.scheme)}{scopes}"


def _flow(flow: Flow) -> str:
    urls = [flow.authorization_url, flow.token_url, flow.refresh_url]
    scopes = f" with the scopes {', '.join(map(code, flow.scopes))}" if flow.scopes else ""
    return f"{code(flow.name)} at {', '.join(code(one) for one in urls if one)}{scopes}"


def _sending(scheme: Scheme) -> str:
    where = f" in the {scheme.location} as {code(scheme.parameter)}" if scheme.type == "apiKey" else ""
    return f"{code(f'{scheme.type} {scheme.http_scheme}'.strip())}{where}"


def _received_key(one: Received) -> tuple[str, ...]:
    sender = one.key.sender
    return (
        one.key.name,
        one.key.expression,
        one.operation.method,
        f"{sender.method} {_BRACES.sub('{}', str(sender.path))}" if sender else "",
    )
