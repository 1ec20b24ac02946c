"""What a package exports apart from its resources and models, and what its client takes."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from codegen.model.api import Api
from codegen.model.webhooks import events_of
from codegen.naming.names import Names
from codegen.views.client import init_view
from codegen.views.webhooks import webhooks_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Exports:
    """The names of a package and of the constructor of its client."""

    names: frozenset[str]
    """Names that only some clients export, such as ``Page``."""
    options: Mapping[str, frozenset[str]]
    """The arguments of the client for credentials and for the variables of the server.

    Each with the values that it takes; empty if any text is one.
    """
    events: str
    """The type of the bodies of webhooks; empty without webhooks."""


def exports_of(api: Api, names: Names) -> Exports:
    """Return what the package of an API exports."""
    options = [word for one in names.authentication.credentials for word in one.keywords]
    options += sorted(names.authentication.keywords)
    events = events_of(api)
    own = {names.distribution.client, names.distribution.async_client, names.distribution.error}
    return Exports(
        names=frozenset(map(ast.literal_eval, init_view(api, names).exported)) - own,
        options={
            **{one: frozenset[str]() for one in options},
            **{one.keyword: frozenset(one.variable.values) for one in names.variables},
        },
        events=str(webhooks_view(events, api, names).alias) if events else "",
    )
