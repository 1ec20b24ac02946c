"""Flat views of a schema: its references and ``allOf`` are merged, and one branch is chosen per union."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from codegen.standard.keywords import KEYWORDS
from corpus.schemas import FOREIGN, PREFIX, JsonSchema

_TYPES = ("object", "array", "string", "number", "integer", "boolean", "null")
_MOST_VIEWS = 24
_CONST = "x-const"
_LEAST = {name for name, keyword in KEYWORDS.items() if keyword.lower is True}
_MOST = {name for name, keyword in KEYWORDS.items() if keyword.lower is False}
_GATHERED = {
    "format": "formats",
    "pattern": "patterns",
    "propertyNames": "names",
    "items": "items",
    "contains": "contains",
    "additionalProperties": "additional",
    "multipleOf": "multiples",
}
_OF_OBJECTS = {"minProperties", "maxProperties"}
_OF_ARRAYS = {"minItems", "maxItems"}
_OF_NUMBERS = {"minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum"}
_PYTHON = {"boolean": bool, "integer": int, "number": float, "string": str, "array": list, "object": dict}


@dataclass(slots=True)
class View:
    """One way in which a value may fit a schema."""

    types: set[str] | None = None
    enum: list[Any] | None = None
    formats: list[str] = field(default_factory=list)
    patterns: list[str] = field(default_factory=list)
    properties: dict[str, list[JsonSchema]] = field(default_factory=dict)
    pattern_properties: list[tuple[str, JsonSchema]] = field(default_factory=list)
    additional: list[JsonSchema] = field(default_factory=list)
    names: list[JsonSchema] = field(default_factory=list)
    required: dict[str, None] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    items: list[JsonSchema] = field(default_factory=list)
    prefix: list[JsonSchema] = field(default_factory=list)
    contains: list[JsonSchema] = field(default_factory=list)
    unique: bool = False
    is_object: bool = False
    """Whether it has named properties, if only none: authors mean an object then, without saying so."""
    least: dict[str, float] = field(default_factory=dict)
    """``minimum``, ``exclusiveMinimum``, ``minLength``, ``minItems``, ``minProperties``."""
    most: dict[str, float] = field(default_factory=dict)
    multiples: list[float] = field(default_factory=list)
    consts: dict[str, str] = field(default_factory=dict)
    """The values of discriminating properties."""

    def kinds(self) -> list[str]:
        """The JSON types that a value may have, the most telling first."""
        if self.types is not None:
            return [kind for kind in _TYPES if kind in self.types]
        bounds = {*self.least, *self.most}
        if (
            self.is_object
            or self.required
            or self.pattern_properties
            or self.additional
            or bounds & _OF_OBJECTS
        ):
            return ["object"]
        if self.items or self.prefix or bounds & _OF_ARRAYS:
            return ["array"]
        return ["number", "integer"] if self.multiples or bounds & _OF_NUMBERS else ["string"]


class Views:
    """The views of schemas, cached."""

    def __init__(self, definitions: Mapping[str, JsonSchema], components: Mapping[str, str]) -> None:
        self._definitions = definitions
        self._components = components
        self._known: dict[int, tuple[JsonSchema, list[View]]] = {}
        self._joined: dict[tuple[int, ...], JsonSchema] = {}

    def of(self, schema: JsonSchema) -> list[View]:
        """The views of a schema, up to a number. The first branches of its unions come first."""
        known = self._known.get(id(schema))
        if known is None or known[0] is not schema:
            views = [_view(parts) for parts in islice(self._choices([schema], (), None), _MOST_VIEWS)]
            known = self._known[id(schema)] = (schema, [view for view in views if view is not None])
        return known[1]

    def all_of(self, schemas: list[JsonSchema]) -> JsonSchema:
        """One of several schemas that apply together."""
        if len(schemas) == 1:
            return schemas[0]
        key = tuple(id(schema) for schema in schemas)
        return self._joined.setdefault(key, {"allOf": schemas})

    def _choices(
        self, pending: list[JsonSchema], visited: tuple[str, ...], component: str | None
    ) -> Iterator[list[dict[str, Any]]]:
        """The flat schemas that apply together, for each combination of branches."""
        if not pending:
            yield []
            return
        first, *rest = pending
        if first is False:
            return
        own = {} if first is True else dict(first)
        reference = str(own.pop("$ref", ""))
        if not reference:
            for branches in self._branches(*_unions(own)):
                own.update(self._discriminated(own, component))
                for parts in self._choices([*own.get("allOf", ()), *branches, *rest], visited, component):
                    yield [own, *parts]
            return
        name = reference.removeprefix(PREFIX)
        if name in visited:
            return  # a schema that consists of itself has no value
        inner = [self._definitions[name], *([own] if own else [])]
        for parts in self._choices(inner, (*visited, name), component or name):
            for others in self._choices(rest, visited, component):
                yield [*parts, *others]

    def _discriminated(self, schema: dict[str, Any], component: str | None) -> dict[str, Any]:
        """The value of a schema's discriminator in a component that extends it."""
        discriminator = schema.get("discriminator")
        if not discriminator or component is None:
            return {}
        value = discriminator["values"].get(component, self._components[component])
        return {_CONST: {discriminator["propertyName"]: value}}

    def _branches(
        self, unions: list[list[JsonSchema]], discriminator: dict[str, Any] | None
    ) -> Iterator[list[JsonSchema]]:
        if not unions:
            yield []
            return
        branches, *rest = unions
        constants = [self._constants(branch) for branch in branches]
        for branch, own in zip(branches, constants, strict=True):
            told = {
                name: value
                for name, value in own.items()
                if len({one.get(name) for one in constants} - {None}) == len(branches)
            }
            chosen = [branch, *self._discriminating(branch, discriminator), {_CONST: told}]
            for others in self._branches(rest, discriminator):
                yield [*chosen, *others]

    def _constants(self, branch: JsonSchema) -> dict[str, str]:
        """The properties of a member of a union that have one text. If all differ, they identify it."""
        if not isinstance(branch, dict):
            return {}
        member = self._definitions.get(branch.get("$ref", "").removeprefix(PREFIX), branch)
        properties = member.get("properties", {}) if isinstance(member, dict) else {}
        listed = {
            name: child.get("enum", [child.get("const")])
            for name, child in properties.items()
            if isinstance(child, dict)
        }
        return {name: one[0] for name, one in listed.items() if len(one) == 1 and isinstance(one[0], str)}

    def _discriminating(self, branch: JsonSchema, discriminator: dict[str, Any] | None) -> list[JsonSchema]:
        if discriminator is None or not isinstance(branch, dict) or "$ref" not in branch:
            return []
        name = branch["$ref"].removeprefix(PREFIX)
        value = discriminator["values"].get(name, self._components[name])
        return [{_CONST: {discriminator["propertyName"]: value}}]


def _view(parts: list[dict[str, Any]]) -> View | None:
    """Merge the parts; None if they contradict each other."""
    view = View()
    for part in parts:
        _add(view, part)
    if view.enum is not None and view.types is not None:
        view.enum = [value for value in view.enum if _is_of(value, view.types)]
    return None if view.enum == [] or view.types == set() else view


def _unions(own: dict[str, Any]) -> tuple[list[list[JsonSchema]], dict[str, Any] | None]:
    """Separate the unions of a schema: their branches, and the property that distinguishes them."""
    unions = [own.pop(key) for key in ("oneOf", "anyOf") if own.get(key)]
    condition = own.pop("if", None)
    if condition is not None:
        unions.append([{"allOf": [condition, own.pop("then", True)]}, own.pop("else", True)])
    return unions, own.get("discriminator")


def _add(view: View, part: dict[str, Any]) -> None:
    """Add a schema to those that apply."""
    if (types := part.get("type")) is not None:
        listed = {*types} if isinstance(types, list) else {types}
        listed |= {"integer"} if "number" in listed else set()
        view.types = listed if view.types is None else view.types & listed
    for values in (part.get("enum"), [part["const"]] if "const" in part else None):
        if isinstance(values, list):
            view.enum = values if view.enum is None else [value for value in view.enum if value in values]
    for name, child in part.get("properties", {}).items():
        view.properties.setdefault(name, []).append(child)
    for key, gathered in _GATHERED.items():
        if key in part:
            getattr(view, gathered).append(part[key])
    view.pattern_properties += part.get("patternProperties", {}).items()
    view.required.update(dict.fromkeys(part.get("required", ())))
    view.foreign.update(part.get(FOREIGN, ()))
    view.prefix = view.prefix or part.get("prefixItems", [])
    view.is_object = view.is_object or "properties" in part
    view.unique = view.unique or part.get("uniqueItems") is True
    view.consts.update(part.get(_CONST, {}))
    for key, value in part.items():
        if key in _LEAST:
            view.least[key] = max(value, view.least.get(key, value))
        elif key in _MOST:
            view.most[key] = min(value, view.most.get(key, value))


def _is_of(value: object, types: set[str]) -> bool:
    """Whether a value has a JSON type. An integral number is an integer in any notation."""
    if isinstance(value, float) and value.is_integer():
        return bool(types & {"integer", "number"})
    return (value is None and "null" in types) or any(type(value) is _PYTHON.get(kind) for kind in types)
