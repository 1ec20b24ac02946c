"""What a schema is called by what holds it: an operation's body or response, a parameter, a component."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from http import HTTPStatus

from codegen.document.node import Node
from codegen.naming.words import class_name, pascal, words
from codegen.standard.inbound import Address
from codegen.standard.positions import Holder, Position

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
"""The parts of names that belong to responses which are no success."""


def path_at(position: Position) -> tuple[str, ...]:
    """The name of the schema at a position, in parts: the owner's, and which part of the owner it is.

    ``("UpdateCluster", "Request")`` for a body, ``("UpdateCluster", "NotFoundResponse")`` for a response,
    ``("ListClusters", "SortOrder")`` for a parameter; of a component or of what is shared, its own name.
    """
    if position.component is not None:
        return (class_name(position.component),)
    owner, part = "", ""
    for outer, holder in zip((None, *position.holders), position.holders, strict=False):
        owner, part = _within(owner + part, outer, holder)
    return tuple(filter(None, (owner, part)))


def _within(owner: str, outer: Holder | None, holder: Holder) -> tuple[str, str]:
    """The owner and the part that a holder is, within an outer one that has the name `owner`."""
    match holder.kind:
        case "pathItem":
            address = Address.of(holder.key)
            return "", _part(address.in_words("post") if address else holder.key)
        case "operation" if outer is not None:
            return "", class_name(called(holder.node, outer.key, holder.key))
        case "requestBody":
            return _shared(holder.key, "Request", "Body") if outer is None else (owner, "Request")
        case "response":
            if outer is None:
                return _shared(holder.key, "Response")
            return owner, _response_name(holder.key, outer.node.mapping("responses"))
        case _:
            return owner, class_name(holder.key) if outer is None else _part(holder.key)


@cache
def _part(text: str) -> str:
    """A document has the same few parameters and headers again and again."""
    return pascal(words(text))


def called(operation: Node, path: str, method: str) -> str:
    """What an operation is called; one without an id by its method and path."""
    if given := operation.text("shortId") or operation.text("operationId"):
        return given
    address = Address.of(path)
    return address.in_words(method) if address else f"{method} {path}"


def _shared(key: str, *roles: str) -> tuple[str, str]:
    """``CreateCluster`` and ``Request`` for the body ``CreateCluster``; a name may say its role already."""
    chosen = class_name(key)
    said = next((role for role in roles if chosen.endswith(role)), None)
    return (chosen, roles[0]) if said is None else (chosen.removesuffix(said), said)


def _response_name(status: str, responses: Iterable[str]) -> str:
    """``Response`` for the first success, ``NotFoundResponse`` for any other status."""
    main = min((one for one in responses if one.startswith("2")), default="default")
    return "Response" if status == main else f"{_PHRASES.get(status, f'Status{status}')}Response"
