"""What a JSON Schema validator found, told in sentences that need no knowledge of JSON Schema."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from jsonschema_rs import ValidationError, ValidationErrorKind

from codegen.check.spelling import did_you_mean
from codegen.document import Json

_UNIONS = (ValidationErrorKind.AnyOf, ValidationErrorKind.OneOfNotValid)

_TYPES = {
    "string": "a string",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "a mapping",
    "null": "null",
}


def causes(error: ValidationError) -> Iterator[ValidationError]:
    """The errors that matter: of a union that nothing fits, those of the member that was meant.

    A member was not meant if the value lacks the ``$ref`` or the type of it, or has another ``type`` or ``in``;
    of the rest the one that fits best is where the author went wrong deepest.
    """
    kind = error.kind
    if not isinstance(kind, _UNIONS):
        yield error
        return
    members = [member for member in kind.context if member]
    if not members or _chosen_by(members, error) is not None:
        yield error
        return
    for inner in min(members, key=lambda member: _distance(member, error)):
        yield from causes(inner)


def sentence(error: ValidationError, subject: str) -> str:
    """What is wrong with the value that `subject` names: ``"'limit' must be a number, not a string"``."""
    match error.kind:
        case ValidationErrorKind.Type(types):
            return f"{subject} must be {_either([_TYPES[one] for one in types])}, not {named(error.instance)}"
        case ValidationErrorKind.Enum(options):
            return f"{subject} must be {_options(options)}{_unlike(error.instance, options)}"
        case ValidationErrorKind.Constant(value):
            return f"{subject} must be {_shown(value)}, not {_shown(error.instance)}"
        case ValidationErrorKind.Required(key):
            return f"{subject} must have {key!r}"
        case ValidationErrorKind.Format(name):
            return f"{subject} must be {_FORMATS.get(name, name)}"
        case ValidationErrorKind.Pattern(pattern):
            return f"{subject} must match the pattern {_short(pattern)}"
        case ValidationErrorKind.AdditionalProperties(keys) | ValidationErrorKind.UnevaluatedProperties(keys):
            return f"{subject} must not have {_either([repr(key) for key in keys[:3]])}"
        case ValidationErrorKind.AnyOf() | ValidationErrorKind.OneOfNotValid() as union:
            options = _chosen_by([member for member in union.context if member], error) or []
            if options:
                return f"{_inner(error, subject)} must be {_options(options)}"
            return f"{subject} fits none of the alternatives"
        case ValidationErrorKind.OneOfMultipleValid():
            return f"{subject} fits more than one of the alternatives that exclude one another"
        case ValidationErrorKind.UniqueItems():
            return f"{subject} has the same item twice"
        case _:
            return f"{subject} {_bounded(error)}"


def named(value: Json) -> str:
    """The type of a value, with its article."""
    if value is None:
        return "null (nothing)"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return "a string" if value else "an empty string"
    if isinstance(value, (int, float)):
        return f"the number {value}" if abs(value) < 1e15 else "a number"
    return "a list" if isinstance(value, list) else "a mapping"


_FORMATS = {"date": "a date such as 2026-01-31", "date-time": "a time such as 2026-01-31T12:30:00Z"} | {
    "uuid": "a UUID"
}


def _bounded(error: ValidationError) -> str:
    match error.kind:
        case ValidationErrorKind.Minimum(limit):
            return f"must be at least {limit}"
        case ValidationErrorKind.Maximum(limit):
            return f"must be at most {limit}"
        case ValidationErrorKind.ExclusiveMinimum(limit):
            return f"must be greater than {limit}"
        case ValidationErrorKind.ExclusiveMaximum(limit):
            return f"must be less than {limit}"
        case ValidationErrorKind.MultipleOf(factor):
            return f"must be a multiple of {factor}"
        case ValidationErrorKind.MinLength(limit):
            return f"must have at least {_counted(limit, 'character')}"
        case ValidationErrorKind.MaxLength(limit):
            return f"must have at most {_counted(limit, 'character')}"
        case ValidationErrorKind.MinItems(limit):
            return f"must have at least {_counted(limit, 'item')}"
        case ValidationErrorKind.MaxItems(limit):
            return f"must have at most {_counted(limit, 'item')}"
        case ValidationErrorKind.MinProperties(limit):
            return f"must have at least {_counted(limit, 'key')}"
        case ValidationErrorKind.MaxProperties(limit):
            return f"must have at most {_counted(limit, 'key')}"
        case ValidationErrorKind.PropertyNames():
            return "has a key that is not allowed"
        case _:
            return "has a value that is not allowed"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'s' if count != 1 else ''}"


def _distance(member: Sequence[ValidationError], union: ValidationError) -> tuple[int, int, int]:
    """How far a member is from having been meant, as `min` compares it."""
    here = union.instance_path
    foreign = 0
    for error in member:
        path = error.instance_path
        kind = error.kind
        if path == here and isinstance(kind, ValidationErrorKind.Required) and kind.property == "$ref":
            foreign = max(foreign, 3)
        elif path == here and isinstance(kind, ValidationErrorKind.Type):
            foreign = max(foreign, 2)
        elif _is_choice(error, here):
            foreign = max(foreign, 1)
    deepest = max(len(error.instance_path) for error in member)
    return foreign, -deepest, len(member)


def _is_choice(error: ValidationError, here: list[str | int]) -> bool:
    """Whether a ``type`` or ``in`` of other members was found."""
    chosen = error.instance_path[len(here) :] in (["type"], ["in"])
    return chosen and isinstance(error.kind, ValidationErrorKind.Enum | ValidationErrorKind.Constant)


def _chosen_by(members: Sequence[Sequence[ValidationError]], union: ValidationError) -> list[Json] | None:
    """The values of ``type`` or ``in`` that would have chosen a member, if every member asks for one."""
    here = union.instance_path
    options: list[Json] = []
    for member in members:
        found = [error.kind for error in member if _is_choice(error, here)]
        if not found or len(members) < 2:
            return None
        for kind in found:
            if isinstance(kind, ValidationErrorKind.Enum):
                options += kind.options
            elif isinstance(kind, ValidationErrorKind.Constant):
                options.append(kind.expected_value)
    return list(dict.fromkeys(str(option) for option in options))


def _inner(union: ValidationError, subject: str) -> str:
    """The key that chooses a member of a union."""
    for member in union.kind.context:
        for error in member:
            if _is_choice(error, union.instance_path):
                return repr(error.instance_path[-1])
    return subject


def _unlike(value: Json, options: list[Json]) -> str:
    hint = (
        did_you_mean(value, [one for one in options if isinstance(one, str)])
        if isinstance(value, str)
        else ""
    )
    return f", not {_shown(value)}{hint}"


def _options(options: list[Json]) -> str:
    shown = [_shown(option) for option in options]
    if len(shown) > 8:
        shown = [*shown[:7], f"{len(shown) - 7} more"]
    return shown[0] if len(shown) == 1 else f"one of {', '.join(shown)}"


def _either(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _shown(value: Json) -> str:
    if isinstance(value, str):
        return _short(value)
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value) if isinstance(value, (int, float)) and abs(value) < 1e15 else named(value)


def _short(text: str) -> str:
    return repr(text if len(text) <= 60 else text[:57] + "...")
