"""Mistakes in servers, URLs, e-mail addresses and versions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from ipaddress import ip_address
from urllib.parse import urlsplit

from codegen.check.servers import VARIABLE, repeated_name, with_defaults
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.document.problems import Problem

_HOST = re.compile(r"(//)?(?P<rest>([\w-]+\.)+[A-Za-z]{2,}(:\d+)?(/.*)?|localhost(:\d+)?(/.*)?)")
_WRONG_SCHEME = re.compile(r"(?P<scheme>https?)(:/?|//?)(?P<rest>[^/:].*)")


def reachable_servers(survey: Survey) -> Iterator[Problem]:
    """A client can reach each server with the document alone, and without eavesdroppers.

    So a URL must be absolute, and use ``https`` unless its host is in a private network. If a document has no
    servers, the users of its client choose one.
    """
    for server in survey.of("server"):
        url = with_defaults(server)
        if url is not None and (fault := _fault(url)) is not None:
            yield mistake(fault, "unreachable-server", (*server.pointer, "url"))


def _fault(url: str) -> str | None:
    try:
        parts = urlsplit(url)
        host = parts.hostname
    except ValueError:
        return None  # which the rule `server` reports
    if not parts.scheme or not host:
        return _relative(url)
    if not _HOST_NAME.fullmatch(host) and not _is_address(host):
        return f"{host!r} is not the name of a host"
    if host in {"http", "https"}:
        return f"the server's URL has two schemes{suggestion(url.partition(':')[2].lstrip('/'))}"
    if parts.scheme == "http" and not _is_private(host):
        hint = suggestion(f"https{url[4:]}")
        return f"over http, anybody on the way can read what is sent, credentials included{hint}"
    return None


def _relative(url: str) -> str:
    if found := _WRONG_SCHEME.fullmatch(url):
        right = f"{found['scheme']}://{found['rest']}"
        return f"no request can reach this server{suggestion(right)}"
    if found := _HOST.fullmatch(url):
        host = found["rest"].partition("/")[0].partition(":")[0]
        right = f"{'http' if _is_private(host) else 'https'}://{found['rest']}"
        return f"the server's URL has no scheme{suggestion(right)}"
    return "a relative URL leads nowhere from a client; write the whole URL of the server"


_PRIVATE = ("localhost", "local", "internal", "test", "example", "invalid", "lan", "home.arpa")


_HOST_NAME = re.compile(r"[^\W_]([\w-]*\w)?(\.[^\W_]([\w-]*\w)?)*\.?")


def _is_address(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_private(host: str) -> bool:
    """Whether a host is in a private network, judging by its address, its domain, or a name without dots."""
    try:
        return not ip_address(host).is_global
    except ValueError:
        return "." not in host or any(host == name or host.endswith(f".{name}") for name in _PRIVATE)


def used_variables(survey: Survey) -> Iterator[Problem]:
    """Each server variable is in the URL once (OpenAPI 3.2.0, 4.6)."""
    for server in survey.of("server"):
        names = VARIABLE.findall(server.text("url"))
        for name, variable in server.entries("variables"):
            if name not in names:
                message = f"the server's URL has no {{{name}}}"
                yield mistake(message, "server-variable-value", variable.pointer, "key")
        if (twice := repeated_name(server.text("url"))) is not None:
            where = (*server.pointer, "url")
            yield mistake(f"{{{twice}}} is in the URL twice", "server-variable-value", where)


_URLS = {
    "info": ("termsOfService",),
    "contact": ("url",),
    "license": ("url",),
    "externalDocs": ("url",),
    "oauthFlow": ("authorizationUrl", "tokenUrl", "refreshUrl"),
    "securityScheme": ("openIdConnectUrl",),
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def urls(survey: Survey) -> Iterator[Problem]:
    """URLs and e-mail addresses are complete."""
    for kind, keys in _URLS.items():
        for node in survey.of(kind):
            for key in keys:
                url = node.text(key)
                if key not in node or not isinstance(node[key], str) or _is_url(url):
                    continue
                found = _HOST.fullmatch(url) or _WRONG_SCHEME.fullmatch(url)
                hint = suggestion(f"https://{found['rest']}") if found else ""
                message = f"{url!r} is not a whole URL, which begins with 'https://'{hint}"
                yield mistake(message, "url", (*node.pointer, key))
    for contact in survey.of("contact"):
        email = contact.text("email")
        if email and not _EMAIL.fullmatch(email):
            yield mistake(f"{email!r} is no e-mail address", "url", (*contact.pointer, "email"))


def _is_url(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.scheme in {"https", "http"} and bool(parts.hostname) and not re.search(r"\s", url)
    except ValueError:
        return False


_VERSION = re.compile(
    r"v?\d+(\.\d+)*([-._]?(a|b|c|rc|alpha|beta|pre|preview|post|rev|r|dev)[-._]?\d*)*([-+][-+.0-9A-Za-z]+)?",
    re.IGNORECASE,
)
"""By PEP 440 or Semantic Versioning, or a date."""


def valid_version(survey: Survey) -> Iterator[Problem]:
    """The version of the API is valid, since the version of the client is derived from it."""
    info = survey.root.mapping("info")
    version = info.get("version")
    is_given = "version" in info.mapping("x-python")
    if isinstance(version, str) and not _VERSION.fullmatch(version.strip()) and not is_given:
        message = (
            f"{version!r} is no version; write one such as '1.0.0', from which the client gets its version"
        )
        yield mistake(message, "no-version", ("info", "version"))


_PUBLISHED = ("3.0.0", "3.0.1", "3.0.2", "3.0.3", "3.0.4", "3.1.0", "3.1.1", "3.1.2", "3.2.0")


def standards(survey: Survey) -> Iterator[Problem]:
    """The version of OpenAPI exists."""
    version = survey.root.text("openapi")
    if version not in _PUBLISHED:
        last = [one for one in _PUBLISHED if one.startswith(f"{survey.version}.")][-1]
        message = f"there is no OpenAPI {version}{suggestion(last)}"
        yield mistake(message, "openapi-version", ("openapi",))


ADDRESS_RULES = (reachable_servers, used_variables, urls, valid_version, standards)
