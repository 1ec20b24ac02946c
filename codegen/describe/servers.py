"""Servers (OpenAPI 3.1.1, 4.8.5 and 4.8.6)."""

from __future__ import annotations

import re

from codegen.document.node import Node
from codegen.model.servers import Server, ServerVariable

_URL = re.compile(r"(?P<scheme>https?)://(?P<host>[^/?#]*)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)

_LOOPBACK = re.compile(r"((.+\.)?localhost|127(\.\d+){3}|\[::1\])(:\d+)?")
"""The hosts to which a client also sends unencrypted requests, as their ports may differ."""


def servers(owner: Node) -> tuple[Server, ...]:
    """The servers of a document, a path or an operation; HTTPS comes first for one listed with both."""
    found = [_server(server) for server in owner.mappings("servers")]
    secure = {_identity(one): one for one in reversed(found) if _scheme(one) == "https"}
    ordered = []
    for one in found:
        if _scheme(one) == "http" and (twin := secure.get(_identity(one))) is not None:
            ordered.append(twin)
        ordered.append(one)
    return tuple(dict.fromkeys(ordered))


def _scheme(server: Server) -> str:
    match = _URL.fullmatch(server.url)
    return match["scheme"].lower() if match and not _LOOPBACK.fullmatch(match["host"].lower()) else ""


def _identity(server: Server) -> tuple[str, str, str]:
    """The URL with its defaults and its template, without the scheme. Hosts are case-insensitive."""
    match = _URL.fullmatch(server.url)
    host, rest = (match["host"].lower(), match["rest"]) if match else ("", server.url)
    return host, rest, server.template.partition("://")[2]


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
