"""Servers (OpenAPI 3.1.1, 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re

from codegen.document.node import Node
from codegen.model.servers import Server, ServerVariable


def servers(owner: Node) -> tuple[Server, ...]:
    """The servers of a document, a path or an operation."""
    return tuple(_server(server) for server in owner.mappings("servers"))


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
