"""Methods that a resource has beside those of its operations: they wait, or return a poller."""

from __future__ import annotations

from codegen.views.arguments import CallView
from codegen.views.overloads import OverloadView
from codegen.views.text.quoting import Code


class MethodBesideView(CallView, frozen=True, kw_only=True):
    """A method beside that of an operation, and the constant that does its work."""

    constant: Code
    type: Code
    """The type of the constant: ``Waiter[models.Cluster]``."""
    settings: tuple[Code, ...]
    """The keyword arguments of that type."""
    name: Code
    decorators: tuple[Code, ...]
    """The decorators for deprecation and for former names of arguments, without `@`."""
    docstring: Code
    returns: Code
    request: Code
    """The expression that builds the request."""
    overloads: tuple[OverloadView, ...] = ()
    """The ways to call it, if its body has several media types, or its arguments have former names."""
