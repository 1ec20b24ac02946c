"""The overloads of methods: for one value of an argument, or for a former name of one."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.views.arguments import ArgumentView
from codegen.views.text.quoting import Code


@dataclass(frozen=True, slots=True, kw_only=True)
class OverloadView:
    """A way to call a method."""

    name: Code
    decorators: tuple[Code, ...]
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    has_keywords: bool
    returns: Code
    definition: Code
    """The keywords that define the async method."""
    async_returns: Code
