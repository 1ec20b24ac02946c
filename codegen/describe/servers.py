"""Servers (OpenAPI 3.1.1, 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re

from codegen.document.node import Node
from codegen.model.servers import Server, ServerVariable


def servers(owner: Node) -> tuple[Server, ...]:
    """The servers of a document, a path or an operation; HTTPS comes first for one listed with both."""
    found = [_server(server) for server in owner.mappings("servers")]
    secure = {_written(one).lower(): one for one in reversed(found)}
    ordered = []
    for one in found:
        scheme, separator, rest = _written(one).partition("://")
        if scheme.lower() == "http" and (twin := secure.get(f"https{separator}{rest}".lower())) is not None:
            ordered.append(twin)
        ordered.append(one)
    return tuple(dict.fromkeys(ordered))


def _written(server: Server) -> str:
    """The URL as the document has it."""
    return server.template or server.url


def _server(server: Node) -> Server:
    """The URL with its variables' defaults."""
    variables = tuple(_variable(name, node) for name, node in server.entries("variables"))
    defaults = {variable.name: variable.default for variable in variables}
    template = server.text("url")
    return Server(
        url=re.sub(r"\{([^{}]*)\}", lambda match: defaults.get(match[1], match[0]), template),
        template=template if variables else "",
        variables=variables,
        name=server.text("name"),
        description=server.text("description"),
        origins=server.origins,
    )


def _variable(name: str, variable: Node) -> ServerVariable:
    return ServerVariable(
        name=name,
        default=variable.text("default"),
        values=tuple(value for value in variable.values_of("enum") if isinstance(value, str)),
        description=variable.text("description"),
    )
