"""The state of a document in several files while it is written, and its faults."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from msgspec import Struct, field

from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.source_map import Origin
from codegen.prepare.bundle.access import Unreachable
from codegen.prepare.bundle.references import Found, Target
from codegen.standard.keywords import Shape
from codegen.standard.kinds import Content, ObjectKind

REFERENCES = ("$ref", "$dynamicRef")
"""The keys of references that an object may be, or be composed of."""

_WITH_OPERATIONS = frozenset({"openapi", "paths", "pathItem", "operation", "callback", "components"})
"""The kinds of objects with operations. Dropping one could empty the client."""


def section(kinds: Mapping[str, ObjectKind], kind: str) -> Pointer | None:
    """The section with the components of a kind; None if the version of OpenAPI has none."""
    around = ("components",) if "components" in kinds else ()
    owner = kinds["components" if around else "openapi"]
    held = Content(kind, Shape.MAP)
    return next(((*around, key) for key, content in owner.keys.items() if content == held), None)


class _Failure(Struct, frozen=True):
    """A reference that leads nowhere, or only if it is read in another way."""

    error: Unreachable
    where: Pointer
    owner: Pointer
    """The object that has the reference."""
    past: tuple[Edit, ...] | None
    reading: str


class Written(Struct):
    """What a `codegen.prepare.bundle.writing.Writer` found and wrote."""

    moved: dict[Pointer, Origin] = field(default_factory=dict)
    """The parts that were in other files, or elsewhere in theirs."""
    targets: dict[Target, Found] = field(default_factory=dict)
    """The targets of references in or to other files, in the order of the document."""
    claims: dict[Target, list[Pointer]] = field(default_factory=dict)
    """The components of the document that are nothing but a target, under a name that the author gave."""
    _failures: dict[str, list[_Failure]] = field(default_factory=dict)

    def fail(
        self, error: Unreachable, kind: str, owner: Pointer, key: str, *, meant: str | None = None
    ) -> None:
        """Record a dangling reference.

        If that is tolerated, a schema is any value, and anything else is left out, as any other reference
        (`codegen.check.references`). Operations are never left out. The owner has the reference as `key`.
        If a part of the entry document is `meant`, the reference is read as one to it. If only the part is
        missing in a file that is there, a schema is any value without being asked, as within one file.
        """
        where = (*owner, key)
        past: tuple[Edit, ...] | None = leaving_out(owner if key in REFERENCES else where)
        reading = ""
        if kind == "schema" and key in REFERENCES:
            past = (Edit(owner, Node(pointer=owner)),)
            reading = "the schema allows any value" if error.has_file else ""
        if kind in _WITH_OPERATIONS or not error.is_tolerable:
            past = None
        if meant is not None:
            past, reading = (Edit(where, f"#{meant.partition('#')[2]}"),), f"read as {meant!r}"
        self._failures.setdefault(error.message, []).append(_Failure(error, where, owner, past, reading))

    def note(self, message: str, owner: Pointer, key: str, reading: str) -> None:
        """Record a reference that is read although it does not have the form of the standard."""
        error = Unreachable(message, "dangling-reference")
        self._failures.setdefault(message, []).append(_Failure(error, (*owner, key), owner, (), reading))

    def faults(self) -> Iterator[tuple[Pointer, Problem]]:
        """The objects whose references lead nowhere, with the faults.

        References that fail for the same reason, such as a missing file, are one problem, at the first one.
        """
        for failures in self._failures.values():
            first, edits = failures[0], [failure.past for failure in failures]
            past = None if None in edits else tuple(edit for some in edits for edit in some or ())
            others = f" ({len(failures)} references lead there)" if len(failures) > 1 else ""
            message = f"{first.error.message}{others}"
            reading = first.reading if all(failure.reading for failure in failures) else ""
            rule, wider = first.error.rule, first.error.wider
            problem = Problem(message, rule, first.where, past=past, reading=reading, wider=wider)
            yield from ((failure.owner, problem) for failure in failures)


def with_item(mapping: Json, key: str, value: Json) -> Json:
    """A mapping with another item; any other value unchanged."""
    return mapping.with_items(**{key: value}) if isinstance(mapping, Node) else mapping


def with_nested(node: Node, place: Pointer, parts: Mapping[str, Json]) -> Node:
    """A mapping with further parts at a place. `codegen.check` reports other faults there."""
    if not place:
        return node.with_items(**parts)
    key = str(place[0])
    around = node.get(key, Node(pointer=(*node.pointer, key)))
    return (
        node.with_items(**{key: with_nested(around, place[1:], parts)}) if isinstance(around, Node) else node
    )
