"""Checks names of header fields and cookies, media types, and encodings of parts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.survey import Survey
from codegen.check.unsent_schemes import leaving_out_scheme
from codegen.document.node import Node, Pointer, json_pointer
from codegen.document.places import On
from codegen.document.problems import Problem, leaving_out
from codegen.standard.media_types import spelled
from codegen.standard.security import NO_AUTHENTICATION

TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
"""RFC 9110, section 5.6.2."""

_VALUE = re.compile(r"[!-~]([\t -~]*[!-~])?")
"""The ASCII characters of field values (RFC 9110, section 5.5). Media types have no others."""

_WHAT = {"header": "a header field", "cookie": "a cookie"}


def names(survey: Survey) -> Iterator[Problem]:
    """Header fields and cookies are named by tokens (RFC 9110, section 5.1; RFC 6265, section 4.1.1).

    Cookie parameters may have other names, because style ``form`` percent-encodes them.
    """
    for parameter in survey.of("parameter"):
        if parameter.get("in") == "header" and not TOKEN.fullmatch(parameter.text("name") or "none"):
            where = (*parameter.pointer, "name")
            past = _leaving_out(survey, parameter)
            yield from _named("header", parameter.text("name"), where, "value", past)
    for kind in ("response", "encoding"):
        for owner in survey.of(kind):
            for name, header in owner.entries("headers"):
                yield from _named("header", name, header.pointer, "key", (header.pointer,))
    for scheme in survey.of("securityScheme"):
        way = scheme.get("scheme") if scheme.get("type") == "http" else None
        where = (*scheme.pointer, "scheme")
        if isinstance(way, str) and not TOKEN.fullmatch(way):
            yield Problem(f"{way!r} cannot be the name of a way to authenticate", "field-name", where)
        elif isinstance(way, str) and way.lower() in NO_AUTHENTICATION:
            message = f"{way!r} is no scheme of HTTP; without authentication, 'security' is an empty list"
            edits = leaving_out_scheme(survey, scheme)
            yield Problem(message, "wrong-value", where, past=edits, reading="nothing is sent for the scheme")
        if scheme.get("type") == "apiKey" and scheme.text("in") in _WHAT and "name" in scheme:
            yield from _named(
                scheme.text("in"), scheme.text("name"), (*scheme.pointer, "name"), "value", None
            )


def _named(
    place: str, name: str, where: Pointer, on: On, past: tuple[Pointer, ...] | None
) -> Iterator[Problem]:
    if not TOKEN.fullmatch(name):
        message = f"{name!r} cannot be the name of {_WHAT[place]}, which has neither spaces nor separators"
        edits = None if past is None else leaving_out(*past)
        yield Problem(message, "field-name", where, on, edits)


def media_type_keys(survey: Survey) -> Iterator[Problem]:
    """The keys of ``content`` are media types or ranges of them (OpenAPI 3.1.1, 4.8.13 and 4.8.17)."""
    for kind in ("parameter", "header", "requestBody", "response"):
        for owner in survey.of(kind):
            seen: set[str] = set()
            for media_type, media in owner.entries("content"):
                fault, known = fault_of_media_type(media_type), spelled(media_type).lower()
                if fault is None and known in seen:
                    fault = f"{media_type!r} is here a second time; media types are case-insensitive"
                seen.add(known)
                if fault is not None:
                    yield Problem(fault, "media-type", media.pointer, "key", leaving_out(media.pointer))
    for encoding in survey.of("encoding"):
        if (
            "contentType" in encoding
            and (fault := fault_of_media_type(encoding.text("contentType"))) is not None
        ):
            where = (*encoding.pointer, "contentType")
            yield Problem(fault, "media-type", where, past=leaving_out(where))


def fault_of_media_type(media_type: str) -> str | None:
    """What is wrong with a media type; None if nothing is."""
    if not media_type.strip():
        return "a media type must not be blank"
    if not _VALUE.fullmatch(media_type):
        return f"{media_type!r} has characters that no media type has"
    return None


def _leaving_out(survey: Survey, part: Node) -> tuple[Pointer, ...]:
    """A parameter and the references to it."""
    shared = f"#{json_pointer(part.pointer)}"
    references = [one.pointer for one in survey.by_kind["parameter"] if one.get("$ref") == shared]
    return (part.pointer, *references)


def nested_encodings(survey: Survey) -> Iterator[Problem]:
    """The parts of a part have no encoding of their own here (OpenAPI 3.2.0, 4.15.3)."""
    for encoding in survey.of("encoding"):
        for key in ("encoding", "prefixEncoding", "itemEncoding"):
            if encoding.get(key):
                place = (*encoding.pointer, key)
                message = f"{key!r} within an encoding is not supported"
                reading = "the parts of the part have their usual media types"
                yield Problem(message, "unsupported", place, "key", leaving_out(place), reading)


FIELD_RULES = (names, media_type_keys, nested_encodings)
