"""Rules for servers: their variables, and whether requests can be sent to them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import SplitResult, unquote, urlsplit

from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.spelling import did_you_mean, nearest

VARIABLE = re.compile(r"\{([^{}]*)\}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def served(survey: Survey) -> Iterator[Problem]:
    """Each variable in a server's URL has a default (OpenAPI 3.1.1, 4.8.5 and 4.8.6)."""
    for server in survey.of("server"):
        defined = server.mapping("variables")
        for name in VARIABLE.findall(server.text("url")):
            # For a variable with an enum, `codegen.check.structure` takes its first value.
            if "default" not in defined.mapping(name) and not defined.mapping(name).values_of("enum"):
                hint = did_you_mean(name, [one for one in defined if one != name])
                message = f"the server's variable {name!r} has no default{hint}"
                past = leaving_out(server.pointer)
                yield Problem(message, "server-variable", (*server.pointer, "url"), past=past)


def chosen_defaults(survey: Survey) -> Iterator[Problem]:
    """The default of a server's variable is one of its values (OpenAPI 3.1.1, 4.8.6)."""
    for server in survey.of("server"):
        for name, variable in server.entries("variables"):
            values = variable.values_of("enum")
            if values and "default" in variable and variable["default"] not in values:
                listed = ", ".join(map(repr, values[:8]))
                message = f"the default of {name!r} is none of its values: {listed}"
                where = (*variable.pointer, "default")
                yield Problem(message, "server-variable-value", where, past=(), reading="the default is used")


def repeated_name(template: str) -> str | None:
    """The first name in braces that a template has twice."""
    names = VARIABLE.findall(template)
    return next((name for at, name in enumerate(names) if name in names[:at]), None)


def reachable(survey: Survey) -> Iterator[Problem]:
    """A request can be sent to a server: it is one of HTTP, or a path on another (OpenAPI 3.1.1, 4.8.5)."""
    for server in survey.of("server"):
        url = with_defaults(server)
        if url is not None and (fault := _fault(url)) is not None:
            where = (*server.pointer, "url")
            message = f"no request can be sent to this server: {fault}{_hint(url)}"
            past, reading = leaving_out(server.pointer), ""
            if (meant := _meant(server)) is not None:
                past, reading = (Edit(where, meant),), f"read as {meant!r}"
            yield Problem(message, "server", where, past=past, reading=reading)


def _meant(server: Node) -> str | None:
    """The URL with its spaces removed or percent-encoded, if that makes it valid."""
    meant = server.text("url").strip()
    path = meant.find("/", meant.find("//") + 2)
    meant = meant[:path] + meant[path:].replace(" ", "%20") if path >= 0 else meant
    url = with_defaults(server.with_items(url=meant))
    return meant if url is not None and _fault(url) is None else None


def with_defaults(server: Node) -> str | None:
    """The URL with the defaults of its variables; none if one has no default."""
    variables = server.mapping("variables")
    names = VARIABLE.findall(server.text("url"))
    if not all("default" in variables.mapping(name) for name in names):
        return None
    return VARIABLE.sub(lambda name: variables.mapping(name[1]).text("default"), server.text("url"))


def _hint(url: str) -> str:
    """The scheme that an unknown or misspelt one means."""
    scheme, _, rest = url.partition(":")
    if re.fullmatch("[0-9]+(/.*)?", rest):
        return f"; did you mean 'http://{url}'?"
    right = nearest(scheme, ("https", "http"))
    return f"; did you mean '{right}:{rest}'?" if right and right != scheme.lower() else ""


def _fault(url: str) -> str | None:
    if not url.isprintable():
        return "its URL has control characters"
    if " " in url:
        return "its URL has spaces"
    if "{" in url or "}" in url:
        return "its URL has braces that are around no name"
    try:
        parts = urlsplit(url)
        faults = _faults(parts, absolute=bool(_SCHEME.match(url)))
    except ValueError:  # an invalid port or address
        return "its URL is none"
    return next((fault for fault, there in faults.items() if there), None)


def _faults(parts: SplitResult, *, absolute: bool) -> dict[str, bool]:
    """The reasons to refuse a URL, each with whether it applies."""
    return {
        "its scheme is neither https nor http": absolute and parts.scheme not in {"https", "http"},
        "its URL has no host": absolute and not parts.hostname,
        "its URL has credentials": "@" in parts.netloc,
        "its URL has the port 0": parts.port == 0,
        "its URL has a query or a fragment": bool(parts.query or parts.fragment),
        "its path has a segment '.' or '..'": absolute
        and bool({".", ".."} & {unquote(part) for part in parts.path.split("/")}),
    }


SERVER_RULES = (served, chosen_defaults, reachable)
