"""What became of each part of the document: in the model, waived by the author, or lost, which is refused.

The ledger reads the document as it was loaded, and knows nothing of the passes that simplified it: what it
finds must be among the `origins` of the model's parts, for each operation and for each model anew. So it
tells a parameter that one of many operations lost, and a property that one of several models lost.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import unquote

from codegen.document import Json, Node, Pointer
from codegen.model import (
    Api,
    Body,
    Enumeration,
    Header,
    ListOf,
    MapOf,
    Media,
    Model,
    Named,
    Operation,
    Parameter,
    Response,
    Type,
    Union,
    UnionOf,
)
from codegen.problems import Problem, Refused
from codegen.standard import METHODS, version_of, walk

IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
"""Header parameters of these names mean nothing (OpenAPI 3.1.1, 4.8.12.1)."""

_COUNTED = {
    "operation": "operation",
    "parameter": "parameter",
    "requestBody": "request body",
    "response": "response",
    "header": "header",
    "link": "link",
    "callback": "callback",
    "mediaType": "media type",
    "schema": "schema",
}
"""The kinds of objects that must be accounted for, and what they are called."""

_CONSTRAINING = frozenset(
    {"not", "if", "contains", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"}
)
"""Keywords whose schemas say what is valid, not what there is: the model has them as constraints."""

_OF_ONE_TYPE: Mapping[str, tuple[str, ...]] = {
    "object": ("properties", "patternProperties", "additionalProperties", "dependentSchemas"),
    "array": ("items", "prefixItems"),
}
"""Keywords with schemas that say something about values of one type alone."""

_LISTING_NOTHING = frozenset(
    {"properties", "patternProperties", "additionalProperties", "items", "prefixItems", "anyOf", "oneOf"}
)
"""Keywords with schemas that can only exclude some values of an ``enum``."""

_SHARED = ("parameters", "headers", "requestBodies", "responses", "pathItems", "links", "callbacks")


@dataclass(frozen=True, slots=True)
class Waiver:
    """Something the author told the generator to leave out, and why."""

    reason: str
    where: Pointer


@dataclass(frozen=True, slots=True)
class Ledger:
    """The document's parts, accounted for."""

    counts: Mapping[str, int]
    """How many there are of each kind: ``{"operation": 12, "parameter": 40, ...}``."""
    waivers: tuple[Waiver, ...]
    unused: tuple[Pointer, ...]
    """Shared parameters, responses and so on that no operation uses: a client has nothing to do with them."""


def reconcile(root: Node, api: Api) -> Ledger:
    """Account for each part of the document: `root` is as loaded, `api` the model made of it.

    Raises:
        Refused: With one problem (rule ``lost``) for each part that is neither in the model nor waived.
    """
    return _Accounting(root, api).ledger()


class _Accounting:
    def __init__(self, root: Node, api: Api) -> None:
        self._root = root
        self._operations = {(one.path, one.method): one for one in api.operations}
        self._received = {
            (one.sender, one.name, one.expression, one.operation.method): one.operation
            for one in api.received
        }
        self._models: dict[Pointer, list[Model]] = defaultdict(list)
        self._enums: dict[Pointer, list[Enumeration]] = defaultdict(list)
        for model in api.models.values():
            for place in model.origins:
                self._models[place].append(model)
        for enum in api.enums.values():
            for place in enum.origins:
                self._enums[place].append(enum)
        self._unions: dict[Pointer, list[Union]] = defaultdict(list)
        self._classes: dict[Pointer, set[str]] = defaultdict(set)
        for union in api.unions.values():
            for place in union.origins:
                self._unions[place].append(union)
        classes: list[Model | Enumeration | Union] = [*api.models.values(), *api.enums.values()]
        for one in (*classes, *api.unions.values()):
            for place in one.origins:
                self._classes[place].add(one.name)
        self._in_schemas = {
            *self._classes,
            *(place for model in api.models.values() for place in model.extra_origins),
            *(place for alias in api.aliases.values() for place in alias.origins),
            *(place for model in api.models.values() for one in model.fields for place in one.origins),
        }
        self._widened = api.widened
        self._counts: Counter[str] = Counter()
        self._waivers: dict[Pointer, Waiver] = {}
        self._lost: dict[Pointer, Problem] = {}
        self._seen: set[Pointer] = set()
        self._ignored: set[Pointer] = set()

    def ledger(self) -> Ledger:
        for path, item in self._root.entries("paths"):
            if path.startswith("/"):
                known = {method: self._operations.get((path, method.upper())) for method in METHODS}
                self._path_item(self._resolved(item)[-1], known)
        for name, item in self._root.entries("webhooks"):
            if not name.startswith("x-") and not self._is_waived(item):
                self._receive(item, None, name, "")
        for _, schema in self._root.mapping("components").entries("schemas"):
            self._schema(schema, frozenset())
        unused = tuple(self._unused())
        self._look_for_others(unused)
        if self._lost:
            raise Refused([*self._lost.values()])
        return Ledger(dict(self._counts), tuple(self._waivers.values()), unused)

    def _look_for_others(self, unused: Iterable[Pointer]) -> None:
        """Whatever the standard knows in the document was looked at above, or need not be."""
        excused = {*self._waivers, *unused, *self._ignored}
        for kind, node in walk(self._root, version_of(self._root)):
            place = node.pointer
            if kind not in _COUNTED or place in self._seen:
                continue
            if not any(place[:length] in excused for length in range(1, len(place) + 1)):
                self._is_there(_COUNTED[kind], place, there=False)

    def _receive(self, item: Node, sender: tuple[str, str] | None, name: str, expression: str) -> None:
        """A path item of a webhook or of a callback."""
        known = {method: self._received.get((sender, name, expression, method.upper())) for method in METHODS}
        self._path_item(self._resolved(item)[-1], known)

    def _path_item(self, item: Node, known: Mapping[str, Operation | None]) -> None:
        for method in METHODS:
            declared = item.get(method)
            if isinstance(declared, Node) and not self._is_waived(declared):
                operation = known[method]
                if self._is_there("operation", declared.pointer, there=operation is not None) and operation:
                    self._operation(declared, item, operation)

    def _operation(self, declared: Node, item: Node, operation: Operation) -> None:
        self._parameters(declared, item, operation)
        if "requestBody" in declared:
            self._body(declared.mapping("requestBody"), operation.body)
        responses = {response.status: response for response in operation.responses}
        for status, response in declared.entries("responses"):
            if not status.startswith("x-"):
                self._response(response, responses.get(status))
        for name, reference in declared.entries("callbacks"):
            if not name.startswith("x-"):
                self._callback(reference, (operation.path, operation.method), name)

    def _callback(self, reference: Node, sender: tuple[str, str], name: str) -> None:
        *_, declared = self._resolved(reference)
        if self._is_waived(declared):
            return
        items = [(key, item) for key, item in declared.items() if isinstance(item, Node) and key[:2] != "x-"]
        there = any(one[:2] == (sender, name) for one in self._received)
        self._is_there("callback", reference.pointer, there=there or not items)
        for expression, item in items:
            if not self._is_waived(item):
                self._receive(item, sender, name, expression)

    def _parameters(self, declared: Node, item: Node, operation: Operation) -> None:
        """The operation's own, and those of its path that it does not override (OpenAPI 3.1.1, 4.8.9)."""
        known = {_identity(str(one.location), one.wire_name): one for one in operation.parameters}
        own: set[tuple[str, str]] = set()
        for owner in (declared, item):
            for reference in owner.mappings("parameters"):
                parameter = self._resolved(reference)[-1]
                identity = _identity(parameter.text("in"), parameter.text("name"))
                if _is_ignored(parameter) or self._is_waived(parameter) or identity in own:
                    self._ignored |= {reference.pointer, parameter.pointer}
                    continue
                if owner is declared:
                    own.add(identity)
                self._value("parameter", reference, known.get(identity))

    def _body(self, reference: Node, body: Body | None) -> None:
        *_, declared = chain = self._resolved(reference)
        origins = body.origins if body else ()
        if self._is_there("request body", reference.pointer, there=_stands_for(origins, chain)) and body:
            self._content(declared, body.media)

    def _response(self, reference: Node, response: Response | None) -> None:
        *_, declared = chain = self._resolved(reference)
        origins = response.origins if response else ()
        if self._is_there("response", reference.pointer, there=_stands_for(origins, chain)) and response:
            self._content(declared, response.media)
            links = {link.name: link for link in response.links}
            for name, link in declared.entries("links"):
                if not self._is_waived(link):
                    origins = links[name].origins if name in links else ()
                    self._is_there("link", link.pointer, there=_stands_for(origins, self._resolved(link)))
            headers = {header.wire_name: header for header in response.headers}
            for name, header in declared.entries("headers"):
                if name.lower() == "content-type":
                    self._ignored.add(header.pointer)
                else:
                    self._value("header", header, headers.get(name))

    def _content(self, declared: Node, known: Iterable[Media]) -> None:
        media = {one.media_type: one for one in known}
        for media_type, declared_media in declared.entries("content"):
            one = media.get(media_type)
            origins = frozenset(one.origins) if one else frozenset()
            if self._is_there("media type", declared_media.pointer, there=declared_media.pointer in origins):
                self._schema_of(declared_media, origins)

    def _value(self, kind: str, reference: Node, known: Parameter | Header | None) -> None:
        """A parameter or a header."""
        *_, declared = chain = self._resolved(reference)
        origins = frozenset(known.origins) if known else frozenset()
        if self._is_there(kind, reference.pointer, there=_stands_for(origins, chain)):
            self._schema_of(declared, origins)
            for _, media in declared.entries("content"):
                if self._is_there("media type", media.pointer, there=media.pointer in origins):
                    self._schema_of(media, origins)

    def _schema_of(self, owner: Node, origins: frozenset[Pointer]) -> None:
        if isinstance(schema := owner.get("schema"), Node):
            self._schema(schema, origins)

    def _schema(self, schema: Node, origins: frozenset[Pointer]) -> None:
        """A schema and those in it; `origins` are those of the part of an operation that it belongs to."""
        if self._is_waived(schema):
            return
        place = schema.pointer
        if not self._is_there("schema", place, there=place in origins or place in self._in_schemas):
            return
        self._ignored.update((*place, keyword) for keyword in _CONSTRAINING if keyword in schema)
        if place in self._widened:
            self._ignored.add(place)
            return
        schema = self._about_its_types(self._by_itself(schema))
        self._properties(schema)
        self._conditional(schema, origins)
        self._enum(schema)
        self._alternatives(schema)
        for child in _within(schema):
            self._schema(child, origins)

    def _by_itself(self, schema: Node) -> Node:
        """The schema without what says nothing.

        In OpenAPI 3.0 that is what stands beside a reference (3.0.4, 4.7.23); and where an enumeration lists
        the values, other keywords with schemas add none.
        """
        if "$ref" in schema and version_of(self._root) == "3.0":
            return Node({"$ref": schema["$ref"]}, pointer=schema.pointer)
        if not self._enums[schema.pointer] or "enum" not in schema:
            return schema
        idle = [keyword for keyword in _LISTING_NOTHING if keyword in schema]
        self._ignored.update((*schema.pointer, keyword) for keyword in idle)
        return schema.without(*idle)

    def _about_its_types(self, schema: Node) -> Node:
        """The schema without keywords for other types than its own: they say nothing."""
        types = schema.get("type")
        declared = [types] if isinstance(types, str) else types
        if not isinstance(declared, list):
            return schema
        idle = [
            keyword
            for type_, keywords in _OF_ONE_TYPE.items()
            if type_ not in declared
            for keyword in keywords
            if keyword in schema
        ]
        self._ignored.update((*schema.pointer, keyword) for keyword in idle)
        schema = schema.without(*idle) if idle else schema
        for keyword in ("anyOf", "oneOf"):
            excluded = [one for one in schema.mappings(keyword) if _is_excluded(one, declared)]
            if excluded and len(excluded) < len(schema.values_of(keyword)):
                self._ignored.update(one.pointer for one in excluded)
                kept: list[Json] = [one for one in schema.values_of(keyword) if one not in excluded]
                schema = schema.with_items(**{keyword: kept})
        return schema

    def _properties(self, schema: Node) -> None:
        """Each model that was made from the schema has each of its properties."""
        models = self._models[schema.pointer]
        for name, child in schema.mapping("properties").items():
            place = (*schema.mapping("properties").pointer, name)
            if not (isinstance(child, Node) and self._is_waived(child)):
                self._is_there("property", place, there=bool(models) and _have(models, name))
        extra = schema.mapping("additionalProperties")
        if models and not {"$ref", "type", "enum"}.isdisjoint(extra):
            there = all(model.extra is not None or not model.fields for model in models)
            self._is_there("type of further properties", extra.pointer, there=there)
        if "$ref" in schema and models:  # a member of an allOf
            lacking = [name for name in self._composed(schema, set()) if not _have(models, name)]
            if lacking:
                self._is_there(f"schema's property {lacking[0]!r}", schema.pointer, there=False)

    def _conditional(self, schema: Node, origins: frozenset[Pointer]) -> None:
        """Each model has what ``then``, ``else`` and ``dependentSchemas`` may add; else they constrain."""
        branches = [schema.mapping(keyword) for keyword in ("then", "else") if keyword in schema]
        for branch in (*branches, *(branch for _, branch in schema.entries("dependentSchemas"))):
            self._ignored.add(branch.pointer)
            models = self._models[schema.pointer]
            for name, child in branch.entries("properties"):
                self._is_there("property", child.pointer, there=bool(models) and _have(models, name))
                if child.pointer in self._in_schemas:
                    self._schema(child, origins)

    def _composed(self, schema: Node, visited: set[Pointer]) -> Iterator[str]:
        """The properties of a schema, those of the members of its ``allOf`` too."""
        schema = self._resolved(schema)[-1]
        if schema.pointer in visited or "skip" in schema.mapping("x-generate"):
            return
        visited.add(schema.pointer)
        for name, child in schema.entries("properties"):
            if "skip" not in child.mapping("x-generate"):
                yield name
        for member in schema.mappings("allOf"):
            yield from self._composed(member, visited)

    def _alternatives(self, schema: Node) -> None:
        """Each named union that was made from the schema has each class that a member refers to."""
        for union in self._unions[schema.pointer]:
            has = {*_classes_in(union.members)}
            for member in (*schema.mappings("anyOf"), *schema.mappings("oneOf")):
                meant = self._resolved(member) if "$ref" in member else []
                classes = {name for part in meant for name in self._classes_of(part)}
                if classes and classes.isdisjoint(has):
                    self._is_there("member of a union", member.pointer, there=False)

    def _classes_of(self, part: Node) -> set[str]:
        """The classes made of a schema; not the unions that it is a member of, which stand for it as well."""
        others = {union.name for union in self._unions[part.pointer] if union.origins[0] != part.pointer}
        members = part.mappings("allOf")
        if len(members) == 1:  # which it is by another name
            return {
                name for one in self._resolved(members[0]) for name in self._classes[one.pointer]
            } - others
        return self._classes[part.pointer] - others

    def _enum(self, schema: Node) -> None:
        """Each text and each integer of an ``enum`` is a member of an enumeration.

        One that lists the empty text alone may be a text instead: its schema is there, if this is called.
        """
        values = [schema["const"]] if "const" in schema else schema.values_of("enum")
        listed = [value for value in values if value is not None and _is_allowed(value, schema)]
        texts = all(isinstance(value, str) for value in listed)
        integers = all(type(value) is int and -(2**63) <= value < 2**63 for value in listed)
        if not (texts or integers):
            return
        is_a_text = listed == [""] and not self._enums[schema.pointer]  # of no characters, beside other types
        for index, value in enumerate(values):
            if value in listed and not is_a_text:
                place = ("const",) if "const" in schema else ("enum", index)
                enums = self._enums[schema.pointer]
                there = any(
                    any(value == member.value for member in enum.members) or self._excludes(enum, value)
                    for enum in enums
                )
                self._is_there("enum member", (*schema.pointer, *place), there=there)

    def _excludes(self, enum: Enumeration, value: Json) -> bool:
        """Whether another of the schemas that an enumeration was composed of does not allow the value."""
        schemas = (_at(self._root, place) for place in enum.origins)
        return any("enum" in schema and value not in schema.values_of("enum") for schema in schemas)

    def _is_there(self, kind: str, place: Pointer, *, there: bool) -> bool:
        self._counts[kind] += 1
        self._seen.add(place)
        if not there:
            message = f"this {kind} would be missing from the client; this is a defect of the generator"
            self._lost[place] = Problem(message, "lost", place, "key")
        return there

    def _is_waived(self, part: Node) -> bool:
        waiver = part.mapping("x-generate")
        if "skip" not in waiver:
            return False
        self._waivers[part.pointer] = Waiver(waiver.text("skip"), part.pointer)
        return True

    def _resolved(self, part: Node) -> list[Node]:
        """The chain of references that starts at a part; its last is what is meant."""
        chain = [part]
        while "$ref" in chain[-1]:
            chain.append(_at(self._root, _target(chain[-1].text("$ref"))))
            self._seen.add(chain[-1].pointer)
        return chain

    def _unused(self) -> Iterator[Pointer]:
        for _, item in self._root.entries("paths"):
            for parameter in item.mappings("parameters"):
                if parameter.pointer not in self._seen:
                    yield parameter.pointer
        for kind in _SHARED:
            for _, part in self._root.mapping("components").entries(kind):
                if part.pointer not in self._seen:
                    yield part.pointer


def _target(reference: str) -> Pointer:
    """The pointer in a reference's fragment (RFC 6901, section 6)."""
    tokens = unquote(reference.removeprefix("#")).split("/")[1:]
    return tuple(token.replace("~1", "/").replace("~0", "~") for token in tokens)


def _at(root: Node, pointer: Pointer) -> Node:
    found: Json = root
    for token in pointer:
        found = found[int(token)] if isinstance(found, list) else cast("Node", found).get(str(token))
    return found if isinstance(found, Node) else Node(pointer=pointer)


def _within(schema: Node) -> Iterator[Node]:
    """The schemas directly in a schema."""
    for keyword in ("properties", "patternProperties", "$defs", "definitions"):
        for _, child in schema.entries(keyword):
            yield child
    for keyword in ("allOf", "anyOf", "oneOf", "prefixItems"):
        yield from schema.mappings(keyword)
    for keyword in ("items", "additionalProperties"):
        if keyword in schema and isinstance(schema[keyword], Node):
            yield schema.mapping(keyword)


def _classes_in(types: Iterable[Type]) -> Iterator[str]:
    for type_ in types:
        match type_:
            case Named():
                yield type_.name
            case ListOf():
                yield from _classes_in([type_.item])
            case MapOf():
                yield from _classes_in([type_.value])
            case UnionOf():
                yield from _classes_in(type_.members)
            case _:
                pass


def _is_excluded(member: Node, types: Sequence[Json]) -> bool:
    """Whether a member of a union has no type in common with those that are declared beside the union."""
    declared = member.get("type")
    own = {declared} if isinstance(declared, str) else set(map(str, member.values_of("type")))
    allowed = {*map(str, types), *(["integer"] if "number" in types else [])}
    allowed |= {"number"} if "integer" in types else set()
    return bool(own) and own.isdisjoint(allowed)


def _is_allowed(value: Json, schema: Node) -> bool:
    """Whether a value of an ``enum`` is of the schema's own type; one that is not is never valid."""
    types = schema.get("type")
    allowed = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    match value:
        case str():
            return not allowed or "string" in allowed
        case bool():
            return True
        case int():
            return not allowed or not {"integer", "number"}.isdisjoint(map(str, allowed))
        case _:
            return True


def _have(models: Iterable[Model], name: str) -> bool:
    return all(any(field.wire_name == name for field in model.fields) for model in models)


def _stands_for(origins: Iterable[Pointer], chain: Iterable[Node]) -> bool:
    """Whether a part was made from all of a chain of references."""
    return {part.pointer for part in chain} <= set(origins)


def _identity(location: str, name: str) -> tuple[str, str]:
    """What makes a parameter the same as another; headers have names without case (RFC 9110, 5.1)."""
    return location, name.lower() if location == "header" else name


def _is_ignored(parameter: Node) -> bool:
    return parameter.get("in") == "header" and parameter.text("name").lower() in IGNORED_HEADERS
