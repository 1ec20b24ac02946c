"""Converts the errors of a JSON Schema validator to sentences that need no knowledge of JSON Schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from jsonschema_rs import ValidationError, ValidationErrorKind

from codegen.document.node import Json, Node, Pointer
from codegen.document.spelling import did_you_mean

_LONGEST = 60
"""Characters of a value that a sentence quotes."""

_TYPES = {
    "string": "a string",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "array": "a list",
    "object": "a mapping",
    "null": "null",
}

_FORMATS = {
    "date": "a date such as 2026-01-31",
    "date-time": "a time such as 2026-01-31T12:30:00Z",
    "uuid": "a UUID",
    "time": "a time of the day such as 12:30:00Z",
    "byte": "a text in base64",
    "duration": "a duration such as P1DT12H",
    "email": "an e-mail address",
    "hostname": "the name of a host",
    "ipv4": "an address of IPv4 such as 192.0.2.1",
    "ipv6": "an address of IPv6 such as 2001:db8::1",
    "json-pointer": "a JSON Pointer such as /items/0",
    "regex": "a regular expression",
    "uri": "a whole URI such as https://example.com/a",
    "uri-reference": "a URI or a part of one",
    "uri-template": "a template of a URI such as /items/{id}",
}

_LIMITS = {
    "minimum": "must be at least {}",
    "maximum": "must be at most {}",
    "exclusiveMinimum": "must be greater than {}",
    "exclusiveMaximum": "must be less than {}",
    "multipleOf": "must be a multiple of {}",
    "minLength": "must be at least {} characters long",
    "maxLength": "must be at most {} characters long",
    "minItems": "must have at least {} items",
    "maxItems": "must have at most {} items",
    "minProperties": "must have at least {} keys",
    "maxProperties": "must have at most {} keys",
}


def causes(
    error: ValidationError, is_whole: Callable[[ValidationError], bool] = lambda _: False
) -> Iterator[ValidationError]:
    """The errors that matter: of a union that nothing fits, those of the member that was meant.

    A member was not meant if the value lacks its ``$ref`` or is not of its type, or has another ``type`` or
    ``in``; of the rest, the one that fits best is where the author went wrong deepest. An error for which
    `is_whole` holds is not taken apart.
    """
    members = member_errors(error)
    if not members or is_whole(error) or _choices(members, error):
        yield error
        return
    for inner in min(members, key=lambda member: _distance(member, error)):
        yield from causes(inner, is_whole)


def without_consequences(errors: Sequence[ValidationError]) -> list[ValidationError]:
    """The errors that do not follow from others.

    If a value has the wrong type, its other errors are dropped. Errors that give no reason are dropped if
    there is an error with a reason for the same value or a part of it.
    """
    paths = [tuple(error.instance_path) for error in errors]
    mistyped = {path for path, error in zip(paths, errors, strict=True) if error.kind.name == "type"}
    plain = {
        path[:length]
        for path, error in zip(paths, errors, strict=True)
        if _says_why(error)
        for length in range(len(path) + 1)
    }
    return [
        error
        for path, error in zip(paths, errors, strict=True)
        if (error.kind.name == "type" or path not in mistyped) and (_says_why(error) or path not in plain)
    ]


def _says_why(error: ValidationError) -> bool:
    return error.kind.name in _SAYINGS or error.kind.name in _LIMITS


def member_errors(error: ValidationError) -> list[list[ValidationError]]:
    """The errors of each member of a union that nothing fits."""
    match error.kind:
        case ValidationErrorKind.AnyOf(context) | ValidationErrorKind.OneOfNotValid(context):
            return [member for member in context if member]
        case _:
            return []


def place_in(value: Json, error: ValidationError, skipped: int = 0) -> Pointer:
    """Where in a value an error is, by its path without the tokens `skipped`; of a union, what chooses.

    The validator takes a key such as '200' for an index, so only the value distinguishes them.
    """
    pointer: list[str | int] = []
    choices = _choices(member_errors(error), error)
    for token in (choices[0] if choices else error).instance_path[skipped:]:
        if isinstance(value, Node):
            pointer.append(str(token))
            value = value.get(str(token))
        elif isinstance(value, list):
            pointer.append(int(token))
            value = value[int(token)]
    return tuple(pointer)


def subject_at(pointer: Pointer) -> str:
    """The words for the value at a place: ``'limit'``, ``item 2 of 'servers'``."""
    *around, last = pointer
    if isinstance(last, str):
        return repr(last)
    return (
        f"item {last + 1} of {around[-1]!r}" if around and isinstance(around[-1], str) else f"item {last + 1}"
    )


def fault_sentence(error: ValidationError, subject: str) -> str:
    """The fault of the value that `subject` names: ``"'limit' must be a number, not a string"``."""
    keyword = error.kind.name
    if choices := _choices(member_errors(error), error):
        key = repr(choices[0].instance_path[-1])
        return f"{key} must be {_one_of(list(chain(*map(_allowed, choices))), choices[0].instance)}"
    if keyword in _LIMITS:
        phrase = _LIMITS[keyword].format(error.kind.value)
        return f"{subject} {phrase.removesuffix('s') if ' 1 ' in phrase else phrase}"
    return f"{subject} {_SAYINGS.get(keyword, _unfit)(error)}"


def _unfit(_: ValidationError) -> str:
    return "has a value that is not allowed"


def _of_type(error: ValidationError) -> str:
    types = [_TYPES[one] for one in error.kind.value]
    return f"must be {' or '.join(types)}, not {_kind_of(error.instance)}"


def _of_enum(error: ValidationError) -> str:
    if not _allowed(error):
        return "has no value that is allowed"
    return f"must be {_one_of(_allowed(error), error.instance)}"


def _of_format(error: ValidationError) -> str:
    return f"must be {_FORMATS.get(error.kind.value, error.kind.value)}"


_SAYINGS: dict[str, Callable[[ValidationError], str]] = {
    "type": _of_type,
    "enum": _of_enum,
    "const": _of_enum,
    "format": _of_format,
    "required": lambda error: f"must have {error.kind.value!r}",
    "pattern": lambda error: f"must match the pattern {_quoted(error.kind.value)}",
    "additionalProperties": lambda error: f"must not have {error.kind.value[0]!r}",
    "unevaluatedProperties": lambda error: f"must not have {error.kind.value[0]!r}",
    "falseSchema": lambda _: "is not allowed",
    "uniqueItems": lambda _: "has the same item twice",
    "contains": lambda _: "lacks an item that it must have",
}


def _distance(member: Sequence[ValidationError], union: ValidationError) -> tuple[int, int, int]:
    """How badly a value fits a member of a union; `min` finds the member that was probably meant."""
    here = union.instance_path
    direct = {(error.kind.name, str(error.kind.value)) for error in member if error.instance_path == here}
    if ("required", "$ref") in direct:
        foreign = 3
    elif "type" in dict(direct) or any(_is_of_no_option(error, union) for error in member):
        foreign = 2
    else:
        foreign = int(any(_is_choice(error, union) for error in member))
    return foreign, -max(len(error.instance_path) for error in member), len(member)


def _is_of_no_option(error: ValidationError, union: ValidationError) -> bool:
    """Whether a value is not even of the type of those that are allowed: a list among names."""
    is_enum = error.instance_path == union.instance_path and error.kind.name == "enum"
    return is_enum and type(error.instance) not in map(type, error.kind.value)


def _choices(members: Sequence[Sequence[ValidationError]], union: ValidationError) -> list[ValidationError]:
    """The errors about ``type`` or ``in`` that rule out each member of a union: none of them was chosen."""
    found = [[error for error in member if _is_choice(error, union)] for member in members]
    keys = {error.instance_path[-1] for errors in found for error in errors[:1]}
    return [errors[0] for errors in found] if len(found) > 1 and all(found) and len(keys) == 1 else []


def _is_choice(error: ValidationError, union: ValidationError) -> bool:
    chosen = error.instance_path[len(union.instance_path) :] in (["type"], ["in"])
    return chosen and error.kind.name in {"enum", "const"}


def _allowed(error: ValidationError) -> list[object]:
    values = error.kind.value
    return values if error.kind.name == "enum" else [values]


def _one_of(options: Sequence[object], value: object) -> str:
    shown = list(dict.fromkeys(map(_quoted, options)))
    if len(shown) > 8:
        shown = [*shown[:7], f"{len(shown) - 7} more"]
    texts = [option for option in options if isinstance(option, str)]
    hint = did_you_mean(value, texts) if isinstance(value, str) else ""
    return f"{shown[0] if len(shown) == 1 else 'one of ' + ', '.join(shown)}, not {_quoted(value)}{hint}"


def _kind_of(value: object) -> str:
    """The type of a value, with its article."""
    match value:
        case None | bool():
            return str(_quoted(value))
        case str():
            return "a string" if value else "an empty string"
        case list():
            return "a list"
        case dict():
            return "a mapping"
        case _:
            return f"the number {value}" if len(str(value)) < 20 else "a number"


def _quoted(value: object) -> str:
    match value:
        case str():
            return repr(value if len(value) <= _LONGEST else value[: _LONGEST - 3] + "...")
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case _:
            return _kind_of(value).removeprefix("the number ")
