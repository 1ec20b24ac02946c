"""Names of schemas by their positions: the body of an operation, a response, a parameter, a component."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from codegen.naming.inline.operation_names import names_of_operations
from codegen.naming.inline.place_names import named_after
from codegen.naming.words import class_name, pascal, words
from codegen.standard.inbound import InboundKey, PathKey
from codegen.standard.positions import Document, Holder, Position

_PHRASES = {
    **{str(status.value): pascal(words(status.phrase)) for status in HTTPStatus},
    "1XX": "Informational",
    "2XX": "Success",
    "3XX": "Redirection",
    "4XX": "ClientError",
    "5XX": "ServerError",
    "default": "Default",
}

ERROR_RESPONSES = frozenset(
    f"{phrase}Response" for status, phrase in _PHRASES.items() if status[0] in {"4", "5", "d"}
)
"""The names of responses that report errors."""


class Holders:
    """Names the positions of the schemas of a document."""

    def __init__(self, document: Document, components: Mapping[str, str]) -> None:
        """`components` are the classes of the components by their keys."""
        self._components = components
        self._operations = names_of_operations(document.root)

    def path(self, position: Position) -> tuple[str, ...]:
        """The name of the schema at a position: the name of its owner, and its role there.

        ``("UpdateCluster", "Request")`` for a body, ``("UpdateCluster", "NotFoundResponse")`` for a response,
        ``("ListClusters", "SortOrder")`` for a parameter. A component has its own name.
        """
        if position.component is not None:
            return (self._components.get(position.component) or class_name(position.component),)
        owner, part = "", ""
        for outer, holder in zip((None, *position.holders), position.holders, strict=False):
            owner, part = self._within(owner + part, outer, holder)
        return tuple(filter(None, (owner, part)))

    def _within(self, owner: str, outer: Holder | None, holder: Holder) -> tuple[str, str]:
        """The owner and the part for a holder in an outer holder, which has the name `owner`."""
        match holder:
            case Holder("pathItem", key):
                return "", named_after(key if isinstance(key, str) else self._inbound("post", key))
            case Holder("operation", str(method), node) if outer is not None:
                return "", class_name(self._operation(node.text("operationId"), outer.key, method))
            case Holder("requestBody", str(key)):
                return _shared(key, "Request", "Body") if holder.is_shared else (owner, "Request")
            case Holder("response", str(key)):
                if outer is None:  # the outer holder is shared
                    return _shared(key, "Response")
                return owner, _response_name(key, outer.node.mapping("responses"))
            case Holder(_, str(key)):
                return owner, class_name(key) if holder.is_shared else named_after(key)
        raise TypeError(holder)

    def _operation(self, operation_id: str, path: PathKey, method: str) -> str:
        """The name of an operation."""
        if isinstance(path, str):
            return self._operations.get((path, method.lower()), operation_id)
        return operation_id or self._inbound(method, path)

    def _inbound(self, method: str, key: InboundKey) -> str:
        """The name of an inbound request: ``newPet webhook``, ``subscribe onData callback``."""
        verb = "" if method == "post" else method
        if (sender := key.sender) is None:
            return f"{verb} {key.name} webhook".strip()
        owner = self._operation(sender.id, sender.path, sender.method.lower())
        return f"{verb} {owner} {key.name} callback".strip()


def _shared(key: str, *roles: str) -> tuple[str, str]:
    """``CreateCluster`` and ``Request`` for the body ``CreateCluster``, unless it already has its role."""
    chosen = class_name(key)
    said = next((role for role in roles if chosen.endswith(role)), None)
    return (chosen, roles[0]) if said is None else (chosen.removesuffix(said), said)


def _response_name(status: str, responses: Iterable[str]) -> str:
    """``Response`` for the first success, ``NotFoundResponse`` for any other status."""
    main = min((one for one in responses if one.startswith("2")), default="default")
    return "Response" if status == main else f"{_PHRASES.get(status, f'Status{status}')}Response"
