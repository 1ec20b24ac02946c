"""Removes parameters that repeat the key of a security scheme."""

from __future__ import annotations

from msgspec.structs import replace

from codegen.document.node import Json, Node
from codegen.standard.positions import Document, rewrite_operations
from codegen.standard.security import security_alternatives


def leave_keys_to_the_client(document: Document) -> Document:
    """Remove a parameter if it is a key that every call of its operation sends as a credential.

    The security scheme says the same of the same place (OpenAPI 3.1.1, 4.8.27.1): a client is given the key
    once and sends it with each call. The parameter would repeat it. Where an operation can
    be called without the key, the parameter stays. A key of one alternative that the parameters require is
    needed by each. Operations have their parameters themselves, and schemes are not references.
    """
    root = document.root
    schemes = dict(root.mapping("components").entries("securitySchemes"))
    if "apiKey" not in {scheme.text("type") for scheme in schemes.values()}:
        return document

    def change(operation: Node) -> Node:
        declared = operation.mappings("parameters")
        asked = security_alternatives(root, operation)
        needed = _with_required(asked, declared, schemes)
        keys = _keys(needed, schemes)
        kept: list[Json] = [one for one in declared if _identity(one) not in keys]
        if needed is not asked:
            operation = operation.with_items(security=[*needed])
        return operation if len(kept) == len(declared) else operation.with_items(parameters=kept)

    return replace(document, root=rewrite_operations(Document(root), change).root)


def _with_required(asked: list[Node], declared: list[Node], schemes: dict[str, Node]) -> list[Node]:
    """The alternatives, each with the keys that parameters require and another alternative names.

    Alternatives that name the same schemes after that are one.
    """
    if not all(asked):
        return asked
    required = {_identity(one) for one in declared if one.get("required") is True}
    names: dict[tuple[str, str], str] = {}
    for name in (name for one in asked for name in one if name in schemes):
        if schemes[name].text("type") == "apiKey" and _identity(schemes[name]) in required:
            names.setdefault(_identity(schemes[name]), name)
    further: list[dict[str, Json]] = [
        {name: [] for at, name in names.items() if at not in _keys([one], schemes)} for one in asked
    ]
    if not any(further):
        return asked
    needed = [one.with_items(**more) for one, more in zip(asked, further, strict=True)]
    return list({frozenset(one): one for one in reversed(needed)}.values())[::-1]


def _keys(requirements: list[Node], schemes: dict[str, Node]) -> set[tuple[str, str]]:
    """The places of the keys that all of the alternatives need."""
    places = [
        {
            _identity(schemes[name])
            for name in one
            if name in schemes and schemes[name].text("type") == "apiKey"
        }
        for one in requirements
    ]
    return set.intersection(*places) if places else set()


def _identity(one: Node) -> tuple[str, str]:
    """The location and name of a parameter or a key. Headers are case-insensitive (RFC 9110, 5.1)."""
    place, name = one.text("in"), one.text("name")
    return place, name.lower() if place == "header" else name
