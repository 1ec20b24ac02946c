"""Values that callers pass, as Python expressions: those of the document where they fit, else stand-ins.

A model is a dict, a member of an enumeration its value, a file a path.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from uuid import UUID

from msgspec import Struct, field

from codegen.document.node import Json
from codegen.model.api import Api
from codegen.model.classes import Field, Model
from codegen.model.notes import Absent, Notes
from codegen.model.types import ListOf, MapOf, Named, Scalar, Type, UnionOf
from codegen.views.expressions import Expression, Item, call, dict_expression, list_expression
from codegen.views.made_values import Example, Made, documented_values, is_short
from codegen.views.text.quoting import Code, literal

_DEEPEST = 20
_LONGEST = 2000
"""The most characters of a value in an example."""
_FILES = frozenset({Scalar.FILE, Scalar.BYTES})


class Passed(Struct):
    """Writes the values of one snippet."""

    api: Api
    modules: set[str] = field(default_factory=set[str])
    """The modules that the values need: ``datetime``, ``pathlib``."""
    depth: int = 0

    def of(
        self, type_: Type, notes: Notes | None, examples: Sequence[Json] = (), *, sends_files: bool = False
    ) -> Expression | None:
        """A value of a type: the first example that is one, or one that is made; None if there is none."""
        shown: list[Example] = [*examples, *(documented_values(notes) if notes is not None else ())]
        shown = [*filter(is_short, shown)]
        shown += [Made(self.api, is_sent=True).of(type_, notes)]
        found = [self._written(type_, one, sends_files=sends_files) for one in shown]
        written = [one for one in found if one is not None]
        short = (one for one in written if len(one.line) <= _LONGEST)
        return next(short, written[-1] if written else None)

    def _written(  # noqa: PLR0911 - one for each kind of type
        self, type_: Type, value: Example, tried: set[str] | None = None, *, sends_files: bool = False
    ) -> Expression | None:
        """The expression for a value; None if it is not of the type.

        `tried` has the unions that the same value is no member of, since unions can be circular.
        """
        tried = set() if tried is None else tried
        if self.depth > _DEEPEST:
            return None
        self.depth += 1
        try:
            match type_:
                case Scalar.FILE | Scalar.BYTES if sends_files:
                    return self._file()
                case Scalar():
                    return self._scalar(type_, value)
                case ListOf(item):
                    return self._list(item, value, sends_files=sends_files)
                case MapOf(item):
                    return self._map(item, value)
                case UnionOf(members):
                    return self._first(members, value, tried, sends_files=sends_files)
                case Named(name):
                    return self._component(name, value, tried)
        finally:
            self.depth -= 1

    def _scalar(self, type_: Scalar, value: Example) -> Expression | None:
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        match type_:
            case Scalar.ANY:
                return _plain(value)
            case Scalar.DATE | Scalar.DATETIME:
                return self._time(type_, value)
            case Scalar.NULL:
                fits = value is None
            case Scalar.BOOLEAN:
                fits = isinstance(value, bool)
            case Scalar.INTEGER:
                fits = is_number and isinstance(value, int)
            case Scalar.NUMBER:
                fits = is_number
            case Scalar.UUID:
                fits = isinstance(value, str) and _is_uuid(value)
            case _:
                fits = isinstance(value, str)
        return _plain(value) if fits else None

    def _time(self, type_: Scalar, value: Example) -> Expression | None:
        if not isinstance(value, str):
            return None
        try:
            if type_ is Scalar.DATE:
                return self._made_of(date.fromisoformat(value))
            read = datetime.fromisoformat(value)
            return None if read.tzinfo is None else self._made_of(read.astimezone(UTC))
        except (ValueError, OverflowError):
            return None

    def _made_of(self, value: date) -> Expression:
        self.modules.add("datetime")
        parts = [value.year, value.month, value.day]
        if not isinstance(value, datetime):
            return call(Code("datetime.date"), [Item(_plain(one)) for one in parts])
        parts += [value.hour, value.minute, value.second, value.microsecond]
        while parts[-1] == 0 and len(parts) > 3:
            parts.pop()
        zone = Item(Expression(Code("datetime.UTC")), Code("tzinfo="))
        return call(Code("datetime.datetime"), [*(Item(_plain(one)) for one in parts), zone])

    def _file(self) -> Expression:
        self.modules.add("pathlib")
        return call(Code("Path"), [Item(_plain("example.bin"))])

    def _list(self, item: Type, value: Example, *, sends_files: bool) -> Expression | None:
        if not isinstance(value, list):
            return self._list(item, [value], sends_files=True) if sends_files and item in _FILES else None
        items = [self._written(item, one, sends_files=sends_files) for one in value]
        written = [one for one in items if one is not None]
        return list_expression(written) if len(written) == len(items) else None

    def _map(self, item: Type, value: Example) -> Expression | None:
        if not isinstance(value, Mapping):
            return None
        items = {key: self._written(item, one) for key, one in value.items()}
        written = [(literal(key), one) for key, one in items.items() if one is not None]
        return dict_expression(written) if len(written) == len(items) else None

    def _first(
        self, members: Sequence[Type], value: Example, tried: set[str], *, sends_files: bool = False
    ) -> Expression | None:
        found = (self._written(member, value, tried, sends_files=sends_files) for member in members)
        return next((one for one in found if one is not None), None)

    def _component(self, name: str, value: Example, tried: set[str]) -> Expression | None:
        if name in self.api.enums:
            values = [one.value for one in self.api.enums[name].members]
            fits = value in values and not isinstance(value, bool)
            return _plain(value) if fits else None
        if name in self.api.unions:
            return self._union(name, value, tried)
        return self._model(self.api.models[name], value)

    def _union(self, name: str, value: Example, tried: set[str]) -> Expression | None:
        if name in tried:
            return None
        tried.add(name)
        union = self.api.unions[name]
        found: Expression | None = None
        if isinstance(value, Mapping):
            tag = value.get(union.discriminator)
            if isinstance(tag, str) and tag in union.mapping:
                found = self._written(union.mapping[tag], value, tried)
        if found is None:
            found = self._first(union.members, value, tried)
        if found is not None:
            tried.remove(name)
        return found

    def _model(self, model: Model, value: Example) -> Expression | None:
        if not isinstance(value, Mapping):
            return None
        items: list[tuple[Code, Expression]] = []
        for one in model.fields:
            if one.read_only or not (one.required or one.wire_name in value):
                continue
            written = self._property(one, value)
            if written is not None:
                items.append((literal(one.wire_name), written))
            elif one.required:
                return None
        return dict_expression(items)

    def _property(self, one: Field, value: Mapping[str, Example]) -> Expression | None:
        if one.wire_name not in value:
            if one.constant is not Absent.ABSENT:
                return _plain(one.constant)
            return self.of(one.type, one.notes)
        given = value[one.wire_name]
        if one.constant is not Absent.ABSENT and one.constant != given:
            return None
        return self._written(one.type, given)


def _plain(value: Example) -> Expression:
    """A JSON value, unchanged."""
    match value:
        case str() | bool() | int() | None:
            return Expression(literal(value))
        case float():
            return Expression(literal(value if math.isfinite(value) else None))
        case Mapping():
            return dict_expression((literal(key), _plain(one)) for key, one in value.items())
        case _:
            return list_expression(map(_plain, value))


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text.lower()
    except ValueError:
        return False
