"""Converts the paths of Swagger 2.0: operations, their bodies and responses, and shared parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import tokens, value_at
from codegen.prepare.versions.bodies import body, form
from codegen.prepare.versions.parameters import as_30_header, as_30_parameter
from codegen.prepare.versions.schemas import as_30_schema
from codegen.prepare.versions.servers import converted_servers
from codegen.standard.http_methods import METHODS
from codegen.standard.media_types import is_json

_JSON = "application/json"
_OF_BODIES = frozenset({"body", "formData"})


class ConvertedOperations:
    """The operations of a document, and the parameters and responses that they share."""

    def __init__(self, root: Node) -> None:
        self._root = root
        self._used: dict[tuple[str, str], dict[str, None]] = defaultdict(dict)
        """The media types of the operations that use a shared body or response, by section and key."""

    def paths(self) -> Node:
        """The paths."""
        return self._root.with_entries("paths", self._path_item).mapping("paths")

    def shared(self) -> dict[str, Json]:
        """The components that are no schemas; after `paths`, which determines their media types."""
        parameters = self._root.mapping("parameters")
        bodies = {key: one for key, one in self._root.entries("parameters") if one.get("in") == "body"}
        of_bodies = {key for key, one in self._root.entries("parameters") if one.text("in") in _OF_BODIES}
        others = parameters.without(*of_bodies)
        responses = self._root.mapping("responses")
        return {
            "parameters": others.with_items(
                **{key: as_30_parameter(one) for key, one in others.items() if isinstance(one, Node)}
            ),
            "requestBodies": Node(
                {
                    key: body(one, self._media_types("parameters", key, "consumes"))
                    for key, one in bodies.items()
                },
                pointer=("components", "requestBodies"),
            ),
            "responses": responses.with_items(
                **{
                    key: self._response(one, self._media_types("responses", key, "produces"))
                    for key, one in self._root.entries("responses")
                }
            ),
        }

    def _media_types(self, section: str, key: str, listed: str) -> list[str]:
        return [*self._used[section, key]] or _texts(self._root, listed)

    def _path_item(self, item: Node) -> Node:
        shared = item.mappings("parameters")
        changes: dict[str, Json] = {
            method: self._operation(item.mapping(method), shared)
            for method in METHODS
            if isinstance(item.get(method), Node)
        }
        if "parameters" in item:
            changes["parameters"] = self._kept(shared)
        return item.with_items(**changes)

    def _operation(self, operation: Node, shared: Sequence[Node]) -> Node:
        consumes = _texts(operation if "consumes" in operation else self._root, "consumes")
        produces = _texts(operation if "produces" in operation else self._root, "produces")
        changes: dict[str, Json] = {}
        if "parameters" in operation:
            changes["parameters"] = self._kept(operation.mappings("parameters"))
        if (written := self._body(operation, shared, consumes)) is not None:
            changes["requestBody"] = written
        if "responses" in operation:
            responses = operation.mapping("responses")
            changes["responses"] = responses.with_items(
                **{
                    status: self._used_response(one, produces)
                    for status, one in operation.entries("responses")
                    if not status.startswith("x-")
                }
            )
        if "schemes" in operation and (own := converted_servers(self._root, operation)):
            changes["servers"] = own
        return operation.without("consumes", "produces", "schemes").with_items(**changes)

    def _kept(self, parameters: Sequence[Node]) -> list[Json]:
        """The parameters that are not in a body. References are unchanged."""
        return [
            one if "$ref" in one else as_30_parameter(one)
            for one in parameters
            if self._resolved(one).text("in") not in _OF_BODIES
        ]

    def _body(self, operation: Node, shared: Sequence[Node], consumes: list[str]) -> Node | None:
        """The body for the parameters of an operation and of its path."""
        own = [*self._of_bodies(operation.mappings("parameters"))]
        if any(one.get("in") == "body" for _, one in own):
            inherited = []
        else:
            names = {one.text("name") for _, one in own}
            inherited = [
                (reference, one)
                for reference, one in self._of_bodies(shared)
                if one.text("name") not in names and not (own and one.get("in") == "body")
            ]
        fields = [*inherited, *own]
        for reference, one in fields:
            if one.get("in") == "body":
                if "$ref" not in reference:
                    return body(one, consumes)
                key = tokens(reference.text("$ref"))
                if len(key) == 2 and key[0] == "parameters":
                    self._used["parameters", str(key[1])].update(dict.fromkeys(consumes))
                    return reference
                return body(one, consumes).standing_for(reference.pointer)
        parts = [one.standing_for(reference.pointer) for reference, one in fields]
        return form(parts, consumes, (*operation.pointer, "parameters")) if parts else None

    def _of_bodies(self, parameters: Sequence[Node]) -> Iterator[tuple[Node, Node]]:
        """The parameters in a body, each with the reference to it, if any."""
        for reference in parameters:
            parameter = self._resolved(reference)
            if parameter.text("in") in _OF_BODIES:
                yield reference, parameter

    def _used_response(self, response: Node, produces: list[str]) -> Node:
        if "$ref" not in response:
            return self._response(response, produces)
        key = tokens(response.text("$ref"))
        if len(key) == 2 and key[0] == "responses":
            self._used["responses", str(key[1])].update(dict.fromkeys(produces))
        return response

    def _response(self, response: Node, produces: list[str]) -> Node:
        """A response; without a schema and examples, it has no content."""
        if "$ref" in response:
            return response
        content = _content(response, produces)
        response = response.without("schema", "examples").with_entries("headers", as_30_header)
        return response.with_items(content=content) if content else response

    def _resolved(self, part: Node) -> Node:
        """The target of a reference; the reference itself if it leads nowhere."""
        passed: set[str] = set()
        while isinstance(part.get("$ref"), str) and (reference := part.text("$ref")) not in passed:
            passed.add(reference)
            found = value_at(self._root, tokens(reference)) if reference.startswith("#/") else None
            part = found if isinstance(found, Node) else part
        return part


def _content(response: Node, produces: list[str]) -> Node | None:
    examples = response.mapping("examples")
    place: Pointer = (*response.pointer, "content")
    schema = as_30_schema(response.mapping("schema")) if "schema" in response else None
    if schema is None:
        if not examples:
            return None
        media_types = [*examples]
    else:
        is_file = response.mapping("schema").get("type") == "file"
        media_types = _of_file(produces) if is_file else _of_schema(schema, produces)
    content: dict[str, Json] = {}
    for media_type in media_types:
        media: dict[str, Json] = {} if schema is None else {"schema": schema}
        if media_type in examples:
            media["example"] = examples[media_type]
        content[media_type] = Node(media, pointer=(*place, media_type))
    return Node(content, pointer=place)


def _of_schema(schema: Node, produces: list[str]) -> list[str]:
    """The media types of a response with a schema.

    Of those that an operation can produce, JSON alone has the form of an object or a list; where it is one of
    them, the client asks for it.
    """
    if schema.get("type") == "string":
        return produces or ["application/octet-stream" if schema.get("format") == "binary" else _JSON]
    return [one for one in produces if is_json(one)] or produces or [_JSON]


def _of_file(produces: list[str]) -> list[str]:
    """The media types of a file. JSON is not among them: a list for all operations often has nothing else."""
    others = [one for one in produces if not is_json(one)]
    return others or (["*/*"] if produces else ["application/octet-stream"])


def _texts(owner: Node, key: str) -> list[str]:
    return list(dict.fromkeys(one for one in owner.values_of(key) if isinstance(one, str)))
