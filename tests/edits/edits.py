"""What maintainers do to a document, as functions that change one in place; each finds in it what it needs.

The document may be any with an operation. What an edit leaves is as complete as what was there: described,
with examples, and without parts that nothing uses, so that ``strict: true`` has nothing to refuse.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

Spec = dict[str, Any]
Edit = Callable[[Spec], None]

METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")


def add_a_get_on_the_path(spec: Spec) -> None:
    path = next(iter(spec["paths"]))
    _add(spec, path, "get", "inspectEdited", "Look at it", _success(spec))


def add_a_list_with_cursor_and_limit(spec: Spec) -> None:
    path, is_30 = _beside(spec), spec["openapi"].startswith("3.0")
    _schemas(spec)["ListedThing"] = _object(label="string", weight="number")
    page = {
        "description": "A page.",
        "type": "object",
        "required": ["items"],
        "properties": {
            "items": {
                "description": "What is on the page.",
                "type": "array",
                "items": {"$ref": "#/components/schemas/ListedThing"},
            },
            "next_cursor": {
                "description": "Where the next page begins.",
                **({"type": "string", "nullable": True} if is_30 else {"type": ["string", "null"]}),
                "format": "uuid",
            },
        },
    }
    _schemas(spec)["ListedPage"] = page
    example = {"items": [{"label": "one", "weight": 1.5}], "next_cursor": None}
    added = _add(
        spec, path, "get", "listEditedThings", "List things", _json("The page.", "ListedPage", example)
    )
    cursor = {"type": "string", "format": "uuid"}
    limit = {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}
    added["parameters"] += [
        _parameter("cursor", cursor, "Where the page begins.", "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"),
        _parameter("limit", limit, "How many at most.", 20),
    ]


def add_a_post_with_a_second_tag(spec: Spec) -> None:
    tag = "Machine pools"
    if tag not in {one["name"] for one in spec.setdefault("tags", [])}:
        spec["tags"].append({"name": tag, "description": "Machines of one kind."})
    _schemas(spec)["NewMachinePool"] = _object(label="string", count="integer")
    _schemas(spec)["MachinePool"] = _object(id="integer", label="string", count="integer")
    made = _json("The pool.", "MachinePool", {"id": 1, "label": "large", "count": 3})
    added = _add(
        spec, f"{_beside(spec)}/machine-pools", "post", "createMachinePool", "Make a pool", made, "201"
    )
    added["tags"] = [tag]
    added["requestBody"] = {
        "required": True,
        **_json("What to make.", "NewMachinePool", {"label": "large", "count": 3}),
    }


def add_a_delete_with_204(spec: Spec) -> None:
    path = next(iter(spec["paths"]))
    _add(spec, path, "delete", "discardEdited", "Delete it", {"description": "It is gone."}, "204")


def add_a_stream(spec: Spec) -> None:
    content = {"text/event-stream": {"schema": {"type": "string"}, "example": "data: one"}}
    response = {"description": "What happens.", "content": content}
    _add(spec, f"{_beside(spec)}/events", "get", "followEdited", "Follow it", response)


def add_files(spec: Spec) -> None:
    """A download, and an upload beside another field."""
    path, data = f"{_beside(spec)}/picture", {"type": "string", "format": "binary"}
    got = {"description": "The picture.", "content": {"image/png": {"schema": data}}}
    _add(spec, path, "get", "downloadEdited", "Get the picture", got)
    form = _object(label="string")
    form["properties"]["picture"] = {"description": "The picture.", **data}
    added = _add(spec, path, "put", "uploadEdited", "Put the picture", {"description": "Stored."}, "204")
    content = {"multipart/form-data": {"schema": form, "example": {"label": "front", "picture": "PNG"}}}
    added["requestBody"] = {"required": True, "description": "The new picture.", "content": content}


def add_an_operation_that_takes_long(spec: Spec) -> None:
    where = {"description": "Where to ask.", "schema": {"type": "string", "format": "uri"}}
    response = {"description": "It has begun.", "headers": {"Operation-Location": where}}
    _add(spec, f"{_beside(spec)}/jobs", "post", "startEdited", "Start it", response, "202")


def add_a_webhook(spec: Spec) -> None:
    """Only OpenAPI 3.1 and later have them at the top."""
    if spec["openapi"].startswith("3.0"):
        return
    _schemas(spec)["EditedEvent"] = _object(id="integer", label="string")
    body = _json("What happened.", "EditedEvent", {"id": 1, "label": "edited"})
    received = {
        "operationId": "edited",
        "summary": "Something was edited",
        "description": "Something was edited elsewhere.",
        "requestBody": {"required": True, **body},
        "responses": {"204": {"description": "It has arrived."}},
    }
    spec.setdefault("webhooks", {})["edited"] = {"post": received}


def add_a_property(spec: Spec) -> None:
    flag = {"description": "Whether it was edited.", "type": "boolean"}
    _first_object(spec)["properties"]["edited_flag"] = flag


def add_an_enum_value(spec: Spec) -> None:
    enums = [one for one in _parts(spec) if isinstance(one.get("enum"), list)]
    if not enums:
        state = {"description": "How it is.", "type": "string", "enum": ["good", "bad"]}
        _schemas(spec)["EditedState"] = state
        _first_object(spec)["properties"]["edited_state"] = {"$ref": "#/components/schemas/EditedState"}
        enums = [state]
    enums[0]["enum"].append("edited-value" if isinstance(enums[0]["enum"][0], str) else 4711)


def add_an_error(spec: Spec) -> None:
    for operation in _operations(spec):
        responses = operation["responses"]
        known = [responses[status] for status in responses if status[:1] in "45"]
        status = next(
            status for status in ("422", "410", "423", "424", "426", "428") if status not in responses
        )
        responses[status] = copy.deepcopy(known[0]) if known else {"description": "It cannot be done."}
        return


def remove_the_errors(spec: Spec) -> None:
    """No response of an error: neither its status nor where it has a message is known any more."""
    for operation in _operations(spec):
        for status in [status for status in operation["responses"] if status[:1] not in "123"]:
            del operation["responses"][status]
    _prune(spec)


def add_a_scheme_with_scopes(spec: Spec) -> None:
    """Another way to authenticate, with tokens that the client gets itself."""
    flow = {"tokenUrl": "https://login.example.com/token", "scopes": {"edited": "Whatever was edited."}}
    login = {"type": "oauth2", "description": "Tokens.", "flows": {"clientCredentials": flow}}
    spec.setdefault("components", {}).setdefault("securitySchemes", {})["edited"] = login
    spec["security"] = [*(spec.get("security") or []), {"edited": ["edited"]}]


def add_a_key(spec: Spec) -> None:
    """Another way to authenticate, with a key in a header."""
    key = {"type": "apiKey", "description": "A key.", "in": "header", "name": "X-Edited-Key"}
    spec.setdefault("components", {}).setdefault("securitySchemes", {})["editedKey"] = key
    spec["security"] = [*(spec.get("security") or []), {"editedKey": []}]


def make_operations_public(spec: Spec) -> None:
    """The first, which programs call, and the last."""
    first, *_, last = [*_operations(spec)] * 2
    first["security"] = last["security"] = []


def rename_a_property(spec: Spec) -> None:
    old = _property_of_body(spec)
    for schema in _objects(spec):
        _rekey(schema["properties"], old, f"new_{old}")
        schema["required"] = [f"new_{old}" if name == old else name for name in schema.get("required", ())]
    for value in _shown(spec):
        _rekey(value, old, f"new_{old}")


def rename_a_property_and_keep_its_name(spec: Spec) -> None:
    """Programs with the former name still run, but `make examples` reports them."""
    old = _property_of_body(spec)
    rename_a_property(spec)
    for schema in _objects(spec):
        if f"new_{old}" in schema["properties"]:
            schema["properties"][f"new_{old}"]["x-renamed-from"] = old


def deprecate_an_operation(spec: Spec) -> None:
    next(_operations(spec))["deprecated"] = True


def rename_a_schema(spec: Spec) -> None:
    _first_object(spec)
    old = next(name for name, one in _schemas(spec).items() if one.get("type") == "object")
    spec["components"]["schemas"] = {
        f"Fresh{old}" if key == old else key: one for key, one in _schemas(spec).items()
    }
    for part in _parts(spec):
        if part.get("$ref") == f"#/components/schemas/{old}":
            part["$ref"] = f"#/components/schemas/Fresh{old}"


def rename_an_operation(spec: Spec) -> None:
    next(_operations(spec))["operationId"] = "reviseThoroughly"


def rename_a_tag(spec: Spec) -> None:
    tags = [tag for operation in _operations(spec) for tag in operation.get("tags") or ()]
    if not tags:
        next(_operations(spec))["tags"] = tags = ["Things"]
        spec.setdefault("tags", []).append({"name": "Things", "description": "All there is."})
    old = tags[0]
    for tag in spec.get("tags") or ():
        if tag["name"] == old:
            tag["name"] = "Renamed things"
    for operation in _operations(spec):
        if "tags" in operation:
            operation["tags"] = ["Renamed things" if tag == old else tag for tag in operation["tags"]]


def make_a_parameter_required(spec: Spec) -> None:
    """A property of a body is an argument like a parameter; its examples have it from now on."""
    schema, examples = _body(spec)
    name = next(name for name in schema["properties"] if name not in schema.get("required", []))
    schema["required"] = [*schema.get("required", []), name]
    for value in examples:
        value.setdefault(name, _value_of(spec, schema["properties"][name], name))


def make_a_parameter_of_the_query_required(spec: Spec) -> None:
    operation = next(_operations(spec))
    parameters = operation.setdefault("parameters", [])
    name = f"reason{len(parameters)}"
    parameters.append(_parameter(name, {"type": "string"}, "Why.", "a reason") | {"required": True})


def change_a_type(spec: Spec) -> None:
    objects = [*_objects(spec)]
    names = [name for schema in _schemas(spec).values() for name in schema.get("properties", {})]
    plain = [
        name
        for name in names
        if all(_is_text(one["properties"][name]) for one in objects if name in one["properties"])
    ]
    if not plain:
        _first_object(spec)["properties"]["plain"] = {"description": "Plain.", "type": "string"}
        objects, plain = [*_objects(spec)], ["plain"]
    for schema in objects:
        if plain[0] in schema["properties"]:
            schema["properties"][plain[0]]["type"] = "integer"
    for value in _shown(spec):
        if plain[0] in value:
            value[plain[0]] = 7


def _is_text(schema: Spec) -> bool:
    return schema.get("type") == "string" and not schema.keys() & {"format", "enum", "const", "pattern"}


def raise_the_version(spec: Spec) -> None:
    spec["info"]["version"] = "47.11.0"


def remove_the_extensions(spec: Spec) -> None:
    """No states to wait for, no rate limit: what the standard knows is left."""
    for part in _parts(spec):
        for key in [key for key in part if key.startswith("x-") and key != "x-generate"]:
            del part[key]


def replace_the_update(spec: Spec) -> None:
    """Another operation altogether, and nothing of the old one: it neither has JSON nor answers with JSON."""
    path, item = next((path, item) for path, item in spec["paths"].items() if _methods(item))
    parameters = item.pop("parameters", None)
    (removed, *_) = [item.pop(method) for method in _methods(item)]
    if not item:
        del spec["paths"][path]
    text = {
        "description": "What happened.",
        "content": {"text/plain": {"schema": {"type": "string"}, "example": "done"}},
    }
    path = _free(spec, f"{path}/restart", "post")
    added = _add(spec, path, "post", "restartSoon", "Restart it", text, "202")
    if "tags" in removed:
        added["tags"] = removed["tags"]
    if parameters:
        spec["paths"][path]["parameters"] = parameters
        added["parameters"] = []
    _prune(spec)


EDITS: tuple[Edit, ...] = (
    add_a_get_on_the_path,
    add_a_list_with_cursor_and_limit,
    add_a_post_with_a_second_tag,
    add_a_delete_with_204,
    add_a_stream,
    add_files,
    add_an_operation_that_takes_long,
    add_a_webhook,
    add_a_property,
    add_an_enum_value,
    add_an_error,
    add_a_scheme_with_scopes,
    add_a_key,
    make_operations_public,
    rename_a_property,
    rename_a_property_and_keep_its_name,
    deprecate_an_operation,
    rename_a_schema,
    rename_an_operation,
    rename_a_tag,
    make_a_parameter_required,
    make_a_parameter_of_the_query_required,
    change_a_type,
    raise_the_version,
    replace_the_update,
    remove_the_extensions,
    remove_the_errors,
)
TOGETHER: tuple[tuple[Edit, ...], ...] = (EDITS[:24], EDITS[24:])
"""Edits that one copy can have together: what is added and changed, and what is taken away."""


def _methods(item: Spec) -> list[str]:
    return [method for method in METHODS if method in item]


def _operations(spec: Spec) -> Iterator[Spec]:
    for item in [*spec["paths"].values()]:
        for method in _methods(item):
            yield item[method]


def _schemas(spec: Spec) -> Spec:
    return spec.setdefault("components", {}).setdefault("schemas", {})


def _parts(part: Any) -> Iterator[Spec]:
    """Every mapping of the document, from the outside in."""
    if isinstance(part, dict):
        yield part
        for child in [*part.values()]:
            yield from _parts(child)
    elif isinstance(part, list):
        for child in part:
            yield from _parts(child)


def _objects(spec: Spec) -> Iterator[Spec]:
    """Every schema with properties."""
    return (
        part for part in _parts(spec) if isinstance(part.get("properties"), dict) and "example" not in part
    )


def _shown(spec: Spec) -> Iterator[Spec]:
    """Every mapping in an example."""
    for part in _parts(spec):
        named = part["examples"] if isinstance(part.get("examples"), dict) else {}
        for value in [part.get("example"), *(one.get("value") for one in named.values())]:
            yield from _parts(value)


def _free(spec: Spec, path: str, method: str) -> str:
    """The path, or one below it, that does not have the method."""
    while method in spec["paths"].get(path, {}):
        path = f"{path}/more"
    return path


def _beside(spec: Spec) -> str:
    """The path of the collection that the first path leads into; a new one, if there is none."""
    path = next(iter(spec["paths"]))
    return path.rpartition("/")[0] if path.endswith("}") and "/" in path[1:] else f"{path}/edited"


def _add(
    spec: Spec, path: str, method: str, id_: str, summary: str, response: Spec, status: str = "200"
) -> Spec:
    """Add an operation to a path, or to one below; its tags and errors are those of the first."""
    first = next(_operations(spec), {})
    path = _free(spec, path, method)
    while any(operation.get("operationId") == id_ for operation in _operations(spec)):
        id_ = f"{id_}Again"
    item = spec["paths"].setdefault(path, {})
    errors = {key: copy.deepcopy(one) for key, one in first.get("responses", {}).items() if key[:1] in "45"}
    operation = {
        "operationId": id_,
        **({"tags": [*first["tags"]]} if "tags" in first else {}),
        "summary": summary,
        "description": f"{summary}, or learn why not.",
        "parameters": [] if item.get("parameters") else _path_parameters(path),
        "responses": {status: response, **errors},
    }
    item[method] = operation
    return operation


def _path_parameters(path: str) -> list[Spec]:
    names = [piece[1:-1] for piece in path.split("/") if piece.startswith("{")]
    uuid = {"type": "string", "format": "uuid"}
    shown = "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"
    return [
        _parameter(name, uuid, f"The {name}.", shown) | {"in": "path", "required": True} for name in names
    ]


def _parameter(name: str, schema: Spec, description: str, example: object) -> Spec:
    return {"name": name, "in": "query", "description": description, "schema": schema, "example": example}


def _json(description: str, schema: str, example: object) -> Spec:
    content = {"schema": {"$ref": f"#/components/schemas/{schema}"}, "example": example}
    return {"description": description, "content": {"application/json": content}}


def _object(**properties: str) -> Spec:
    return {
        "description": "A thing that was added.",
        "type": "object",
        "required": [*properties],
        "properties": {
            name: {"description": f"Its {name}.", "type": kind} for name, kind in properties.items()
        },
    }


def _success(spec: Spec) -> Spec:
    """The response of a success that the document has, or a text."""
    for operation in _operations(spec):
        for status, response in operation["responses"].items():
            if status[:1] == "2" and "content" in response:
                return copy.deepcopy(response)
    return {"description": "It.", "content": {"text/plain": {"schema": {"type": "string"}, "example": "it"}}}


def _first_object(spec: Spec) -> Spec:
    for schema in _schemas(spec).values():
        if schema.get("type") == "object" and schema.get("properties"):
            return schema
    _schemas(spec)["Edited"] = _object(label="string")
    response = _json("It.", "Edited", {"label": "one"})
    next(_operations(spec))["responses"]["203"] = response
    return _schemas(spec)["Edited"]


def _body(spec: Spec) -> tuple[Spec, list[Spec]]:
    """The schema and the examples of a body with an optional property; one is made if there is none."""
    for operation in _operations(spec):
        media = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
        schema = _resolved(spec, media.get("schema", {}))
        if {*schema.get("properties", ())} - {*schema.get("required", ())}:
            return schema, [value for one in _media(spec, schema) for value in one]
    _schemas(spec)["EditedBody"] = _object(label="string") | {"required": []}
    body = {"required": True, **_json("What to send.", "EditedBody", {"label": "one"})}
    _add(spec, f"{_beside(spec)}/bodies", "post", "sendBody", "Send it", {"description": "Done."}, "204")[
        "requestBody"
    ] = body
    return _schemas(spec)["EditedBody"], [body["content"]["application/json"]["example"]]


def _media(spec: Spec, schema: Spec) -> Iterator[list[Spec]]:
    """The examples of each media type of a schema."""
    for part in _parts(spec):
        declared = part.get("schema")
        if isinstance(declared, dict) and _resolved(spec, declared) is schema:
            named = part["examples"].values() if isinstance(part.get("examples"), dict) else ()
            yield [*(one["value"] for one in named), *([part["example"]] if "example" in part else [])]


def _property_of_body(spec: Spec) -> str:
    schema, _ = _body(spec)
    return [*schema["properties"]][-1]


def _rekey(part: Spec, old: str, new: str) -> None:
    if old in part:
        items = [(new if key == old else key, value) for key, value in part.items()]
        part.clear()
        part.update(items)


def _value_of(spec: Spec, schema: Spec, name: str) -> object:
    """A value that an example has for a property, or one of its type."""
    for shown in _shown(spec):
        if name in shown:
            return shown[name]
    resolved = _resolved(spec, schema)
    values = {"string": "a text", "integer": 1, "number": 1.5, "boolean": True, "array": [], "object": {}}
    kind = resolved.get("type", "string")
    return resolved["enum"][0] if "enum" in resolved else values[kind[0] if isinstance(kind, list) else kind]


def _resolved(spec: Spec, part: Spec) -> Spec:
    while "$ref" in part:
        found: Any = spec
        for key in part["$ref"].removeprefix("#/").split("/"):
            found = found[key]
        part = found
    return part


def _prune(spec: Spec) -> None:
    """Remove the components that nothing refers to any more."""
    components = spec.get("components", {})
    while True:
        used = {part["$ref"] for part in _parts(spec) if isinstance(part.get("$ref"), str)}
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
    used_tags = {tag for operation in _operations(spec) for tag in operation.get("tags") or ()}
    if "tags" in spec:
        spec["tags"] = [tag for tag in spec["tags"] if tag["name"] in used_tags]
    spec["components"] = {kind: of_kind for kind, of_kind in components.items() if of_kind}
    if not spec["components"]:
        del spec["components"]
