"""Edits that add to a document."""

from __future__ import annotations

import copy

from tests.edits.parts import (
    Spec,
    add_operation,
    first_object,
    json_response,
    object_schema,
    operations_of,
    parts_of,
    path_beside,
    query_parameter,
    schemas_of,
    success_of,
)


def add_a_get_on_the_path(spec: Spec) -> None:
    path = next(iter(spec["paths"]))
    add_operation(spec, path, "get", "inspectEdited", "Look at it", success_of(spec))


def add_a_list_with_cursor_and_limit(spec: Spec) -> None:
    path, is_30 = path_beside(spec), spec["openapi"].startswith("3.0")
    schemas_of(spec)["ListedThing"] = object_schema(label="string", weight="number")
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
    schemas_of(spec)["ListedPage"] = page
    example = {"items": [{"label": "one", "weight": 1.5}], "next_cursor": None}
    added = add_operation(
        spec,
        path,
        "get",
        "listEditedThings",
        "List things",
        json_response("The page.", "ListedPage", example),
    )
    cursor = {"type": "string", "format": "uuid"}
    limit = {"type": "integer", "minimum": 1, "maximum": 100, "default": 50}
    added["parameters"] += [
        query_parameter("cursor", cursor, "Where the page begins.", "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"),
        query_parameter("limit", limit, "How many at most.", 20),
    ]


def add_a_post_with_a_second_tag(spec: Spec) -> None:
    tag = "Machine pools"
    if tag not in {one["name"] for one in spec.setdefault("tags", [])}:
        spec["tags"].append({"name": tag, "description": "Machines of one kind."})
    schemas_of(spec)["NewMachinePool"] = object_schema(label="string", count="integer")
    schemas_of(spec)["MachinePool"] = object_schema(id="integer", label="string", count="integer")
    made = json_response("The pool.", "MachinePool", {"id": 1, "label": "large", "count": 3})
    added = add_operation(
        spec, f"{path_beside(spec)}/machine-pools", "post", "createMachinePool", "Make a pool", made, "201"
    )
    added["tags"] = [tag]
    added["requestBody"] = {
        "required": True,
        **json_response("What to make.", "NewMachinePool", {"label": "large", "count": 3}),
    }


def add_a_delete_with_204(spec: Spec) -> None:
    path = next(iter(spec["paths"]))
    add_operation(spec, path, "delete", "discardEdited", "Delete it", {"description": "It is gone."}, "204")


def add_a_stream(spec: Spec) -> None:
    content = {"text/event-stream": {"schema": {"type": "string"}, "example": "data: one"}}
    response = {"description": "What happens.", "content": content}
    add_operation(spec, f"{path_beside(spec)}/events", "get", "followEdited", "Follow it", response)


def add_files(spec: Spec) -> None:
    """A download, and an upload beside another field."""
    path, data = f"{path_beside(spec)}/picture", {"type": "string", "format": "binary"}
    got = {"description": "The picture.", "content": {"image/png": {"schema": data}}}
    add_operation(spec, path, "get", "downloadEdited", "Get the picture", got)
    form = object_schema(label="string")
    form["properties"]["picture"] = {"description": "The picture.", **data}
    added = add_operation(
        spec, path, "put", "uploadEdited", "Put the picture", {"description": "Stored."}, "204"
    )
    content = {"multipart/form-data": {"schema": form, "example": {"label": "front", "picture": "PNG"}}}
    added["requestBody"] = {"required": True, "description": "The new picture.", "content": content}


def add_an_operation_that_takes_long(spec: Spec) -> None:
    where = {"description": "Where to ask.", "schema": {"type": "string", "format": "uri"}}
    response = {"description": "It has begun.", "headers": {"Operation-Location": where}}
    add_operation(spec, f"{path_beside(spec)}/jobs", "post", "startEdited", "Start it", response, "202")


def add_a_webhook(spec: Spec) -> None:
    """Only OpenAPI 3.1 and later have them at the top."""
    if spec["openapi"].startswith("3.0"):
        return
    schemas_of(spec)["EditedEvent"] = object_schema(id="integer", label="string")
    body = json_response("What happened.", "EditedEvent", {"id": 1, "label": "edited"})
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
    first_object(spec)["properties"]["edited_flag"] = flag


def add_an_enum_value(spec: Spec) -> None:
    enums = [one for one in parts_of(spec) if isinstance(one.get("enum"), list)]
    if not enums:
        state = {"description": "How it is.", "type": "string", "enum": ["good", "bad"]}
        schemas_of(spec)["EditedState"] = state
        first_object(spec)["properties"]["edited_state"] = {"$ref": "#/components/schemas/EditedState"}
        enums = [state]
    enums[0]["enum"].append("edited-value" if isinstance(enums[0]["enum"][0], str) else 4711)


def add_an_error(spec: Spec) -> None:
    for operation in operations_of(spec):
        responses = operation["responses"]
        known = [responses[status] for status in responses if status[:1] in "45"]
        status = next(
            status for status in ("422", "410", "423", "424", "426", "428") if status not in responses
        )
        responses[status] = copy.deepcopy(known[0]) if known else {"description": "It cannot be done."}
        return


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
