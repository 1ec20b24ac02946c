"""Makes values from schemas, with all optional parts or with none.

hypothesis-jsonschema takes seconds for a recursive schema, and a corpus has a hundred thousand of them. jsf
and polyfactory do not support unions with a discriminator, or limits in an ``allOf``. The validator checks
every value before it is used. A rejected part is made again, or omitted if it is optional. So this module may
make mistakes.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from jsonschema_rs import ValidationErrorKind

from corpus.original import Part
from corpus.schemas import Json, JsonSchema, Schemas
from corpus.texts import Alphabet, Wanted, texts
from corpus.views import View, Views

Path: TypeAlias = tuple[str | int, ...]

_DEEPEST = 40
_FULL_DEPTH = 3
"""The depth below which optional properties are omitted."""
_FULL_NODES = 120
"""The number of values above which optional properties are omitted."""
_MOST_NODES = 4000
_MOST_TRIALS = 40


_OF_MANY = (ValidationErrorKind.OneOfMultipleValid, ValidationErrorKind.Not)
"""What may be wrong because a value has too many properties."""


class Impossible(Exception):
    """No valid value was found. The message is the validator's last error."""


@dataclass(slots=True)
class _Trial:
    """A value in the making, with the knowledge from previous attempts."""

    is_full: bool
    alphabet: Alphabet
    branch: int = 0
    nth: int = 0
    """Distinguishes the invented names of properties from those in other values."""
    offsets: dict[Path, int] = field(default_factory=dict)
    """The number of ways tried for the value at a path."""
    ways: dict[Path, int] = field(default_factory=dict)
    """The number of ways to make the value at a path."""
    optional: set[Path] = field(default_factory=set)
    """Places of parts that can be omitted."""
    omitted: set[Path] = field(default_factory=set)
    bare: set[Path] = field(default_factory=set)
    """Places where only required parts are made."""
    nodes: int = 0


class Synthesiser:
    """Makes values of the schemas of one direction."""

    def __init__(self, schemas: Schemas) -> None:
        self._schemas = schemas
        self._views = Views(schemas.definitions, schemas.components)

    def value(
        self, schema: Part, *, full: bool, alphabet: Alphabet = Alphabet.BODY, branch: int = 0, nth: int = 0
    ) -> Json:
        """A value that the validator accepts.

        Args:
            schema: A schema of the document.
            full: Whether to make optional parts.
            alphabet: The characters of free text.
            branch: The alternative at the top to try first.
            nth: Values of the same schema with different numbers differ if possible.

        Raises:
            Impossible: No value was found.
        """
        converted = self._schemas.add(schema)
        trial = _Trial(full, alphabet, branch, nth)
        complaint = "it permits no value"
        rejected: list[Json] = []
        for _ in range(_MOST_TRIALS):
            trial.nodes = 0
            trial.ways.clear()
            trial.optional.clear()
            try:
                value = self._make(converted, trial, (), nth)
            except _DeadEnd as error:
                complaint = str(error) or complaint
                if not _next_way(trial, ()):
                    break
                continue
            wrong = next(iter(self._schemas.errors(schema, value)), None)
            if wrong is None:
                return value
            complaint = wrong.message
            path = tuple(wrong.instance_path)[1:]
            rejected.append(value)
            if isinstance(wrong.kind, _OF_MANY) and path not in trial.bare:
                trial.bare.add(path)  # with fewer properties it may match only one, or none that it must not
            elif not _next_way(trial, path):
                break
        for value in rejected:
            if self._schemas.is_nearly_valid(schema, value):
                return value
        raise Impossible(complaint[:300])

    def branches(self, schema: Part) -> int:
        """The number of alternatives at the top of a schema."""
        return len(self._views.of(self._schemas.add(schema)))

    def _make(self, schema: JsonSchema, trial: _Trial, path: Path, nth: int) -> Json:
        trial.nodes += 1
        if len(path) > _DEEPEST or trial.nodes > _MOST_NODES:
            raise _DeadEnd("it is infinitely recursive")
        reason = _DeadEnd()
        ways = list(self._ways(schema))
        trial.ways[path] = len(ways)
        skipped = trial.offsets.get(path, 0)
        if not path and ways:
            skipped = (skipped + trial.branch) % len(ways)
        for view, kind in [*ways[skipped:], *ways[:skipped]]:
            nodes = trial.nodes
            try:
                return self._of_kind(view, kind, trial, path, nth)
            except _DeadEnd as error:
                reason = error
                trial.nodes = max(trial.nodes, nodes)
        raise reason

    def _ways(self, schema: JsonSchema) -> Iterator[tuple[View, str]]:
        views = self._views.of(schema)
        nulls = []
        for view in views:
            for kind in view.kinds():
                if kind == "null" or (view.enum is not None and view.enum == [None]):
                    nulls.append((view, kind))
                else:
                    yield view, kind
        yield from nulls

    def _of_kind(self, view: View, kind: str, trial: _Trial, path: Path, nth: int) -> Json:
        if view.enum is not None:
            listed = [value for value in view.enum if value is not None] or view.enum
            chosen: Json = listed[(nth + trial.offsets.get(path, 0)) % len(listed)]
            trial.ways[path] = max(trial.ways.get(path, 0), len(listed))
            return chosen
        match kind:
            case "object":
                return self._object(view, trial, path)
            case "array":
                return self._array(view, trial, path)
            case "string":
                return _string(view, trial, path, nth)
            case "integer":
                return int(_number(view, nth, whole=True))
            case "number":
                return _number(view, nth, whole=False)
            case "boolean":
                return nth % 2 == 0
            case _:
                return None

    def _object(self, view: View, trial: _Trial, path: Path) -> Json:
        found: dict[str, Json] = {}
        is_full = (
            trial.is_full and len(path) < _FULL_DEPTH and trial.nodes < _FULL_NODES and path not in trial.bare
        )
        needed = {**view.required, **dict.fromkeys(view.consts)}
        for nth, (name, schemas) in enumerate(view.properties.items()):
            inner = (*path, name)
            if self._is_fixed(view, name):
                found[name] = view.consts[name]
            elif name in needed:
                found[name] = self._make(self._views.all_of(schemas), trial, inner, nth)
            elif is_full and name not in view.foreign and inner not in trial.omitted:
                nodes = trial.nodes
                try:
                    found[name] = self._make(self._views.all_of(schemas), trial, inner, nth)
                    trial.optional.add(inner)
                except _DeadEnd:
                    trial.nodes = min(trial.nodes, nodes + 50)
        for name in needed:
            if name not in found:
                value = view.consts.get(name)
                found[name] = (
                    self._make(self._other(view, name), trial, (*path, name), 0) if value is None else value
                )
        self._fill(view, found, trial, path)
        return found

    def _is_fixed(self, view: View, name: str) -> bool:
        """Whether a discriminator determines the value of a property, and its schema does not forbid it."""
        if name not in view.consts:
            return False
        listed = [one.enum for one in self._views.of(self._views.all_of(view.properties[name]))]
        return any(enum is None or view.consts[name] in enum for enum in listed)

    def _fill(self, view: View, found: dict[str, Json], trial: _Trial, path: Path) -> None:
        """Properties without a name in the schema: as many as required, or one as an example."""
        least = int(view.least.get("minProperties", 0))
        optional = [name for name in view.properties if name not in found and name not in view.foreign]
        while len(found) < least and optional:
            name = optional.pop(0)
            found[name] = self._make(self._views.all_of(view.properties[name]), trial, (*path, name), 0)
        is_described = any(isinstance(schema, dict) and schema for schema in view.additional)
        is_map = is_described or not view.is_object  # a class ignores unknown properties, as it should
        is_full = trial.is_full and len(path) <= _FULL_DEPTH and trial.nodes < _FULL_NODES
        wanted = max(least, len(found) + 1 if is_map and is_full and False not in view.additional else 0)
        for nth in range(2 * (wanted - len(found))):
            if len(found) >= wanted:
                return
            name = self._name(view, trial.nth + nth)
            inner = (*path, name)
            if inner in trial.omitted or name in found:
                continue
            nodes = trial.nodes
            try:
                found[name] = self._make(self._other(view, name), trial, inner, 0)
                trial.optional.add(inner)
            except _DeadEnd:
                if least:
                    raise
                trial.nodes = min(trial.nodes, nodes + 50)
                return

    def _name(self, view: View, nth: int) -> str:
        """A name for a property that the schema does not name."""
        for pattern, _ in view.pattern_properties:
            return next(texts(Wanted(Alphabet.PLAIN, patterns=(pattern,)), nth))
        if view.names:
            made = self._make(
                {"allOf": [*view.names, {"type": "string"}]},
                _Trial(is_full=False, alphabet=Alphabet.PLAIN),
                (),
                nth,
            )
            return str(made)
        return "key" if nth == 0 else f"key{nth}"

    def _other(self, view: View, name: str) -> JsonSchema:
        """The schema of a property that is not named."""
        schemas: list[JsonSchema] = [schema for _, schema in view.pattern_properties] or view.additional
        schemas = [schema for schema in schemas if schema is not True]
        if False in schemas:
            raise _DeadEnd(f"{name!r} is required but forbidden")
        return self._views.all_of(schemas) if schemas else True

    def _array(self, view: View, trial: _Trial, path: Path) -> Json:
        least, most = int(view.least.get("minItems", 0)), view.most.get("maxItems", math.inf)
        wanted = min(max(least, 2 if trial.is_full and not path else 1), most)
        if least > most or least > _MOST_NODES:
            raise _DeadEnd(f"it requires {least} items")
        schemas = view.items
        found: list[Json] = []
        item = self._views.all_of([*schemas, *view.contains]) if [*schemas, *view.contains] else True
        nth = 0
        while len(found) < wanted and nth < 2 * wanted + 8:
            of = view.prefix[nth] if nth < len(view.prefix) else item
            try:
                value = self._make(of, trial, (*path, len(found)), nth)
            except _DeadEnd:
                if len(found) >= least:
                    break
                raise
            nth += 1
            if not (view.unique and value in found):
                found.append(value)
        return found


class _DeadEnd(Exception):
    """This way leads to no value."""


def _string(view: View, trial: _Trial, path: Path, nth: int) -> str:
    wanted = Wanted(trial.alphabet, next(iter(view.formats), None), tuple(view.patterns))
    wanted = replace(wanted, least=int(view.least.get("minLength", 0)))
    if "maxLength" in view.most:
        wanted = replace(wanted, most=int(view.most["maxLength"]))
    found = list(texts(wanted, nth))
    if not found:
        raise _DeadEnd(f"it requires a string of {wanted.least} characters")
    trial.ways[path] = max(trial.ways.get(path, 0), len(found))
    return found[trial.offsets.get(path, 0) % len(found)]


def _number(view: View, nth: int, *, whole: bool) -> int | float:
    least = max(view.least.get("minimum", -math.inf), view.least.get("exclusiveMinimum", -math.inf))
    most = min(view.most.get("maximum", math.inf), view.most.get("exclusiveMaximum", math.inf))
    step = max((multiple for multiple in view.multiples if multiple > 0), default=1 if whole else 0)
    if whole and not float(step).is_integer():
        step = 1
    liked = 7 + nth if step else 2.5 + nth
    number = min(max(liked, least), most)
    if step:
        number = math.ceil(number / step) * step
        if number > most:
            number = math.floor(most / step) * step
        number += step * (number == view.least.get("exclusiveMinimum"))
        number -= step * (number == view.most.get("exclusiveMaximum"))
    elif number in {view.least.get("exclusiveMinimum"), view.most.get("exclusiveMaximum")}:
        number = least + 0.5 if most == math.inf else most - 0.5 if least == -math.inf else (least + most) / 2
    if not least <= number <= most:
        raise _DeadEnd(f"no number is between {least} and {most}")
    return int(number) if whole else number


def _next_way(trial: _Trial, path: Path) -> bool:
    """Choose another way for the next value, at the path or as close above it as possible."""
    for length in range(len(path), -1, -1):
        place = path[:length]
        tried = trial.offsets.get(place, 0)
        if tried + 1 < trial.ways.get(place, 0):
            trial.offsets[place] = tried + 1
            return True
        if place in trial.optional:
            trial.omitted.add(place)
            return True
    return False
