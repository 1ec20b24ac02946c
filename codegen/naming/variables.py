"""Names the arguments of clients for the variables of the main server."""

from __future__ import annotations

from collections.abc import Collection

from msgspec import Struct

from codegen.model.api import Api
from codegen.model.servers import ServerVariable
from codegen.naming import reserved, strategies
from codegen.naming.scopes import NameRequest, Scope

_OF_THE_ENVIRONMENT = frozenset({"log", "token"})
"""Environment variables of clients have these names, after a prefix; names of options are reserved."""


class NamedVariable(Struct, frozen=True):
    """A variable of the main server and its argument."""

    variable: ServerVariable
    keyword: str


def name_variables(api: Api, taken: Collection[str]) -> tuple[NamedVariable, ...]:
    """Name the variables of the main server; `taken` are the arguments for credentials.

    Raises:
        Refused: Two are equal.
    """
    variables = api.server_variables
    scope = Scope(
        what="server variable",
        strategies=(strategies.snake_name, strategies.snake_spelled),
        prefix="server_",
        reserved=reserved.credential_keywords() | _OF_THE_ENVIRONMENT.union(taken),
    )
    pointer = api.servers[0].origins[0] if variables else ()
    requests = [NameRequest(one.name, (*pointer, "variables", one.name)) for one in variables]
    return tuple(map(NamedVariable, variables, scope.choose(requests)))
