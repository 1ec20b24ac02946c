"""Writes OpenAPI for pages whose operations a document lacks, with notes on what the pages do not show."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from codegen.document.node import Json
from codegen.drift.reference.draft_schemas import fill, schema_of
from codegen.drift.reference.draft_text import Data, yaml
from codegen.drift.reference.page import Answer, Block, Content, Page, Shown
from codegen.drift.reference.security import NO_SECURITY
from codegen.drift.reference.shapes import Shape, Shapes
from codegen.drift.reference.text_nesting import nested


def drafted(pages: Sequence[Page], info: Mapping[str, Json], shapes: Shapes) -> str:
    """Return a document with the operations of pages, in YAML. It passes `check`.

    Args:
        pages: The pages.
        info: The title and the version of the document that lacks the operations.
        shapes: Its schemas.
    """
    paths: dict[str, dict[str, Data]] = {}
    schemes: dict[str, Data] = {}
    names = _names(pages)
    for page in pages:
        name = names[page.method, page.path]
        paths.setdefault(page.path, {})[page.method] = _operation(page, name, shapes)
        for name, scopes in (page.security or {}).items():
            if name != NO_SECURITY:
                schemes[name] = fill(_scheme(scopes), "the kind of this authorization")
    draft: dict[str, Data] = {
        "openapi": "3.1.0",
        "info": {key: value for key in ("title", "version") if isinstance(value := info.get(key), str)},
        "paths": paths,
    }
    if schemes:
        draft["components"] = {"securitySchemes": schemes}
    return yaml(draft)


def _scheme(scopes: Sequence[str]) -> Data:
    if not scopes:
        return {"type": "http", "scheme": "bearer"}
    flow: Data = {"tokenUrl": "https://example.com/token", "scopes": dict.fromkeys(scopes, "")}
    return {"type": "oauth2", "flows": {"clientCredentials": flow}}


def _operation(page: Page, name: str, shapes: Shapes) -> Data:
    operation: dict[str, Data] = {
        "operationId": fill(name, "the id, which the page does not show"),
        "summary": page.title,
    }
    if page.prose:
        operation["description"] = page.prose
    if page.deprecated:
        operation["deprecated"] = True
    servers: list[Data] = [{"url": _with_scheme(one)} for one in map(page.server, page.urls) if one]
    operation["servers"] = servers or fill([], "the servers, which the page does not show")
    if page.security is None:
        operation["security"] = fill([], "the authorizations, which a text does not show")
    elif page.security:
        needed: list[Data] = [
            {} if name == NO_SECURITY else {name: scopes} for name, scopes in page.security.items()
        ]
        note = "whether some of these are needed together"
        operation["security"] = fill(needed, note) if len(needed) > 1 else needed
    else:
        operation["security"] = []
    operation |= _exchange(page, shapes)
    if page.callbacks:
        operation["callbacks"] = _callbacks(page.callbacks, shapes)
    return operation


def _callbacks(pages: Sequence[Page], shapes: Shapes) -> Data:
    found: dict[str, dict[str, dict[str, Data]]] = {}
    for page in pages:
        operation = _exchange(page, shapes)
        found.setdefault(page.title, {}).setdefault(page.path, {})[page.method] = operation
    return {name: {url: {**item} for url, item in urls.items()} for name, urls in found.items()}


def _exchange(page: Page, shapes: Shapes) -> dict[str, Data]:
    """The requests and responses of an operation or a callback."""
    parameters = _parameters(page)
    return {
        **({"parameters": parameters} if parameters else {}),
        **({"requestBody": _body(page, shapes)} if page.body_line else {}),
        "responses": _responses(page, shapes),
    }


def _with_scheme(server: str) -> str:
    """The URL of a server. Since version 0.26, the plug-in omits `https`."""
    return server if "//" in server else f"https://{server}"


def _names(pages: Sequence[Page]) -> dict[tuple[str, str], str]:
    """The name of each operation: its title, with the method and the path if several share it."""
    named = {(page.method, page.path): _name(page.title) for page in pages}
    often = Counter(named.values())
    return {
        (method, path): name if often[name] == 1 else _name(f"{name} {method} {path}")
        for (method, path), name in named.items()
    }


def _name(title: str) -> str:
    """A name in camel case, without articles: ``updateCluster`` for ``Update a cluster``."""
    words = [one for one in re.findall(r"[A-Za-z0-9]+", title) if one.casefold() not in {"a", "an", "the"}]
    first, *others = words or ["operation"]
    return "".join([first[:1].lower() + first[1:], *(one[:1].upper() + one[1:] for one in others)])


def _parameters(page: Page) -> list[Data]:
    found: list[Data] = []
    for location, block in page.parameters.items():
        found += [_parameter(location, one) for one in block.fields]
        if block.unread:
            found[-1] = fill(found[-1], f"the parameters from here on: {block.unread}")
    shown = {one.name for block in page.parameters.values() for one in block.fields}
    for name in re.findall(r"\{([^}$][^}]*)\}", page.path):  # not the expressions of callbacks
        if name not in shown:
            missing: Data = {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            found.append(fill(missing, "the page does not show this parameter"))
    return found


def _parameter(location: str, shown: Shown) -> Data:
    parameter: dict[str, Data] = {"name": shown.name, "in": location}
    if shown.required or location == "path":
        parameter["required"] = True
    if shown.deprecated:
        parameter["deprecated"] = True
    if shown.prose:
        parameter["description"] = " ".join(shown.prose)
    parameter["schema"] = schema_of(shown, has_prose=False)
    return parameter


def _body(page: Page, shapes: Shapes) -> Data:
    body: dict[str, Data] = {"required": True} if page.body_required else {}
    body["content"] = _content(page.body, shapes) if page.body else {}
    return body


def _responses(page: Page, shapes: Shapes) -> Data:
    responses: dict[str, Data] = {}
    for answer in page.responses:
        response = _response(answer, shapes)
        if answer.status:
            responses[answer.status] = response
        else:
            status = str(399 + len(responses)) if responses else "200"
            responses[status] = fill(response, "the status, which the text has lost")
    return responses or fill({"default": {"description": ""}}, "the responses, which the page does not show")


def _response(answer: Answer, shapes: Shapes) -> Data:
    response: dict[str, Data] = {"description": " ".join(answer.prose)}
    if answer.headers and answer.headers.fields:
        response["headers"] = {one.name: _header(one) for one in answer.headers.fields}
    if answer.content:
        response["content"] = _content(answer.content, shapes)
    return response


def _header(shown: Shown) -> Data:
    header: dict[str, Data] = {"required": True} if shown.required else {}
    if shown.prose:
        header["description"] = " ".join(shown.prose)
    return {**header, "schema": schema_of(shown, has_prose=False)}


def _content(content: Content, shapes: Shapes) -> dict[str, Data]:
    media = content.media or ["application/json"]
    blocks = [*content.blocks] * (1 if len(content.blocks) == len(media) else len(media))
    return {name: _media(block, shapes) for name, block in zip(media, blocks, strict=True)}


def _media(block: Block, shapes: Shapes) -> Data:
    schema = schema_of(nested(block, Shape(pointer=()), shapes))
    if block.unread:
        schema = fill(schema, f"what follows: {block.unread}")
    elif any("object" in one.type for one in block.fields) and not any(
        one.is_generated for one in block.examples
    ):
        schema = fill(schema, "how fields are nested, which a text does not show")
    return {"schema": schema}
