"""What an OpenAPI document says of a client, as facts; read as plain data, without the generator.

Only as much of the standard is understood as the documents that are tested with it use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

Facts = dict[str, str]
"""A text for each thing that has a name: a method, an argument, an answer, a model, a field."""
Spec = dict[str, Any]


def facts(spec: Spec) -> Facts:
    """Write down what a document says, under the names that its client should use."""
    return {
        "version": spec["info"]["version"],
        "server": spec["servers"][0]["url"],
        **dict(_operations(spec)),
        **dict(_schemas(spec)),
    }


def _operations(spec: Spec) -> Iterator[tuple[str, str]]:
    about = {tag["name"]: tag["description"] for tag in spec["tags"]}
    for path, item in spec["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            (tag,) = operation["tags"]
            resource = _snake(tag)
            verb = _snake(operation["operationId"]).removesuffix("_" + resource.removesuffix("s"))
            name = f"{resource}.{verb}"
            yield resource, about[tag]
            yield name, f"{method.upper()} {path}"
            yield f"{name} says", one_line(f"{operation['summary']}. {operation.get('description', '')}")
            yield f"{name} needs", "a token" if operation.get("security", spec.get("security")) else "nothing"
            yield from _arguments(spec, name, [*item.get("parameters", []), *operation.get("parameters", [])])
            yield from _body(spec, name, operation.get("requestBody"))
            for status, response in operation["responses"].items():
                answer = _resolved(spec, response)
                outcome = f"{'returns' if status.startswith('2') else 'raises'} {status}"
                yield f"{name} {outcome}", f"{_content_type(answer)}: {one_line(answer['description'])}"


def _arguments(spec: Spec, name: str, parameters: list[Spec]) -> Iterator[tuple[str, str]]:
    for parameter in (_resolved(spec, parameter) for parameter in parameters):
        kind = _type_of(parameter["schema"])
        if parameter["in"] == "path" and kind == "uuid":
            kind = "string or uuid"
        place, wire, text = parameter["in"], parameter["name"], parameter["description"]
        yield _argument(name, wire, f"{place} {wire}", parameter.get("required"), kind, text)


def _body(spec: Spec, name: str, body: Spec | None) -> Iterator[tuple[str, str]]:
    if body is None:
        return
    schema = _resolved(spec, body["content"]["application/json"]["schema"])
    for wire, member in schema["properties"].items():
        required = wire in schema.get("required", [])
        yield _argument(name, wire, f"body {wire}", required, _type_of(member), _described(spec, member))


def _argument(
    name: str, wire: str, place: str, required: bool | None, kind: str, text: str
) -> tuple[str, str]:
    needed = "required" if required else "optional"
    return f"{name}({_snake(wire)})", f"{needed} {kind}, {place}: {one_line(text)}"


def _schemas(spec: Spec) -> Iterator[tuple[str, str]]:
    for name, schema in spec["components"]["schemas"].items():
        yield f"{name} says", one_line(schema["description"])
        if "enum" in schema:
            yield name, json.dumps(schema["enum"])
            continue
        yield name, json.dumps(list(schema["properties"]))
        for wire, member in schema["properties"].items():
            required = "required" if wire in schema.get("required", []) else "optional"
            text = one_line(member.get("description", ""))
            yield f"{name}.{_snake(wire)}", f"{required} {_type_of(member)}, {wire}: {text}"


def _resolved(spec: Spec, part: Spec) -> Spec:
    while "$ref" in part:
        keys = part["$ref"].removeprefix("#/").split("/")
        part = spec
        for key in keys:
            part = part[key]
    return part


def _described(spec: Spec, schema: Spec) -> str:
    return str(schema.get("description") or _resolved(spec, schema).get("description", ""))


def _content_type(response: Spec) -> str:
    if "content" not in response:
        return "null"
    return _type_of(response["content"]["application/json"]["schema"])


def _type_of(schema: Spec) -> str:
    if "$ref" in schema:
        return str(schema["$ref"].rsplit("/", 1)[1])
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    return " or ".join(sorted(_one_type_of(kind, schema) for kind in kinds))


def _one_type_of(kind: str, schema: Spec) -> str:
    if kind == "array":
        return f"array of {_type_of(schema['items'])}"
    return str(schema.get("format", kind)) if kind == "string" else kind


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|[^A-Za-z0-9]+", "_", name).lower()


def one_line(text: str) -> str:
    """Undo the wrapping of a text."""
    return " ".join(text.split())
