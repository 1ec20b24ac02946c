"""Signatures that list every option, for `help()`, `inspect.signature` and completion.

Type checkers read the options from their `TypedDict`. At run time a function with `**options` would
show none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import Parameter, signature
from typing import Any, TypeVar

F = TypeVar("F", bound=Callable[..., Any])


def spells_out(
    options: type[Mapping[str, object]], defaults: Mapping[str, object]
) -> Callable[[F], F]:
    """Show options in the signature of a function, instead of `*positional` and `**options`.

    Args:
        options: The `TypedDict` of the options.
        defaults: Their defaults.
    """

    def spelled_out(function: F) -> F:
        shown = signature(function)
        if not any(one.kind is Parameter.VAR_KEYWORD for one in shown.parameters.values()):
            return function
        named = [
            one
            for one in shown.parameters.values()
            if one.kind not in (Parameter.VAR_POSITIONAL, Parameter.VAR_KEYWORD)
        ]
        named += [
            Parameter(
                name,
                Parameter.KEYWORD_ONLY,
                default=defaults[name],
                annotation=getattr(annotation, "__forward_arg__", annotation),
            )
            for name, annotation in options.__annotations__.items()
        ]
        function.__dict__["__signature__"] = shown.replace(parameters=named)
        return function

    return spelled_out
