"""A Swagger 2.0 document as the OpenAPI 3.0 document that says the same, written without the generator.

What a request and a response are is taken from the specification of 2.0. Only the media types that a client
asks for are a choice, which docs/design.md explains.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

Part: TypeAlias = Mapping[str, Any]

_METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_FLOWS = {"application": "clientCredentials", "accessCode": "authorizationCode"}
_STYLES = {"ssv": "spaceDelimited", "tsv": "tabDelimited", "pipes": "pipeDelimited"}
_OF_PARAMETERS = {"name", "in", "required", "description", "collectionFormat", "allowEmptyValue", "schema"}


def as_30(root: Part) -> Part:
    """The document; itself if it is no document of 2.0."""
    return root if "swagger" not in root else _Document(_without_deep_references(root, root)).written()


def _without_deep_references(part: Any, root: Part) -> Any:
    """What references lead to that lead into paths, parameters and responses, which change their form."""
    if isinstance(part, list):
        return [_without_deep_references(one, root) for one in part]
    if not isinstance(part, Mapping):
        return part
    reference = part.get("$ref")
    if isinstance(reference, str) and not reference.startswith("#/definitions/"):
        tokens = [*_tokens(reference)]
        if len(tokens) > 2:
            found: Any = root
            for token in tokens:
                found = found[int(token)] if isinstance(found, list) else found[token]
            return found
    return {key: _without_deep_references(value, root) for key, value in part.items()}


class _Document:
    def __init__(self, root: Part) -> None:
        self._root = root

    def written(self) -> dict[str, Any]:
        schemes = self._root.get("schemes") or ["https"]
        url = self._root.get("basePath", "/").rstrip("/")
        if host := self._root.get("host"):
            url = f"{'https' if 'https' in schemes else schemes[0]}://{host}{url}"
        schemas = {name: _schema(one) for name, one in self._root.get("definitions", {}).items()}
        return {
            **{key: value for key, value in self._root.items() if key in {"info", "tags", "security"}},
            "openapi": "3.0.4",
            "servers": [{"url": url}],
            "paths": {path: self._item(one) for path, one in self._root.get("paths", {}).items()},
            "components": {
                "schemas": schemas,
                "securitySchemes": {
                    name: _scheme(one) for name, one in self._root.get("securityDefinitions", {}).items()
                },
            },
        }

    def _item(self, declared: Any) -> Any:
        if not isinstance(declared, Mapping):
            return declared
        item = self._resolved(declared)
        shared = [self._resolved(one) for one in item.get("parameters", ())]
        return {method: self._operation(item[method], shared) for method in _METHODS if method in item}

    def _operation(self, declared: Part, shared: Sequence[Part]) -> dict[str, Any]:
        own = [self._resolved(one) for one in declared.get("parameters", ())]
        named = {(one.get("in"), one.get("name")) for one in own}
        parameters = [one for one in shared if (one.get("in"), one.get("name")) not in named] + own
        consumes = declared.get("consumes", self._root.get("consumes", ()))
        produces = declared.get("produces", self._root.get("produces", ()))
        written = {
            **{key: value for key, value in declared.items() if key not in {"consumes", "produces"}},
            "parameters": [
                _parameter(one) for one in parameters if one.get("in") not in {"body", "formData"}
            ],
            "responses": {
                status: self._response(self._resolved(one), produces)
                for status, one in declared.get("responses", {}).items()
                if not status.startswith("x-")
            },
        }
        body = next((one for one in parameters if one.get("in") == "body"), None)
        fields = [one for one in parameters if one.get("in") == "formData"]
        if body is not None:
            types = [one for one in consumes if "form" not in one] or ["application/json"]
            content = {one: {"schema": _schema(body.get("schema", {}))} for one in types}
            written["requestBody"] = {"required": body.get("required", False), "content": content}
        elif fields:
            written["requestBody"] = _form(fields, consumes)
        return written

    def _response(self, response: Part, produces: Sequence[str]) -> dict[str, Any]:
        headers = {name: {"schema": _value(one)} for name, one in response.get("headers", {}).items()}
        written: dict[str, Any] = {"description": response.get("description", ""), "headers": headers}
        if "schema" in response:
            schema = _schema(response["schema"])
            as_json = [one for one in produces if one.endswith(("/json", "+json"))]
            is_text, is_file = schema.get("type") == "string", schema.get("format") == "binary"
            usual = "application/octet-stream" if is_file else "application/json"
            types = produces if is_text else as_json or produces
            if is_file:  # no JSON, though a list for all operations may have nothing else
                types = [one for one in produces if one not in as_json]
            written["content"] = {one: {"schema": schema} for one in types or [usual]}
        elif "examples" in response:
            written["content"] = {one: {} for one in response["examples"]}
        return written

    def _resolved(self, part: Part) -> Part:
        passed: set[str] = set()
        while isinstance(reference := part.get("$ref"), str) and reference not in passed:
            passed.add(reference)
            found: Any = self._root
            for token in _tokens(reference):
                found = found[int(token)] if isinstance(found, list) else found[token]
            part = found
        return part


def _tokens(reference: str) -> Iterator[str]:
    for token in reference.removeprefix("#").split("/")[1:]:
        yield token.replace("~1", "/").replace("~0", "~")


def _form(fields: Sequence[Part], consumes: Sequence[str]) -> dict[str, Any]:
    has_file = any(one.get("type") == "file" for one in fields)
    forms = [one for one in consumes if "form" in one]
    types = ["multipart/form-data"] if has_file else forms or ["application/x-www-form-urlencoded"]
    required = [one["name"] for one in fields if one.get("required") is True]
    media = {
        "schema": {
            "type": "object",
            "properties": {one["name"]: _value(one) for one in fields},
            **({"required": required} if required else {}),
        },
        "encoding": {one["name"]: _style(one) for one in fields if one.get("type") == "array"},
    }
    return {"required": bool(required), "content": dict.fromkeys(types, media)}


def _parameter(declared: Part) -> dict[str, Any]:
    written = {key: declared[key] for key in ("name", "in", "required") if key in declared}
    in_query = declared.get("in") == "query"
    if declared.get("type") == "array" and (in_query or declared.get("collectionFormat", "csv") != "csv"):
        written |= _style(declared)
    return {**written, "schema": _value(declared)}


def _style(declared: Part) -> dict[str, Any]:
    written = declared.get("collectionFormat", "csv")
    return {"style": _STYLES.get(written, "form"), "explode": written == "multi"}


def _value(declared: Part) -> Any:
    return _schema({key: value for key, value in declared.items() if key not in _OF_PARAMETERS})


def _schema(declared: Any) -> Any:
    if isinstance(declared, list):
        return [_schema(one) for one in declared]
    if not isinstance(declared, Mapping):
        return declared
    written = {key: _schema(value) for key, value in declared.items()}
    if isinstance(reference := written.get("$ref"), str):
        written["$ref"] = reference.replace("#/definitions/", "#/components/schemas/")
    if isinstance(key := written.get("discriminator"), str):
        written["discriminator"] = {"propertyName": key}
    if written.get("type") == "file":
        written |= {"type": "string", "format": "binary"}
    if isinstance(nullable := written.pop("x-nullable", None), bool):
        if "$ref" in written:
            written["allOf"] = [{"$ref": written.pop("$ref")}]
        written["nullable"] = nullable
    return written


def _scheme(declared: Part) -> Part:
    if declared.get("type") == "basic":
        return {"type": "http", "scheme": "basic"}
    if declared.get("type") == "oauth2":
        flow = declared.get("flow", "")
        return {"type": "oauth2", "flows": {_FLOWS.get(flow, flow): {"scopes": declared.get("scopes", {})}}}
    return declared
