"""What an OpenAPI document says of a client, as facts; read as plain data, without the generator.

The document may be any. Where it uses more of the standard than is understood here, the fact is `None`: the
client must have the thing, and what it says of the thing is not judged. Calls show the rest
(`tests/spec/test_calls.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from packaging.version import InvalidVersion, Version

from corpus.original import Operation, Original, Part, is_waived, mapping
from tests.facts.schemas import (
    OF_MODELS,
    PLAIN,
    class_of,
    has_class,
    has_inline,
    is_of_fastapi,
    is_plain_enum,
    is_plain_object,
    letters,
    normalised,
    type_of,
)

Spec = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the document."""

    text: str
    exact: bool = True
    """Whether the client says this and nothing beside it."""


Fact = str | Said | None
Facts = dict[str, Fact]
"""A fact for each thing that has a name: an operation, an argument, an answer, a model, a field.

A name that ends in ``*`` stands for all names that begin alike.
"""


def facts(spec: Spec) -> Facts:
    """Write down what a document says."""
    original = Original(spec)
    return {
        "version": version(spec["info"]["version"]),
        "server": _server(spec),
        **dict(_operations(original)),
        **dict(_schemas(original)),
    }


def differences(wanted: Facts, found: Facts) -> set[str]:
    """The names of the facts in which a client is not what a document says."""
    wild = tuple(name.removesuffix("*") for name in wanted if name.endswith("*"))
    lacking = {name for name in wanted.keys() - found.keys() if not name.endswith("*")}
    beside = {name for name in found.keys() - wanted.keys() if not (wild and name.startswith(wild))}
    return (
        lacking
        | beside
        | {name for name in wanted.keys() & found.keys() if _differs(wanted[name], found[name])}
    )


def _differs(wanted: Fact, found: Fact) -> bool:
    if isinstance(wanted, Said):
        said, told = letters(wanted.text), letters(str(found))
        return said != told if wanted.exact else said not in told
    return wanted is not None and wanted != found


def _said(text: object, *, exact: bool = True) -> Said | None:
    """None where markup says more than letters."""
    plain = str(text or "")
    return None if _MARKUP.search(plain) else Said(plain, exact)


_MARKUP = re.compile(r"[<&\\]|\]\(|https?:|[^\n\S ]|[^\w\s\x20-\x7e]")


def version(text: str) -> str | None:
    """A version as Python packaging writes it; None if it has no such form."""
    try:
        return str(Version(text))
    except InvalidVersion:
        return None


def _server(spec: Spec) -> str | None:
    url = str((spec.get("servers") or [{}])[0].get("url", ""))
    return url.rstrip("/") if url.startswith("https://") and "{" not in url else None


def _operations(original: Original) -> Iterator[tuple[str, Fact]]:
    operations = list(original.operations())
    ways = {json.dumps(operation.security) for operation in operations}
    for operation in operations:
        declared = _declared(original, operation)
        name = operation.name
        yield name, None
        words = [str(declared.get(key) or "") for key in ("summary", "description")]
        if letters(words[1]).startswith(letters(words[0])):
            words = words[1:]  # it is not said twice
        has_scopes = any(scopes for requirement in operation.security for scopes in requirement.values())
        simple = not has_scopes and declared.keys() <= {
            "summary",
            "description",
            "operationId",
            "tags",
            "parameters",
            *_STRUCTURE,
        }
        yield f"{name} says", _said(" ".join(words), exact=simple) if declared.get("summary") else None
        yield f"{name} belongs to", _group(original, declared)
        yield f"{name} needs", _needs(operation) if len(ways) == 1 else None
        for parameter in operation.parameters:
            place = f"{name} {parameter['in']} {parameter['name']}"
            key = (parameter["in"], parameter["name"].lower()) == ("header", "idempotency-key")
            made = key and mapping(parameter, "schema").get("type") == "string"
            required = parameter.get("required") is True and not made  # the client makes one
            for fact, value in _member(original, place, _of_parameter(parameter), parameter, required):
                yield fact, None if made and fact.endswith(" says") else value
        yield from _body(original, operation)
        yield from _answers(original, operation)


def _of_parameter(parameter: Part) -> Part | None:
    """Its schema; null has no form in a path."""
    schema = parameter.get("schema")
    types = schema.get("type") if schema else None
    if schema is None or parameter["in"] != "path" or not isinstance(types, list):
        return schema
    return schema | {"type": [one for one in types if one != "null"]}


_STRUCTURE = {"requestBody", "responses"}


def _declared(original: Original, operation: Operation) -> Part:
    item = original.resolved(original.root["paths"][operation.path])
    return original.resolved(item[operation.method.lower()])


def _group(original: Original, declared: Part) -> Fact:
    """What is said of the first tag, if it is declared; its letters do for a tag without a description."""
    tags = {tag["name"]: tag for tag in original.root.get("tags") or ()}
    tag = tags.get((declared.get("tags") or [""])[0], {})
    return (
        _said(tag["description"], exact=tag.keys() == {"name", "description"})
        if "description" in tag
        else None
    )


def _needs(operation: Operation) -> str | None:
    if not operation.security:
        return "nothing"
    return None if {} in operation.security else "credentials"


def _member(
    original: Original, name: str, schema: Part | None, owner: Part, required: object
) -> Iterator[tuple[str, Fact]]:
    """A parameter or a property: whether it is required, its type, what is said of it."""
    schema = {} if schema is None else schema
    kind = type_of(original, schema)
    text = owner.get("description") or schema.get("description")
    whole = schema if "$ref" not in schema else original.resolved(schema)
    if name.startswith("model ") and kind is None:
        text = None  # its schema may have a class of its own, which says it
    if not text and not (name.startswith("model ") and has_class(whole)):
        # A field's class says what it is; an argument says it itself.
        text = None if kind is None else whole.get("description")
    known = PLAIN | (OF_MODELS if has_class(whole) else set())
    plain = (
        {*owner} <= {*PLAIN, "name", "in", "required", "schema"} and {*schema} <= PLAIN and {*whole} <= known
    )
    plain = plain and kind is not None
    yield name, None if kind is None else f"{'required' if required is True else 'optional'} {kind}"
    yield f"{name} says", _said(text, exact=plain) if text or plain else None


def _body(original: Original, operation: Operation) -> Iterator[tuple[str, Fact]]:
    """Each property of a plain object is an argument; what other bodies become is not judged."""
    if operation.body is None:
        return
    content = mapping(operation.body, "content")
    schema = original.resolved(content.get("application/json", {}).get("schema") or {})
    names = {normalised(wire) for wire in schema.get("properties") or ()}
    taken = names & {normalised(parameter["name"]) for parameter in operation.parameters}
    is_usual = len(content) == 1 and operation.body.get("required") is True and not taken
    if not is_usual or not is_plain_object(schema):
        yield f"{operation.name} body*", None
        return
    for wire, member in schema["properties"].items():
        required = wire in schema.get("required", [])
        yield from _member(original, f"{operation.name} body {wire}", member, {}, required)


def _answers(original: Original, operation: Operation) -> Iterator[tuple[str, Fact]]:
    # What is answered by no class of statuses or by several of success is told in other words.
    successes = [status for status in operation.responses if status.startswith("2")]
    simple = {
        status
        for status in operation.responses
        if status.isdigit() and (status[0] in "45" or [status] == successes)
    }
    for status, response in operation.responses.items():
        name = f"{operation.name} answers {status}"
        is_undescribed = status in successes and not response.get("content") and status not in _EMPTY
        if operation.method == "GET" and is_undescribed:
            yield name, "of several"  # bytes or none, whatever the media type
        else:
            yield name, _content_type(original, response) if status in simple else None
        text = response.get("description")
        # Several statuses may share a class of error, and have their texts one behind the other.
        is_nothing = not response.get("content") or operation.method == "HEAD" or _says_nothing(text)
        told = status in simple and not (status in successes and is_nothing)
        yield f"{name} says", _said(text, exact=False) if text and told else None
    if operation.method == "GET" and not successes and not _REDIRECTS.isdisjoint(operation.responses):
        yield f"{operation.name} answers 2XX", "of several"  # where the redirect leads, as bytes
        yield f"{operation.name} answers 2XX says", None


_EMPTY = {"204", "205"}
_REDIRECTS = {"301", "302", "303", "307", "308", "3XX"}


def _says_nothing(text: object) -> bool:
    """A success is a success: `OK`, `Successful response`."""
    return len(str(text).split()) < 3


def _content_type(original: Original, response: Part) -> str | None:
    content = mapping(response, "content")
    if not content:
        return "null"
    schema = content.get("application/json", {}).get("schema")
    return type_of(original, schema) if len(content) == 1 and schema else None


def _schemas(original: Original) -> Iterator[tuple[str, Fact]]:
    schemas = original.components("schemas")
    if any(has_inline(one, top=True) for one in _parts(original.root)) or any(map(is_of_fastapi, schemas)):
        yield "model *", None  # classes of inline schemas, under names that rules give
    for key, schema in schemas.items():
        if is_waived(schema) or (name := class_of(key, schema)) is None:
            continue
        if is_plain_enum(schema):
            yield f"model {name}", json.dumps(schema["enum"])
        elif is_plain_object(schema):
            yield f"model {name}", json.dumps([*schema["properties"]])
            for wire, member in schema["properties"].items():
                required = wire in schema.get("required", [])
                yield from _member(original, f"model {name}.{wire}", member, {}, required)
        else:
            yield f"model {name}*", None
            continue
        text = schema.get("description")
        yield f"model {name} says", _said(text, exact={*schema} <= OF_MODELS) if text else None


def _parts(part: Any) -> Iterator[Part]:
    """Every mapping of the document."""
    if isinstance(part, dict):
        yield part
        for child in part.values():
            yield from _parts(child)
    elif isinstance(part, list):
        for child in part:
            yield from _parts(child)
