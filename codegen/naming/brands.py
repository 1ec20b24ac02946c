"""Derives the name of an API from its host: ``openai`` is one word, "API" at api.sentry.io is Sentry."""

from __future__ import annotations

import re
from collections.abc import Sequence

from codegen.model.api import Api
from codegen.naming.words import words

_NO_BRANDS = frozenset({
    "amazonaws", "api", "apis", "azurewebsites", "example", "gateway", "github", "githubusercontent", "gmail",
    "googlemail", "googleusercontent", "herokuapp", "hotmail", "localhost", "outlook", "swagger", "www",
})  # fmt: skip
"""Labels of hosts that are not names of APIs."""

_SECOND_LEVEL = frozenset({"ac", "co", "com", "edu", "gov", "net", "org"})
"""Labels below the top level that are not names: ``example.co.uk``."""


def words_of_title(subject: Sequence[str], api: Api) -> list[str]:
    """The words of a title. A word in a host, or in the path of a server, is not split: ``openai``."""
    addresses = [*_hosts(api), *(server.url.partition("://")[2] for server in api.servers)]
    known = {part for address in addresses for part in re.split(r"[./-]", address)}
    return [
        word
        for text in subject
        for word in ([text.lower()] if text.isalnum() and text.lower() in known else words(text))
    ]


def brand(api: Api) -> str | None:
    """The name of the API by its host or its contact, if the title has none: ``sentry``."""
    for host in _hosts(api):
        *labels, _ = host.split(".")
        if len(labels) > 1 and labels[-1] in _SECOND_LEVEL:
            labels.pop()
        if labels and labels[-1] not in _NO_BRANDS and re.fullmatch(r"[a-z][a-z0-9-]*", labels[-1]):
            return labels[-1]
    tags = {operation.tag for operation in api.operations}
    only = tags.pop() if len(tags) == 1 else None
    return only if only and re.search(r"[A-Za-z]", only) else None


def _hosts(api: Api) -> list[str]:
    """The hosts of the servers and of the contact, in lower case, without addresses and variables."""
    contact = (str(api.contact.get(key, "")) for key in ("url", "email"))
    texts = [*(server.url for server in api.servers), *contact, api.docs.url if api.docs else "", api.terms]
    found = (re.match(r"(?:https?://|[^/@\s]+@)([^/?#:\s]+)", text) for text in texts)
    hosts = [re.sub(r"\{[^}]*\}\.?", "", match[1]).lower() for match in found if match]
    return [host for host in hosts if "." in host and not re.fullmatch(r"[0-9.]+", host)]
