"""Path parameters whose value may span several segments of the path."""

from __future__ import annotations

import re

from codegen.document.node import Node

SEGMENTS = "x-ms-skip-url-encoding"
"""AutoRest's extension of a path parameter: its slashes are sent as they are."""

_WITH_SEGMENTS = re.compile(
    r"\{\s*(?:\+|\*\*?)[^{}]+\}"  # {+path} of RFC 6570, {*path} and {**path} of ASP.NET
    r"|\{[^{}:=<]+[+*]\s*\}"  # {proxy+} of API Gateway, {path*}
    r"|\{[^{}:=<]+=[^{}]*(?:/|\*\*)[^{}]*\}"  # {name=**} and {name=projects/*} of gRPC, but not {id=*}
    r"|\{[^{}:=<]+:(?:path|\.[*+]\??)\s*\}"  # {rest:path} of Starlette, {rest:.*} of JAX-RS
    r"|\*\w*|<path:\w+>"  # *rest of Rails, * of Fastify, <path:rest> of Flask
)


def spans_segments(placeholder: str) -> bool:
    """Whether a placeholder, as frameworks write it, stands for several segments."""
    return _WITH_SEGMENTS.fullmatch(placeholder) is not None


def has_segments(parameter: Node) -> bool:
    """Whether the value of a path parameter may span several segments; its name may have the mark."""
    name = parameter.text("name")
    return parameter.get("in") == "path" and (
        any(parameter.get(key) is True for key in (SEGMENTS, "allowReserved"))
        or spans_segments(f"{{{name}}}")
    )
