"""Which server an operation is sent to (OpenAPI 3.1.1, 4.8.5)."""

from __future__ import annotations

from collections import Counter
from urllib.parse import urljoin

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.model.servers import Server, ServerVariable
from codegen.naming.names import Names
from codegen.naming.variables import NamedVariable
from codegen.views.prose import sentence
from codegen.views.text.quoting import EMPTY, Code, code_span, join, literal, markdown, splice


class ServersView(Struct, frozen=True, kw_only=True):
    """The section about servers in the README."""

    has_host: bool
    has_variables: bool
    """Whether the client has arguments for the variables of the first server."""
    variables: Code
    """These arguments."""
    lines: tuple[Code, ...]


def servers_views(api: Api, names: Names) -> tuple[ServersView, ...]:
    """The section about servers; empty if there is no choice."""
    lines = server_lines(api)
    if not lines:
        return ()
    keywords = [code_span(f"{one.keyword}=") for one in names.variables]
    return (
        ServersView(
            has_host=main_server(api) is not None,
            has_variables=bool(keywords),
            variables=join(", ", keywords),
            lines=lines,
        ),
    )


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


def server_arguments(api: Api, names: Names) -> tuple[Code, ...]:
    """The arguments of the runtime's ``Server``; none if the URL of the main server has no variables."""
    if not names.variables:
        return ()
    pairs = [splice("{}: {}", literal(one.keyword), _of_variable(one.variable)) for one in names.variables]
    return literal(api.servers[0].template), splice("{{{}}}", join(", ", pairs))


def _of_variable(variable: ServerVariable) -> Code:
    parts = [literal(variable.name), literal(variable.default)]
    if variable.values:
        parts.append(splice("({},)", join(", ", [literal(one) for one in variable.values])))
    return splice("Variable({})", join(", ", parts))


def variable_type(variable: ServerVariable) -> Code:
    """The type of the argument for a variable."""
    values = dict.fromkeys((variable.default, *variable.values)) if variable.values else {}
    if not values:
        return Code("str | None")
    return splice("Literal[{}] | None", join(", ", [literal(one) for one in values]))


def about_variable(named: NamedVariable, environment: str) -> str:
    """The description of the argument for a variable."""
    variable = named.variable
    return (
        f"{sentence(variable.description)} A part of the server's URL. Default: the environment variable "
        f"`{environment}_{named.keyword.upper()}`, then `{variable.default}`."
    ).strip()


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


def needed_settings(api: Api) -> Code:
    """The arguments that a client requires if the document does not name a host."""
    if main_server(api) is not None:
        return EMPTY
    path = api.servers[0].url.rstrip("/") if api.servers else ""
    return splice("base_url={}", literal(urljoin("https://api.example.com", path)))
