"""Edits that change or remove parts of a document."""

from __future__ import annotations

from tests.edits.parts import (
    Spec,
    add_operation,
    body_of_update,
    examples_of,
    first_object,
    free_name,
    methods_of,
    objects_of,
    operations_of,
    parts_of,
    property_of_body,
    prune,
    query_parameter,
    rekey,
    schemas_of,
    value_of,
)


def remove_the_errors(spec: Spec) -> None:
    """No response of an error: neither its status nor where it has a message is known any more."""
    for operation in operations_of(spec):
        for status in [status for status in operation["responses"] if status[:1] not in "123"]:
            del operation["responses"][status]
    prune(spec)


def make_operations_public(spec: Spec) -> None:
    """The first, which programs call, and the last."""
    first, *_, last = [*operations_of(spec)] * 2
    first["security"] = last["security"] = []


def rename_a_property(spec: Spec) -> None:
    old = property_of_body(spec)
    for schema in objects_of(spec):
        rekey(schema["properties"], old, f"new_{old}")
        schema["required"] = [f"new_{old}" if name == old else name for name in schema.get("required", ())]
    for value in examples_of(spec):
        rekey(value, old, f"new_{old}")


def rename_a_property_and_keep_its_name(spec: Spec) -> None:
    """Programs with the former name still run, but `make examples` reports them."""
    old = property_of_body(spec)
    rename_a_property(spec)
    for schema in objects_of(spec):
        if f"new_{old}" in schema["properties"]:
            schema["properties"][f"new_{old}"]["x-renamed-from"] = old


def deprecate_an_operation(spec: Spec) -> None:
    next(operations_of(spec))["deprecated"] = True


def rename_a_schema(spec: Spec) -> None:
    first_object(spec)
    old = next(name for name, one in schemas_of(spec).items() if one.get("type") == "object")
    spec["components"]["schemas"] = {
        f"Fresh{old}" if key == old else key: one for key, one in schemas_of(spec).items()
    }
    for part in parts_of(spec):
        if part.get("$ref") == f"#/components/schemas/{old}":
            part["$ref"] = f"#/components/schemas/Fresh{old}"


def rename_an_operation(spec: Spec) -> None:
    next(operations_of(spec))["operationId"] = "reviseThoroughly"


def rename_a_tag(spec: Spec) -> None:
    tags = [tag for operation in operations_of(spec) for tag in operation.get("tags") or ()]
    if not tags:
        next(operations_of(spec))["tags"] = tags = ["Things"]
        spec.setdefault("tags", []).append({"name": "Things", "description": "All there is."})
    old = tags[0]
    for tag in spec.get("tags") or ():
        if tag["name"] == old:
            tag["name"] = "Renamed things"
    for operation in operations_of(spec):
        if "tags" in operation:
            operation["tags"] = ["Renamed things" if tag == old else tag for tag in operation["tags"]]


def make_a_parameter_required(spec: Spec) -> None:
    """A property of a body is an argument like a parameter; its examples have it from now on."""
    schema, examples = body_of_update(spec)
    name = next(name for name in schema["properties"] if name not in schema.get("required", []))
    schema["required"] = [*schema.get("required", []), name]
    for value in examples:
        value.setdefault(name, value_of(spec, schema["properties"][name], name))


def make_a_parameter_of_the_query_required(spec: Spec) -> None:
    operation = next(operations_of(spec))
    parameters = operation.setdefault("parameters", [])
    name = f"reason{len(parameters)}"
    parameters.append(query_parameter(name, {"type": "string"}, "Why.", "a reason") | {"required": True})


def change_a_type(spec: Spec) -> None:
    objects = [*objects_of(spec)]
    names = [name for schema in schemas_of(spec).values() for name in schema.get("properties", {})]
    plain = [
        name
        for name in names
        if all(_is_text(one["properties"][name]) for one in objects if name in one["properties"])
    ]
    if not plain:
        first_object(spec)["properties"]["plain"] = {"description": "Plain.", "type": "string"}
        objects, plain = [*objects_of(spec)], ["plain"]
    for schema in objects:
        if plain[0] in schema["properties"]:
            schema["properties"][plain[0]]["type"] = "integer"
    for value in examples_of(spec):
        if plain[0] in value:
            value[plain[0]] = 7


def _is_text(schema: Spec) -> bool:
    return schema.get("type") == "string" and not schema.keys() & {"format", "enum", "const", "pattern"}


def raise_the_version(spec: Spec) -> None:
    spec["info"]["version"] = "47.11.0"


def remove_the_extensions(spec: Spec) -> None:
    """No states to wait for, no rate limit: what the standard knows is left."""
    for part in parts_of(spec):
        for key in [key for key in part if key.startswith("x-") and key != "x-generate"]:
            del part[key]


def replace_the_update(spec: Spec) -> None:
    """Another operation altogether, and nothing of the old one: it neither has JSON nor answers with JSON."""
    path, item = next((path, item) for path, item in spec["paths"].items() if methods_of(item))
    parameters = item.pop("parameters", None)
    (removed, *_) = [item.pop(method) for method in methods_of(item)]
    if not item:
        del spec["paths"][path]
    text = {
        "description": "What happened.",
        "content": {"text/plain": {"schema": {"type": "string"}, "example": "done"}},
    }
    path = free_name(spec, f"{path}/restart", "post")
    added = add_operation(spec, path, "post", "restartSoon", "Restart it", text, "202")
    if "tags" in removed:
        added["tags"] = removed["tags"]
    if parameters:
        spec["paths"][path]["parameters"] = parameters
        added["parameters"] = []
    prune(spec)
