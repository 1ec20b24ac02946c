"""Compares the operations of two documents: their existence, parameters, bodies and responses."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.node import Pointer
from codegen.drift.changes.counterparts import (
    ArgumentKey,
    Pair,
    argument_key,
    key_of,
    matched_operations,
    moved_in_path,
    parameter_key,
    renamed_parameters,
    title,
    without_braces,
    without_names,
)
from codegen.drift.changes.differences import Differences, Direction, Part, Where, code
from codegen.drift.changes.likeness import Doubt, Likeness
from codegen.drift.changes.properties import said
from codegen.drift.changes.responses import (
    compare_encodings,
    compare_media,
    compare_responses,
    style_in_words,
)
from codegen.drift.changes.schemas import Schemas
from codegen.model.api import Api, Flow, Scheme
from codegen.model.notes import Absent
from codegen.model.operations import Body, Media, Operation, Parameter, Received, Requirement
from codegen.model.schemas import Object


class Operations(Struct):
    """Compares operations."""

    old: Api
    new: Api
    schemas: Schemas
    into: Differences
    pairs: list[Pair] = field(default_factory=list)
    """The operations that both documents have."""
    arguments: dict[tuple[str, str], dict[ArgumentKey, ArgumentKey]] = field(default_factory=dict)
    """The new keys of renamed parameters by the old ones, by the old operation."""
    likeness: dict[Part, Likeness] = field(default_factory=dict)
    """The evidence for renamed parameters and operations."""
    doubts: list[tuple[str, Doubt]] = field(default_factory=list)
    """Parameters that may have been renamed, with the operation."""

    def compare(self) -> None:
        """Compare all operations, and the requests that the API sends."""
        self._outgoing()
        self._incoming()
        self._schemes()
        was, now = (one.servers[0].url if one.servers else "" for one in (self.old, self.new))
        if was != now:
            place = ("servers", 0)
            self._place("client", "request", place, place).add("server-changed", was=code(was), now=code(now))

    def _outgoing(self) -> None:
        self.pairs = matched_operations(self.old.operations, self.new.operations, self.likeness)
        now = {key_of(one): other for one, other in self.pairs}
        for one in self.old.operations:
            other = now.get(key_of(one))
            if other is None:
                self._where(one, None).add("operation-removed")
                continue
            if without_names(one) != without_names(other):
                self._where(one, other).add("operation-moved", was=title(one), now=title(other))
            self._operation(one, other)
        known = {key_of(other) for _, other in self.pairs}
        for one in self.new.operations:
            if key_of(one) not in known:
                self._where(None, one).add("operation-added")

    def _where(self, old: Operation | None, new: Operation | None, direction: Direction = "") -> Where:
        shown = new or old
        places = (old.origins[0] if old else None, new.origins[0] if new else None)
        return self._place(title(shown) if shown else "", direction, *places)

    def _place(self, subject: str, direction: Direction, old: Pointer | None, new: Pointer | None) -> Where:
        places = (old, new)
        return Where(subject=subject, direction=direction, part=places, places=places, into=self.into)

    def _operation(self, old: Operation, new: Operation) -> None:
        where = self._where(old, new)
        if old.deprecated is not new.deprecated:
            where.add("operation-deprecated" if new.deprecated else "operation-reactivated")
        if old.id != new.id and old.id and new.id:
            where.add("operation-id-changed", was=code(old.id), now=code(new.id))
        self._security(old, new, where)
        was, now = _server(old, self.old), _server(new, self.new)
        if was != now and (old.servers or new.servers):
            self._where(old, new, "request").add("server-changed", was=code(was), now=code(now))
        self._both_ways(old, new, self._where(old, new, "request"), self._where(old, new, "response"))

    def _both_ways(self, old: Operation, new: Operation, sent: Where, received: Where) -> None:
        self._parameters(old, new, sent)
        self._body(old.body, new.body, sent)
        compare_responses(old, new, self._contents, received)

    def _parameters(self, old: Operation, new: Operation, where: Where) -> None:
        was, now = ({parameter_key(one, op): one for one in op.parameters} for op in (old, new))
        if moved := moved_in_path(old, new):
            self.arguments.setdefault(key_of(old), {}).update(moved)
        sides = (self.schemas.old.simplified, self.schemas.new.simplified)
        for location, pairing in renamed_parameters(old, new, *sides).items():
            for name, other_name in pairing.names.items():
                keys = (argument_key(location, name), argument_key(location, other_name))
                self.arguments.setdefault(key_of(old), {})[keys[0]] = keys[1]
                if name in pairing.why:
                    part = (was[keys[0]].origins[0], now[keys[1]].origins[0])
                    self.likeness[part] = pairing.why[name]
            self.doubts += [(title(old), one) for one in pairing.doubts]
        for key, one in was.items():
            other = now.get(moved.get(key, key))
            what = f"{one.location} parameter {code(one.wire_name)} of {where.subject}"
            here = where.at(what, one.origins[0], other.origins[0] if other else None)
            if other is None:
                here.add("parameter-removed")
            else:
                self._parameter(one, other, here)
        old_keys = {moved.get(key, key) for key in was}
        for key, other in now.items():
            if key not in old_keys:
                what = f"{other.location} parameter {code(other.wire_name)} of {where.subject}"
                required = "required" if other.required else "optional"
                where.at(what, None, other.origins[0]).add(f"{required}-parameter-added")

    def _parameter(self, old: Parameter, new: Parameter, where: Where) -> None:
        if old.wire_name != new.wire_name and old.location == "path":
            where.add("parameter-renamed-in-path", now=code(new.wire_name))
        if old.required is not new.required:
            where.add("parameter-required" if new.required else "parameter-optional")
        if old.notes.deprecated is not new.notes.deprecated:
            where.add("property-deprecated" if new.notes.deprecated else "property-reactivated")
        if old.style != new.style:
            where.add("parameter-style-changed", was=style_in_words(old.style), now=style_in_words(new.style))
        was, now = old.notes.default, new.notes.default
        if was != now:
            # A new default only documents the server. Programs may have relied on a removed one.
            rule = "default-changed" if isinstance(was, Absent) else "parameter-default-changed"
            shown = (said({"default": None if isinstance(v, Absent) else v}, "default") for v in (was, now))
            where.add(rule, was=next(shown), now=next(shown))
        is_text = "/" not in new.style.name
        self._contents(old.origins[0], new.origins[0], replace(where, is_text=is_text))

    def _contents(self, old: Pointer, new: Pointer, where: Where) -> None:
        """Compare the schemas of parameters, headers or media types at two places."""
        was, now = (
            side.simplified.schema_of(owner)
            for side, owner in ((self.schemas.old, old), (self.schemas.new, new))
        )
        self.schemas.compare(was, now, where)

    def _body(self, old: Body | None, new: Body | None, where: Where) -> None:
        places = (old.origins[0] if old else None, new.origins[0] if new else None)
        where = where.at(f"body of {where.subject}", *places)
        if old is None and new is not None:
            where.add(f"{'required' if new.required else 'optional'}-body-added")
        elif new is None and old is not None:
            where.add("body-removed")
        elif old is not None and new is not None:
            if old.required is not new.required:
                where.add("body-required" if new.required else "body-optional")
            for one, other in compare_media(old.media, new.media, where):
                here = where.at(where.subject, one.origins[0], other.origins[0])
                compare_encodings(one, other, self._renamed_parts(one, other), here)
                self._contents(one.origins[0], other.origins[0], here)

    def _renamed_parts(self, old: Media, new: Media) -> Mapping[str, str]:
        """The new names of renamed properties of a body, by the old ones."""
        was, now = (
            side.simplified.resolved(side.simplified.schema_of(one.origins[0]))
            for side, one in ((self.schemas.old, old), (self.schemas.new, new))
        )
        return (
            self.schemas.renames(was, now).names
            if isinstance(was, Object) and isinstance(now, Object)
            else {}
        )

    def _security(self, old: Operation, new: Operation, where: Where) -> None:
        was, now = (_alternatives(one.security) for one in (old, new))
        if was == now:
            return
        satisfied = all(any(other <= one for other in now) for one in was)
        rule = "security-widened" if satisfied else "security-narrowed"
        where.add(rule, was=_or(old.security), now=_or(new.security))

    def _schemes(self) -> None:
        now = {one.name: one for one in self.new.schemes}
        for one in self.old.schemes:
            other = now.get(one.name)
            if other is None:
                continue
            where = self._place(f"credential {code(one.name)}", "", one.origins[0], other.origins[0])
            if _sending(one) != _sending(other):
                where.add("scheme-changed", was=_sending(one), now=_sending(other))
            self._flows(one, other, where)

    @staticmethod
    def _flows(old: Scheme, new: Scheme, where: Where) -> None:
        others = {one.name: one for one in new.flows}
        for one in old.flows:
            other = others.get(one.name)
            was, now = _flow(one), "nothing" if other is None else _flow(other)
            if was != now:
                where.add("flow-changed", was=was, now=now)

    def _incoming(self) -> None:
        was, now = ({_received_key(one): one for one in api.received} for api in (self.old, self.new))
        for key, one in was.items():
            other = now.get(key)
            places = (one.operation.origins[0], other.operation.origins[0] if other else None)
            where = self._place(_about(one), "response", *places)
            if other is None:
                where.add("webhook-removed")
            else:
                sent = self._place(_about(one), "request", *places)
                self._both_ways(one.operation, other.operation, where, sent)
        for key, other in now.items():
            if key not in was:
                place = other.operation.origins[0]
                self._place(_about(other), "response", None, place).add("webhook-added")


def _about(received: Received) -> str:
    return f"{'callback' if received.key.sender else 'webhook'} {code(received.name)}"


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
    shown = [" and ".join(_requirement(one) for one in together) or "nothing" for together in security]
    return " or ".join(shown) or "nothing"


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
        f"{sender.method} {without_braces(str(sender.path))}" if sender else "",
    )
