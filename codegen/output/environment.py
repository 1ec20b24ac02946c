"""Lists the environment variables that a client reads, for the report of a build."""

from __future__ import annotations

from codegen.model.api import Api
from codegen.naming.credentials import name_credentials
from codegen.naming.distribution import name_distribution


def environment_variables(api: Api) -> tuple[str, ...]:
    """The variables for credentials, the base URL and the log."""
    distribution = name_distribution(api)
    named = name_credentials(api)
    keywords = [keyword for one in named.credentials for keyword in one.keywords]
    return tuple(distribution.variable(name) for name in (*keywords, *named.granting, "base_url", "log"))
