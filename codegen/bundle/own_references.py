"""References to a document's own URI, which is its ``$self`` (OpenAPI 3.2.0, 4.1.2.2.1)."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin

from codegen.document.node import Json, Node

_REFERENCES = frozenset({"$ref", "operationRef", "defaultMapping"})


def with_own_references(root: Node) -> Node:
    """The document with references to its own URI as references within it."""
    own = root.text("$self")
    return _Owning(own).of(root) if own else root


class _Owning:
    def __init__(self, own: str) -> None:
        self._own = own

    def of(self, node: Node) -> Node:
        """A mapping with the references in it changed."""
        changes: dict[str, Json] = {}
        for key, value in node.items():
            if key == "mapping" and isinstance(value, Node):
                texts = {name: one for name, one in value.items() if isinstance(one, str)}
                changes[key] = self.of(value).with_items(
                    **{name: self._within(one) for name, one in texts.items()}
                )
            elif isinstance(value, (Node, list)):
                changes[key] = self._inside(value)
            elif key in _REFERENCES and isinstance(value, str):
                changes[key] = self._within(value)
        return node.with_items(**changes)

    def _inside(self, value: Json) -> Json:
        if isinstance(value, Node):
            return self.of(value)
        if isinstance(value, list) and any(isinstance(one, (Node, list)) for one in value):
            return [self._inside(one) for one in value]
        return value

    def _within(self, reference: str) -> str:
        try:
            address, fragment = urldefrag(urljoin(self._own, reference))
        except ValueError:  # a host that is none
            return reference
        return f"#{fragment}" if address == self._own and "#" in reference else reference
