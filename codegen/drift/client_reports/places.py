"""Finds the part of the document that a report is about."""

from __future__ import annotations

import re

from codegen.document.node import Json, Node, Pointer, mappings_in
from codegen.document.pointers import tokens
from codegen.drift.client_reports.reports import Step
from codegen.standard.media_types import is_json

_INDEX = re.compile("[0-9]{1,9}")
_MOST_REFERENCES = 100
_IN_PLACE = ("allOf", "anyOf", "oneOf")


class AbsentError(LookupError):
    """The document has no such part."""


class Places:
    """The parts of a document that is bundled, so references lead to its components."""

    def __init__(self, root: Node) -> None:
        self._root = root

    def at(self, tokens: Pointer) -> Json:
        """The part at a pointer, through references on the way.

        Raises:
            LookupError: There is none.
        """
        part: Json = self._root
        for token in tokens:
            if isinstance(part, Node) and token not in part:
                part = self.meant(part)
            if isinstance(part, list) and _INDEX.fullmatch(str(token)):
                part = part[int(token)]
            elif isinstance(part, Node):
                part = part[str(token)]
            else:
                raise AbsentError
        return part

    def mapping(self, tokens: Pointer) -> Node:
        """The mapping at a pointer.

        Raises:
            LookupError: There is none.
        """
        if not isinstance(part := self.at(tokens), Node):
            raise AbsentError
        return part

    def meant(self, part: Node) -> Node:
        """The target at the end of a chain of references; any other mapping itself.

        Raises:
            AbsentError: A reference leads nowhere.
        """
        for _ in range(_MOST_REFERENCES):
            reference = part.get("$ref")
            if not isinstance(reference, str):
                break
            part = self.mapping(tokens(reference))
        return part

    def schema(self, response: Node) -> Node:
        """The schema of a response that is JSON; in Swagger 2.0 of any.

        Raises:
            AbsentError: It has none.
        """
        response = self.meant(response)
        contents = [one for name, one in response.entries("content") if is_json(name)]
        for one in (response, *contents):
            if isinstance(schema := one.get("schema"), Node):
                return schema
        raise AbsentError

    def inner(self, schema: Node, steps: int) -> Node:
        """The schema of the items of lists and maps, so many levels below.

        Raises:
            AbsentError: There is none, or one of several.
        """
        for _ in range(steps):
            found = [
                one
                for part in self.in_place(schema)
                for key in ("items", "additionalProperties")
                if isinstance(one := part.get(key), Node)
            ]
            if len(found) != 1:
                raise AbsentError
            (schema,) = found
        return schema

    def in_place(self, schema: Node) -> list[Node]:
        """The schemas that describe the same value, by references and composition."""
        found: dict[Pointer, Node] = {}
        waiting = [schema]
        while waiting:
            meant = self.meant(waiting.pop())
            if meant.pointer not in found:
                found[meant.pointer] = meant
                members = [member for key in _IN_PLACE for member in meant.mappings(key)]
                waiting += reversed(members)
        return [*found.values()]

    def requiring(self, owner: Node, name: str) -> list[Node]:
        """The schemas that require a property of `owner`: itself, or those composed with it."""
        whole, pointer = owner, owner.pointer
        while pointer[-2:-1] == ("allOf",):
            pointer = pointer[:-2]
            whole = part if isinstance(part := self.at(pointer), Node) else whole
        if found := _requiring(self.in_place(whole), name):
            return found
        extending = [
            part
            for part in mappings_in(self._root)
            if any(tokens(one.text("$ref")) == whole.pointer for one in part.mappings("allOf"))
        ]
        return _requiring([one for part in extending for one in (part, *part.mappings("allOf"))], name)


def _requiring(schemas: list[Node], name: str) -> list[Node]:
    return [*{one.pointer: one for one in schemas if name in one.values_of("required")}.values()]


def items_below(steps: tuple[Step, ...]) -> int:
    """The number of levels of items at the end of a place: two in ``$.rows[*][*]``."""
    return next((n for n, step in enumerate(reversed(steps)) if step is not None), len(steps))
