"""Which server an operation is sent to (OpenAPI 3.1.1, 4.8.5)."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urljoin

from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.model.servers import Server, ServerVariable
from codegen.text.quoting import Code, code_span, join, markdown, splice
from codegen.views.prose import sentence


def main_server(api: Api) -> str | None:
    """The base URL: the document's first server.

    If the document has no global servers but every operation has its own, the most common one. None if the
    URL has no host, so that it is relative to the document.
    """
    if api.servers:
        return api.servers[0].url if api.servers[0].is_absolute else None
    own = [operation.servers[0] for operation in api.operations if operation.servers]
    if len(own) < len(api.operations) or not all(server.is_absolute for server in own):
        return None
    commonest = Counter(server.url for server in own).most_common(1)
    return commonest[0][0] if commonest else None


def own_server(operation: Operation, api: Api) -> str | None:
    """The server of an operation if it differs from the base URL: a URL, or a path on the main server."""
    if not operation.servers or operation.servers[0].url == _usual(api):
        return None
    server = operation.servers[0]
    return server.url if server.is_absolute else urljoin("/", server.url)


def _usual(api: Api) -> str | None:
    return api.servers[0].url if api.servers else main_server(api)


def server_lines(api: Api) -> tuple[Code, ...]:
    """The servers, each a line of Markdown; empty if there is no choice."""
    servers = {(one.template, one.url): one for one in api.servers}
    if len(servers) < 2 and not any(one.variables or not one.is_absolute for one in api.servers):
        return ()
    return tuple(_line(server) for server in servers.values())


def _line(server: Server) -> Code:
    said = markdown(sentence(server.description))
    url = code_span(server.template or server.url)
    if server.name:
        url = splice("{} ({})", url, markdown(server.name))
    return join(" ", [splice("{}: {}", url, said) if said else url, *map(_variable, server.variables)])


def _variable(variable: ServerVariable) -> Code:
    """``region``: ``eu``, or ``us``."""
    others = [value for value in variable.values if value != variable.default]
    values = join(", or ", [code_span(value) for value in (variable.default, *others)])
    said = markdown(sentence(variable.description))
    known = splice("{}: {}.", code_span(variable.name), values)
    return splice("{} {}", known, said) if said else known
