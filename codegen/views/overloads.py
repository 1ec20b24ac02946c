"""The overloads of methods: for one value of an argument, or for a former name of one."""

from __future__ import annotations

from msgspec import Struct

from codegen.views.annotations import Imports
from codegen.views.arguments import ArgumentView, CallView
from codegen.views.sending import SendingView
from codegen.views.text.quoting import Code


class OverloadView(CallView, frozen=True, kw_only=True):
    """A way to call a method."""

    name: Code
    decorators: tuple[Code, ...]
    returns: Code
    definition: Code
    """The keywords that define the async method."""
    async_returns: Code


class Given(Struct, frozen=True):
    """The arguments of a method, and its decorators."""

    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    decorators: tuple[Code, ...]


def overload_of(name: Code, given: Given, sending: SendingView, imports: Imports) -> OverloadView:
    """Describe a way to call a method, which returns what `sending` does."""
    imports.use("overload")
    return OverloadView(
        name=name,
        decorators=given.decorators,
        positional=given.positional,
        keywords=given.keywords,
        returns=sending.returns,
        definition=sending.definition,
        async_returns=sending.async_returns,
    )
