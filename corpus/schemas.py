"""The document's schemas as JSON Schema 2020-12, for a validator, and for making values that it accepts.

Written anew rather than shared with the generator's `codegen.check.dialect`: what is wrong there must not be
right here. Only the table of the standard's keywords is the same. It asserts more: ``oneOf`` is one of
several, and negations hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import Enum
from functools import cache
from typing import Any, TypeAlias

from jsonschema_rs import Draft202012Validator, ValidationError

from codegen.standard.keywords import PLAIN_ASSERTIONS, VALIDATING, Shape
from corpus.original import Original, Part, mapping

JsonSchema: TypeAlias = "dict[str, Any] | bool"
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

PREFIX = "#/$defs/"
FOREIGN = "x-foreign"
"""The properties that do not go this way, required or not."""
NULLABLE = "x-nullable"


class Direction(Enum):
    """Which way a value goes, and what marks the properties that do not go that way."""

    SENT = "readOnly"
    RECEIVED = "writeOnly"


class Schemas:
    """The schemas for values of one direction, with a validator for all of them.

    They are compiled together as the properties of one object, so that shared parts are compiled once.
    """

    def __init__(self, original: Original, direction: Direction) -> None:
        self.definitions: dict[str, JsonSchema] = {}
        """The targets of ``$ref``, by name."""
        self.components: dict[str, str] = {}
        """The name of a definition in the document, which is the last token of its reference."""
        self._original = original
        self._foreign = direction.value
        self._names: dict[int, str] = {}
        self._pending: list[tuple[str, Part]] = []
        self._entries: dict[str, JsonSchema] = {}
        self._by_id: dict[int, str] = {}
        self._kept: list[Part] = []
        self._validator: Draft202012Validator | None = None
        self._relaxed: Draft202012Validator | None = None

    def add(self, schema: Part) -> JsonSchema:
        """Add a schema of the document. Add all schemas before validating the first value."""
        name = self._by_id.get(id(schema))
        if name is None:
            name = self._by_id[id(schema)] = str(len(self._entries))
            self._kept.append(schema)
            self._entries[name] = self._of(schema)
            while self._pending:
                definition, target = self._pending.pop()
                self.definitions[definition] = self._of(target)
        return self._entries[name]

    def errors(self, schema: Part, value: Json) -> Iterable[ValidationError]:
        """Describe why a value is invalid. Paths in the message start with an internal name."""
        return self._compiled().iter_errors({self._by_id[id(schema)]: value})

    def is_valid(self, schema: Part, value: Json) -> bool:
        """Whether the value is valid."""
        return self._compiled().is_valid({self._by_id[id(schema)]: value})

    def is_nearly_valid(self, schema: Part, value: Json) -> bool:
        """Whether the value would be valid if the schema meant what its author evidently meant.

        Some schemas permit no value, or none that can be made: alternatives of a ``oneOf`` that cannot be
        distinguished, members of an ``allOf`` that forbid the properties of the others, invalid patterns. A
        client does not check any of these.
        """
        if self._relaxed is None:
            whole = _relaxed({"$defs": self.definitions, "properties": self._entries})
            self._relaxed = Draft202012Validator(whole, validate_formats=True)
        return self._relaxed.is_valid({self._by_id[id(schema)]: value})

    def _compiled(self) -> Draft202012Validator:
        if self._validator is None:
            whole = {"$defs": self.definitions, "properties": self._entries}
            self._validator = Draft202012Validator(whole, validate_formats=True)
        return self._validator

    def _reference(self, reference: str) -> str:
        try:
            target = self._original.at(reference)
        except LookupError:  # only in a document that is tolerated
            target = {}
        name = self._names.get(id(target))
        if name is None:
            name = self._names[id(target)] = f"d{len(self._names)}"
            self.components[name] = reference.rsplit("/", 1)[-1].replace("~1", "/").replace("~0", "~")
            self._pending.append((name, target))
            self._kept.append(target)
        return name

    def _of(self, schema: object) -> JsonSchema:
        if not isinstance(schema, Mapping):
            return schema is not False
        found: dict[str, Any] = {}
        reference = schema.get("$ref")
        if isinstance(reference, str):
            found["$ref"] = PREFIX + self._reference(reference)
            if self._original.is_30:
                return _or_null(schema, found)
        found.update(self._keywords(schema))
        self._correct(schema, found)
        if isinstance(discriminator := schema.get("discriminator"), Mapping):
            found["discriminator"] = self._discriminator(discriminator)
        return _or_null(schema, found)

    def _keywords(self, schema: Part) -> Iterator[tuple[str, Any]]:
        for key, value in schema.items():
            match VALIDATING.get(key), value:
                case Shape.MAP, Mapping():
                    yield key, {name: self._of(child) for name, child in value.items()}
                case Shape.LIST, list():
                    yield key, [self._of(child) for child in value]
                case Shape.ONE, _:
                    yield key, self._of(value)
                case None, _ if key in PLAIN_ASSERTIONS:
                    yield key, value

    def _correct(self, schema: Part, found: dict[str, Any]) -> None:
        """Where OpenAPI means another thing than JSON Schema, or the validator knows less than it."""
        if not isinstance(found.get("type", "any"), (str, list)) or found.get("type") == "":
            del found["type"]  # which only a document can have that is tolerated
        if "pattern" in found and not is_readable(found["pattern"]):
            del found["pattern"]
        if "patternProperties" in found:
            found["patternProperties"] = {
                pattern: child
                for pattern, child in found["patternProperties"].items()
                if is_readable(pattern)
            }
        listed = found.pop("required", ())
        required = [*dict.fromkeys(listed)] if isinstance(listed, list) else []
        required += [
            name
            for name, child in mapping(schema, "properties").items()
            if isinstance(child, Mapping)
            and child.get("required") is True
            and name not in required  # as drafts before the fourth wrote it
        ]
        if required:
            found["required"] = required
        foreign = {
            name
            for name, child in mapping(schema, "properties").items()
            if self._is_foreign(child) and not (name in required and self._is_constant(child))
        }
        if foreign:
            found[FOREIGN] = sorted(foreign)
            found["required"] = [name for name in required if name not in foreign]
        for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
            if isinstance(found.get(exclusive), bool):  # in 3.1, only a tolerated document has one
                excludes = found.pop(exclusive)
                if excludes and bound in found and self._original.is_30:
                    found[exclusive] = found.pop(bound)

    def _is_constant(self, child: Part) -> bool:
        """Whether a property has one value. It tells nothing, so that it may go either way."""
        target = self._original.resolved(child) if isinstance(child.get("$ref"), str) else child
        values = target.get("enum")
        return "const" in target or (isinstance(values, list) and len(values) == 1)

    def _is_foreign(self, child: object) -> bool:
        if not isinstance(child, Mapping):
            return False
        target = self._original.resolved(child) if isinstance(child.get("$ref"), str) else child
        marks = [child.get(self._foreign), target.get(self._foreign)]
        members = target.get("allOf") or ()
        marks += [member.get(self._foreign) for member in members if isinstance(member, Mapping)]
        return True in marks

    def _discriminator(self, declared: Part) -> dict[str, Any]:
        """The property, and its value for each definition that a mapping names."""
        values: dict[str, str] = {}
        for value, target in mapping(declared, "mapping").items():
            reference = target if "#" in target else f"#/components/schemas/{target}"
            try:
                values.setdefault(self._reference(reference), value)
            except LookupError:
                continue
        return {"propertyName": declared.get("propertyName", ""), "values": values}


_BY_NAME = {"$defs", *(key for key, shape in VALIDATING.items() if shape is Shape.MAP)}
_STRICT = {"pattern", "additionalProperties", "unevaluatedProperties"}


def _relaxed(schema: Any) -> Any:
    """The same with ``anyOf`` for each ``oneOf``, and without patterns and what is said of other properties.

    What is under the names of properties is a schema in any case, so that such names do no harm.
    """
    if isinstance(schema, list):
        return [_relaxed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    found: dict[str, Any] = {}
    for key, value in schema.items():
        if key in _BY_NAME:
            found[key] = {name: _relaxed(child) for name, child in value.items()}
        elif key not in _STRICT:
            found[key] = value if key in {"enum", "const"} else _relaxed(value)
    if isinstance(found.get("oneOf"), list):
        found["allOf"] = [*found.get("allOf", ()), {"anyOf": found.pop("oneOf")}]
    return found


@cache
def is_readable(pattern: object) -> bool:
    """Whether the validator can read a regular expression; ECMA-262 is wider than what it has."""
    if not isinstance(pattern, str):
        return False
    try:
        Draft202012Validator({"pattern": pattern})
    except ValueError:  # which `ValidationError` is
        return False
    return True


def _or_null(schema: Part, found: dict[str, Any]) -> dict[str, Any]:
    """By the letter, ``nullable`` counts in 3.0 only, not beside a reference; authors mean it anywhere."""
    return {NULLABLE: True, "anyOf": [found, {"type": "null"}]} if schema.get("nullable") is True else found
