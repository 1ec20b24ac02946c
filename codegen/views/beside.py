"""Methods that a resource has beside those of its operations: they wait, or return a poller."""

from __future__ import annotations

from dataclasses import dataclass

from codegen.text.quoting import Code
from codegen.views.arguments import ArgumentView


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodBesideView:
    """A method beside that of an operation, and the constant that does its work."""

    constant: Code
    type: Code
    """The type of the constant: ``Waiter[models.Cluster]``."""
    settings: tuple[Code, ...]
    """The keyword arguments of that type."""
    name: Code
    is_deprecated: bool
    deprecation: Code
    """The decorator of a deprecated operation, without `@`."""
    docstring: Code
    positional: tuple[ArgumentView, ...]
    keywords: tuple[ArgumentView, ...]
    returns: Code
    request: Code
    """The expression that builds the request."""
