"""Decides what a reported difference means for the document, and how to edit it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from functools import partial

from msgspec import Struct

from codegen.document.node import Node, Pointer
from codegen.drift.client_reports import edits
from codegen.drift.client_reports.places import AbsentError, Places, items_below
from codegen.drift.client_reports.reports import Difference
from codegen.drift.editing import Change
from codegen.standard.objects import version_of
from codegen.standard.schemas import SCHEMA_SECTIONS


class Outcome(Enum):
    """What to do about a difference."""

    EDIT = "edit"
    """The document can be edited to describe the response."""
    BY_HAND = "by-hand"
    """A person who knows the API must decide."""
    DOCUMENTED = "documented"
    """The document already describes it."""
    ELSEWHERE = "elsewhere"
    """The place is not in this document."""


class Judgement(Struct, frozen=True):
    """What a difference means."""

    outcome: Outcome
    rule: str
    message: str
    pointer: Pointer
    """The part of the document to edit, or the nearest one."""
    changes: Mapping[Pointer, Change] | None = None
    """The changes of the mappings at these places."""
    reason: str = ""
    """Why there is no edit."""
    adds: Pointer | None = None
    """The part that the edit adds."""

    @property
    def edited(self) -> tuple[Pointer, ...]:
        """The parts of the edited document that the edit changes."""
        return (*(self.changes or ()),) if self.adds is None else (self.adds,)

    @property
    def cost(self) -> str:
        """The consequence of the edit for users of the client."""
        return _COSTS.get(self.rule, "") if self.outcome is Outcome.EDIT else ""


_COSTS = {
    "undocumented-status": "nothing for an error; a success may become a further type of the result",
    "unknown-field": "nothing: models get an optional attribute",
    "missing-field": "code that reads the field has to handle UNSET",
    "unknown-value": "nothing: such a value could be read before, too",
    "null": "code that reads the value has to handle None",
    "wrong-type": "code that reads the value has to handle a further type",
    "other-format": "code that reads the value gets the text as it arrived",
}


class Judge:
    """Judges differences by the document."""

    def __init__(self, root: Node, differences: Iterable[Difference]) -> None:
        """Create a judge for a document. `differences` are all reported ones."""
        self._places = Places(root)
        self._version = version_of(root)
        self._bodiless = {
            (one.operation, one.status)
            for one in differences
            if one.kind == "wrong_type" and one.where == "$" and not one.got
        }

    def judged(self, one: Difference) -> Judgement:
        """What a difference means."""
        rule = one.kind.replace("_", "-")
        try:
            if not one.pointer:  # the request was made with `Client.request`
                raise AbsentError
            match one.kind:
                case "undocumented_status":
                    return self._status(one, rule)
                case "unknown_field":
                    return self._field(one, rule)
                case "missing_field":
                    return self._missing(one, rule)
                case "unknown_value":
                    return self._value(one, rule)
                case _:
                    return self._type(one, rule)
        except LookupError:
            reason = "the document has no such place"
            at = f"{one.operation}: {one.status}: {one.where}"
            message = f"{at}: {one.message or rule} ({one.pointer or 'no place'})"
            return Judgement(Outcome.ELSEWHERE, rule, message, (), reason=reason)

    def _status(self, one: Difference, rule: str) -> Judgement:
        responses = self._places.mapping(one.tokens)
        if one.tokens[-1:] != ("responses",):
            raise AbsentError
        message = f"{one.operation} has responses of the undocumented status {one.status}"
        keys = {str(one.status), f"{str(one.status)[0]}XX", f"{str(one.status)[0]}xx", "default"}
        if keys & responses.keys():
            return Judgement(Outcome.DOCUMENTED, rule, message, responses.pointer)
        is_success = 200 <= one.status < 300
        has_body = is_success and (one.operation, one.status) not in self._bodiless
        like = next((key for key in responses if key[:1] == "2"), None) if has_body else None
        change = partial(edits.add_status, str(one.status), like)
        adds = (*responses.pointer, str(one.status))
        return Judgement(
            Outcome.EDIT, rule, message, responses.pointer, {responses.pointer: change}, adds=adds
        )

    def _field(self, one: Difference, rule: str) -> Judgement:
        schema = self._places.meant(self._places.mapping(one.tokens))
        name = next(iter(one.steps[-1:]), None)
        owner = _name(schema)
        if name is None:
            raise AbsentError
        message = f"{owner} has the undocumented field {name!r}{f', {_article(one.got)}' if one.got else ''}"
        here = [part for part in self._places.in_place(schema) if name in part.mapping("properties")]
        if here:
            return Judgement(Outcome.DOCUMENTED, rule, message, here[0].pointer)
        if "***" in name or (len(name) > 64 and name.endswith("...")):
            reason = "the client has not recorded the whole name"
            return Judgement(Outcome.BY_HAND, rule, message, schema.pointer, reason=reason)
        change = partial(edits.add_field, name, one.got, self._version)
        adds = (*schema.pointer, "properties", name)
        return Judgement(Outcome.EDIT, rule, message, schema.pointer, {schema.pointer: change}, adds=adds)

    def _missing(self, one: Difference, rule: str) -> Judgement:
        *owner, _, name = one.tokens
        schema = self._places.meant(self._places.mapping(tuple(owner)))
        field = self._places.at((*schema.pointer, "properties", name))
        message = f"{_name(schema)}.{name} is required, and was missing"
        requiring = self._places.requiring(schema, str(name))
        pointer = field.pointer if isinstance(field, Node) else schema.pointer
        if not requiring:
            return Judgement(Outcome.DOCUMENTED, rule, message, pointer)
        changes = {part.pointer: partial(edits.make_optional, str(name)) for part in requiring}
        return Judgement(Outcome.EDIT, rule, message, pointer, changes)

    def _value(self, one: Difference, rule: str) -> Judgement:
        shown = (
            f"value {one.value!r}" if one.value is not None else "value, which the client has not recorded"
        )
        schema = self._schema(one)
        if schema is None:
            part = self._places.mapping(one.tokens)
            message = f"{_name(part)} has a member of a union that is unknown, with the {shown}"
            reason = "describe the new member, and add it to the union"
            return Judgement(Outcome.BY_HAND, "unknown-member", message, part.pointer, reason=reason)
        message = f"{_name(schema)} has the undocumented {shown}"
        all_enums = [part for part in self._places.in_place(schema) if "enum" in part or "const" in part]
        known = [value for part in all_enums for value in (*part.values_of("enum"), part.get("const"))]
        if one.value is not None and one.value in known:
            return Judgement(Outcome.DOCUMENTED, rule, message, schema.pointer)
        enums = [part for part in all_enums if _is_of(part, one.got)]
        if one.value is None:
            reason = "only values that look like identifiers are recorded, as others may be personal data"
        elif len(enums) != 1:
            reason = "there are several enums at this place" if enums else "there is no enum at this place"
        else:
            change = partial(edits.add_value, one.value)
            return Judgement(Outcome.EDIT, rule, message, enums[0].pointer, {enums[0].pointer: change})
        return Judgement(Outcome.BY_HAND, rule, message, schema.pointer, reason=reason)

    def _type(self, one: Difference, rule: str) -> Judgement:
        schema = None if one.where == "$" or not one.got else self._schema(one)
        if schema is None:
            part = self._places.mapping(one.tokens)
            message = f"{one.operation}: {one.status}: {one.message or 'the body has another type'}"
            reason = "the whole body differs: find out whether the server or the document is right"
            if one.where != "$" and not one.got:
                reason = "the client has not recorded what arrived; an older version does not"
            return Judgement(Outcome.BY_HAND, rule, message, part.pointer, reason=reason)
        rule = "null" if one.got == "null" else rule
        message = f"{_name(schema)} is sometimes {_article(one.got)}"
        if self._allows(schema, one.got.partition("[")[0]):
            return self._value_of_type(one, schema, rule, message)
        reason = ""
        if rule != "null" and any("discriminator" in part for part in self._places.in_place(schema)):
            reason = "it is a union with a discriminator: describe the new member, and add it"
        elif rule != "null" and self._version == "2.0":
            reason = "Swagger 2.0 has no unions: widen the type, or convert the document to OpenAPI 3"
        if reason:
            return Judgement(Outcome.BY_HAND, rule, message, schema.pointer, reason=reason)
        change = edits.another_type(one.got, self._version)
        return Judgement(Outcome.EDIT, rule, message, schema.pointer, {schema.pointer: change})

    def _value_of_type(self, one: Difference, schema: Node, rule: str, message: str) -> Judgement:
        """A value that differs from the document although its type is documented."""
        kinds = self._places.in_place(schema)
        formats = [part for part in kinds if "format" in part and one.got in edits.types_of(part)]
        if formats and one.got == "string":
            message = f"{_name(schema)} is sometimes not a {formats[0].text('format')}"
            changes = {part.pointer: edits.without_format for part in formats}
            return Judgement(Outcome.EDIT, "other-format", message, formats[0].pointer, changes)
        members = [
            self._places.meant(member)
            for part in kinds
            for key in ("anyOf", "oneOf")
            for member in part.mappings(key)
        ]
        if one.got == "object" and members and not any(map(_is_any_object, members)):
            message = f"{_name(schema)} is sometimes {_article(one.got)} that fits no member of the union"
            reason = "describe the new member, and add it to the union"
            return Judgement(Outcome.BY_HAND, "unknown-member", message, schema.pointer, reason=reason)
        return Judgement(Outcome.DOCUMENTED, rule, message, schema.pointer)

    def _schema(self, one: Difference) -> Node | None:
        """The schema of a value; None if there is none, or it is in a member of a union."""
        steps, tokens = one.steps, one.tokens
        part = self._places.mapping(tokens)
        names = [step for step in steps if step is not None]
        if tokens[-2:-1] == ("properties",) and names[-1:] == [tokens[-1]]:
            return self._places.inner(part, items_below(steps))
        return None if names else self._places.inner(self._places.schema(part), items_below(steps))

    def _allows(self, schema: Node, type_: str) -> bool:
        """Whether a schema describes values of a type, as far as types show.

        A member that leads back to its schema decides nothing: all of an ``allOf`` may hold without it, and
        it is none of the alternatives of a union.
        """
        return self._decided(schema, type_, {}, is_alternative=True)

    def _decided(
        self, schema: Node, type_: str, known: dict[Pointer, bool | None], *, is_alternative: bool
    ) -> bool:
        schema = self._places.meant(schema)
        if schema.pointer not in known:
            known[schema.pointer] = None
            known[schema.pointer] = self._describes(schema, type_, known)
        decided = known[schema.pointer]
        return not is_alternative if decided is None else decided

    def _describes(self, schema: Node, type_: str, known: dict[Pointer, bool | None]) -> bool:
        if type_ == "null" and (schema.get("nullable") is True or schema.get("x-nullable") is True):
            return True
        types = edits.types_of(schema)
        if types and type_ not in types and not (type_ == "integer" and "number" in types):
            return False
        if type_ == "null" and not types and "enum" in schema and None not in schema.values_of("enum"):
            return False
        choices = [schema.mappings(key) for key in ("anyOf", "oneOf") if key in schema]
        parts = schema.mappings("allOf")
        return all(self._decided(one, type_, known, is_alternative=False) for one in parts) and all(
            any(self._decided(one, type_, known, is_alternative=True) for one in members)
            for members in choices
        )


def _is_any_object(schema: Node) -> bool:
    """Whether every object is one of this schema, such as after an edit for an object that had no schema."""
    return "object" in edits.types_of(schema) and not schema.keys() & _OF_OBJECTS


_OF_OBJECTS = {"properties", "required", "additionalProperties", "allOf", "anyOf", "oneOf"}


def _is_of(schema: Node, got: str) -> bool:
    """Whether the values of an enum have a type."""
    values = [*schema.values_of("enum"), *([schema["const"]] if "const" in schema else [])]
    wanted = (str,) if got == "string" else (int, float)
    return not got or any(isinstance(value, wanted) for value in values)


def _name(part: Node) -> str:
    """The name of a part of a document: ``Order.status``; outside of components, its place."""
    pointer = part.pointer
    for above in SCHEMA_SECTIONS:
        if pointer[: len(above)] == above:
            return ".".join(str(one) for one in pointer[len(above) :] if one not in _BETWEEN)
    return " ".join(map(str, pointer[1:]))


_BETWEEN = ("properties", "allOf", "anyOf", "oneOf")


def _article(got: str) -> str:
    """A type in a sentence: an integer, null."""
    if got.startswith("array["):
        return f"an array of {_article(got[len('array[') : -1]).removeprefix('a ').removeprefix('an ')}s"
    return got if got == "null" else f"an {got}" if got[:1] in "aeiou" else f"a {got}"
