"""Rules that only Swagger 2.0 has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.fields import fault_of_media_type
from codegen.check.survey import Survey
from codegen.document.node import Node
from codegen.document.problems import Edit, Problem, leaving_out


def one_body(survey: Survey) -> Iterator[Problem]:
    """An operation has one body at most: a parameter ``in: body``, or parameters ``in: formData``."""
    for _, item, _, operation in survey.operations:
        own, shared = operation.mappings("parameters"), item.mappings("parameters")
        bodies = [one for one in own if _location(survey, one) == "body"]
        forms = [one for one in own if _location(survey, one) == "formData"]
        for extra in bodies[1:]:
            message = "an operation has one parameter 'in: body' at most"
            yield Problem(message, "alternatives", extra.pointer, past=leaving_out(extra.pointer))
        if bodies or any(_location(survey, one) == "body" for one in shared):
            for form in [*forms, *(one for one in shared if _location(survey, one) == "formData")]:
                message = "an operation has either a body or form parameters, not both"
                yield Problem(message, "alternatives", form.pointer, past=leaving_out(form.pointer))


def _location(survey: Survey, reference: Node) -> str:
    parameter = survey.resolved(reference)
    return "" if parameter is None else parameter.text("in")


def listed_media_types(survey: Survey) -> Iterator[Problem]:
    """What operations consume and produce are media types."""
    for owner in (survey.root, *survey.of("operation")):
        for key in ("consumes", "produces"):
            for index, media_type in enumerate(owner.values_of(key)):
                if isinstance(media_type, str) and (fault := fault_of_media_type(media_type)):
                    where = (*owner.pointer, key, index)
                    yield Problem(fault, "media-type", where, past=leaving_out(where))


def addresses(survey: Survey) -> Iterator[Problem]:
    """``host`` has neither a scheme nor a path, and ``basePath`` begins with a slash."""
    host, base = survey.root.text("host"), survey.root.text("basePath")
    meant = _HOST.match(host)
    if host and (meant is None or meant[1] != host):
        hint = f": write {meant[1]!r}" if meant else ""
        message = f"'host' is a host and its port alone, without a scheme, a path and variables{hint}"
        past = (Edit(("host",), meant[1]),) if meant else leaving_out(("host",))
        yield Problem(message, "server", ("host",), past=past)
    if base and not base.startswith("/"):
        message = f"'basePath' must begin with '/': write {f'/{base}'!r}"
        yield Problem(message, "server", ("basePath",), past=(Edit(("basePath",), f"/{base}"),))


_HOST = re.compile(r"(?:https?://)?([^{}/ :\\]+(?::\d+)?)/?$", re.IGNORECASE)


def inner_lists(survey: Survey) -> Iterator[Problem]:
    """A list within a list is written by its own ``collectionFormat``, for which OpenAPI 3 has nothing."""
    for items in survey.by_kind.get("items", []):
        if items.get("type") == "array":
            message, reading = "a list within a list of a parameter is not supported", "it is written as JSON"
            yield Problem(message, "unsupported", (*items.pointer, "type"), past=(), reading=reading)


SWAGGER_RULES = (one_body, listed_media_types, addresses, inner_lists)
"""For documents of Swagger 2.0 alone."""
