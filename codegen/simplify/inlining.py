"""Resolves references to anything but schemas, and moves parameters of path items to operations."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.document.node import Json, Node, Pointer
from codegen.document.pointers import tokens, value_at
from codegen.document.problems import Problem, Refused
from codegen.standard.http_methods import with_operations
from codegen.standard.positions import Document, rewrite_path_items
from codegen.standard.security import accepted_schemes


def inline_references(document: Document) -> Document:
    """Replace references by their targets, except references to schemas.

    OpenAPI 3.1.1, 4.8.23: a reference's own ``summary`` and ``description`` override those of its target.
    Schemas keep their references: those are what types are made of.

    Raises:
        Refused: A chain of references never ends.
    """
    inlining = _Inlining(document.root)
    document = rewrite_path_items(document, inlining.path_item)
    components = document.root.mapping("components")
    if "securitySchemes" not in components:
        return document
    components = components.with_items(securitySchemes=inlining.security_schemes(document.root))
    return replace(document, root=document.root.with_items(components=components))


class _Inlining:
    def __init__(self, root: Node) -> None:
        self._root = root

    def security_schemes(self, root: Node) -> Node:
        """The security schemes that operations accept, with references resolved."""
        written = {name: self._whole(scheme) for name, scheme in accepted_schemes(root).items()}
        return root.mapping("components").mapping("securitySchemes").with_items(**written)

    def path_item(self, item: Node) -> Node:
        """A path item merged with the target of its reference (OpenAPI 3.1.1, 4.8.9)."""
        beside = item.without("$ref")
        item = self._whole(item)
        item = item.with_items(**beside) if beside else item
        return self._parameters(with_operations(item, lambda _, operation: self._operation(operation)))

    def _operation(self, operation: Node) -> Node:
        operation = self._parameters(operation)
        if "requestBody" in operation:
            body = self._content(self._whole(operation.mapping("requestBody")))
            operation = operation.with_items(requestBody=body)
        return operation.with_entries("responses", self._response)

    def _parameters(self, owner: Node) -> Node:
        return owner.with_mappings("parameters", self._parameter)

    def _parameter(self, parameter: Node) -> Node:
        return self._content(self._examples(self._whole(parameter)))

    def _response(self, response: Node) -> Node:
        response = self._content(self._whole(response))
        return response.with_entries("links", self._whole).with_entries("headers", self._parameter)

    def _content(self, owner: Node) -> Node:
        return owner.with_entries("content", lambda media: self._examples(self._whole(media)))

    def _examples(self, owner: Node) -> Node:
        return owner.with_entries("examples", self._whole)

    def _whole(self, part: Node) -> Node:
        """The target of a reference, with the origins of both."""
        if "$ref" not in part:
            return part
        passed: dict[Pointer, Node] = {}
        while "$ref" in part:
            if part.pointer in passed:
                message = "the reference leads back to itself"
                raise Refused([Problem(message, "reference-ring", part.pointer)])
            passed[part.pointer] = part
            part = self._target(part)
        said: dict[str, Json] = {}
        origins: list[Pointer] = []
        for reference in reversed(passed.values()):
            said |= {key: reference[key] for key in ("summary", "description") if key in reference}
            origins += reference.origins
        return part.with_items(**said).standing_for(*origins)

    def _target(self, reference: Node) -> Node:
        found = value_at(self._root, tokens(reference.text("$ref")))
        if not isinstance(found, Node):
            raise Refused([Problem("the reference leads nowhere", "reference", reference.pointer)])
        return found


def merge_path_parameters(document: Document) -> Document:
    """Give each operation the parameters of its path item.

    OpenAPI 3.1.1, 4.8.9: the operation's own parameter of the same name and place wins; none is removed.
    """
    return rewrite_path_items(document, _merged)


def _merged(item: Node) -> Node:
    shared = item.mappings("parameters")
    if not shared:
        return item
    return with_operations(
        item.without("parameters"), lambda _, operation: _with_parameters(operation, shared)
    )


def _with_parameters(operation: Node, shared: list[Node]) -> Node:
    own = {_identity(parameter): parameter for parameter in operation.mappings("parameters")}
    parameters: list[Json] = []
    for parameter in shared:
        overriding = own.pop(_identity(parameter), None)
        parameters.append(
            overriding.standing_for(*parameter.origins) if overriding is not None else parameter
        )
    return operation.with_items(parameters=[*parameters, *own.values()])


def _identity(parameter: Node) -> tuple[str, str]:
    name, place = parameter.text("name"), parameter.text("in")
    return (name.lower() if place == "header" else name), place
