"""Parts of a document that edits find or add."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

Spec = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


def methods_of(item: Spec) -> list[str]:
    return [method for method in METHODS if method in item]


def operations_of(spec: Spec) -> Iterator[Spec]:
    for item in [*spec["paths"].values()]:
        for method in methods_of(item):
            yield item[method]


def schemas_of(spec: Spec) -> Spec:
    return spec.setdefault("components", {}).setdefault("schemas", {})


def parts_of(part: Any) -> Iterator[Spec]:
    """Every mapping of the document, from the outside in."""
    if isinstance(part, dict):
        yield part
        for child in [*part.values()]:
            yield from parts_of(child)
    elif isinstance(part, list):
        for child in part:
            yield from parts_of(child)


def objects_of(spec: Spec) -> Iterator[Spec]:
    """Every schema with properties."""
    return (
        part for part in parts_of(spec) if isinstance(part.get("properties"), dict) and "example" not in part
    )


def examples_of(spec: Spec) -> Iterator[Spec]:
    """Every mapping in an example."""
    for part in parts_of(spec):
        named = part["examples"] if isinstance(part.get("examples"), dict) else {}
        for value in [part.get("example"), *(one.get("value") for one in named.values())]:
            yield from parts_of(value)


def free_name(spec: Spec, path: str, method: str) -> str:
    """The path, or one below it, that does not have the method."""
    while method in spec["paths"].get(path, {}):
        path = f"{path}/more"
    return path


def path_beside(spec: Spec) -> str:
    """The path of the collection that the first path leads into; a new one, if there is none."""
    path = next(iter(spec["paths"]))
    return path.rpartition("/")[0] if path.endswith("}") and "/" in path[1:] else f"{path}/edited"


def add_operation(
    spec: Spec, path: str, method: str, id_: str, summary: str, response: Spec, status: str = "200"
) -> Spec:
    """Add an operation to a path, or to one below; its tags and errors are those of the first."""
    first = next(operations_of(spec), {})
    path = free_name(spec, path, method)
    while any(operation.get("operationId") == id_ for operation in operations_of(spec)):
        id_ = f"{id_}Again"
    item = spec["paths"].setdefault(path, {})
    errors = {key: copy.deepcopy(one) for key, one in first.get("responses", {}).items() if key[:1] in "45"}
    operation = {
        "operationId": id_,
        **({"tags": [*first["tags"]]} if "tags" in first else {}),
        "summary": summary,
        "description": f"{summary}, or learn why not.",
        "parameters": [] if item.get("parameters") else path_parameters(path),
        "responses": {status: response, **errors},
    }
    item[method] = operation
    return operation


def path_parameters(path: str) -> list[Spec]:
    names = [piece[1:-1] for piece in path.split("/") if piece.startswith("{")]
    uuid = {"type": "string", "format": "uuid"}
    shown = "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"
    return [
        query_parameter(name, uuid, f"The {name}.", shown) | {"in": "path", "required": True}
        for name in names
    ]


def query_parameter(name: str, schema: Spec, description: str, example: object) -> Spec:
    return {"name": name, "in": "query", "description": description, "schema": schema, "example": example}


def json_response(description: str, schema: str, example: object) -> Spec:
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}, "example": example}
    return {"description": description, "content": {"application/json": content}}


def object_schema(**properties: str) -> Spec:
    return {
        "description": "A thing that was added.",
        "type": "object",
        "required": [*properties],
        "properties": {
            name: {"description": f"Its {name}.", "type": kind} for name, kind in properties.items()
        },
    }


def success_of(spec: Spec) -> Spec:
    """The response of a success that the document has, or a text."""
    for operation in operations_of(spec):
        for status, response in operation["responses"].items():
            if status[:1] == "2" and "content" in response:
                return copy.deepcopy(response)
    return {"description": "It.", "content": {"text/plain": {"schema": {"type": "string"}, "example": "it"}}}


def first_object(spec: Spec) -> Spec:
    for schema in schemas_of(spec).values():
        if schema.get("type") == "object" and schema.get("properties"):
            return schema
    schemas_of(spec)["Edited"] = object_schema(label="string")
    response = json_response("It.", "Edited", {"label": "one"})
    next(operations_of(spec))["responses"]["203"] = response
    return schemas_of(spec)["Edited"]


def body_of_update(spec: Spec) -> tuple[Spec, list[Spec]]:
    """The schema and the examples of a body with an optional property; one is made if there is none."""
    for operation in operations_of(spec):
        media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        schema = resolve(spec, media.get("schema", {}))
        if {*schema.get("properties", ())} - {*schema.get("required", ())}:
            return schema, [value for one in media_of(spec, schema) for value in one]
    schemas_of(spec)["EditedBody"] = object_schema(label="string") | {"required": []}
    body = {"required": True, **json_response("What to send.", "EditedBody", {"label": "one"})}
    add_operation(
        spec, f"{path_beside(spec)}/bodies", "post", "sendBody", "Send it", {"description": "Done."}, "204"
    )["requestBody"] = body
    return schemas_of(spec)["EditedBody"], [body["content"]["application/json"]["example"]]


def media_of(spec: Spec, schema: Spec) -> Iterator[list[Spec]]:
    """The examples of each media type of a schema."""
    for part in parts_of(spec):
        declared = part.get("schema")
        if isinstance(declared, dict) and resolve(spec, declared) is schema:
            named = part["examples"].values() if isinstance(part.get("examples"), dict) else ()
            yield [*(one["value"] for one in named), *([part["example"]] if "example" in part else [])]


def property_of_body(spec: Spec) -> str:
    schema, _ = body_of_update(spec)
    return [*schema["properties"]][-1]


def rekey(part: Spec, old: str, new: str) -> None:
    if old in part:
        items = [(new if key == old else key, value) for key, value in part.items()]
        part.clear()
        part.update(items)


def value_of(spec: Spec, schema: Spec, name: str) -> object:
    """A value that an example has for a property, or one of its type."""
    for shown in examples_of(spec):
        if name in shown:
            return shown[name]
    resolved = resolve(spec, schema)
    values = {"string": "a text", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}}
    kind = resolved.get("type", "string")
    return resolved["enum"][0] if "enum" in resolved else values[kind[0] if isinstance(kind, list) else kind]


def resolve(spec: Spec, part: Spec) -> Spec:
    while "$ref" in part:
        found: Any = spec
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


def prune(spec: Spec) -> None:
    """Remove the components that nothing refers to any more."""
    components = spec.get("components", {})
    while True:
        used = {part["$ref"] for part in parts_of(spec) if isinstance(part.get("$ref"), str)}
        unused = [
            (kind, key)
            for kind, of_kind in components.items()
            if kind != "securitySchemes"
            for key in of_kind
            if f"#/components/{kind}/{key}" not in used
        ]
        if not unused:
            break
        for kind, key in unused:
            del components[kind][key]
    used_tags = {tag for operation in operations_of(spec) for tag in operation.get("tags") or ()}
    if "tags" in spec:
        spec["tags"] = [tag for tag in spec["tags"] if tag["name"] in used_tags]
    spec["components"] = {kind: of_kind for kind, of_kind in components.items() if of_kind}
    if not spec["components"]:
        del spec["components"]
