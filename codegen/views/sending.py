"""How a method sends its request, and what it returns: the same for all kinds of operations."""

from __future__ import annotations

from msgspec import Struct

from codegen.views.annotations import Imports
from codegen.views.text.quoting import Code, splice


class SendingView(Struct, frozen=True, kw_only=True):
    """The constant of an operation, and what its two methods return."""

    operation: Code
    """The class of the constant."""
    type: Code
    """The type of the constant: ``Operation[models.Cluster]``."""
    returns: Code
    value: Code
    """The expression that the method returns."""
    definition: Code
    """The keywords that define the async method."""
    async_returns: Code
    async_value: Code


def stream_sending(constant: Code, request: Code, item: Code, imports: Imports) -> SendingView:
    """Describe how a method sends its request for a stream.

    Args:
        constant: The constant of the operation.
        request: The expression that builds the request.
        item: The type of an item.
        imports: Collects the imports of the module.
    """
    class_, stream, async_stream = map(imports.use, ("StreamOperation", "Stream", "AsyncStream"))
    return SendingView(
        operation=class_,
        type=splice("{}[{}]", class_, item),
        returns=splice("{}[{}]", stream, item),
        value=splice("self._send({}.stream({}))", constant, request),
        definition=Code("def"),
        async_returns=splice("{}[{}]", async_stream, item),
        async_value=splice("{}.async_stream(self._send, {})", constant, request),
    )
