"""Misspelt names from standards, such as media types and headers, which would have no effect."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.strict.keywords import types_of
from codegen.check.strict.mistake import mistake, suggestion
from codegen.check.survey import Survey
from codegen.document.node import Pointer
from codegen.document.places import On
from codegen.document.problems import Problem
from codegen.document.spelling import misspelt
from codegen.standard.extensions import EXTENSIONS
from codegen.standard.formats import FORMATS, MEANT
from codegen.standard.header_fields import AUTHENTICATION_SCHEMES, FIELDS
from codegen.standard.media_types import KNOWN, SUFFIXES, TOP_LEVEL, spelled


def misspelt_media_types(survey: Survey) -> Iterator[Problem]:
    """A media type has a type and a subtype, and is not a near miss of a known one (RFC 6838)."""
    for text, where, on in _media_types(survey):
        name, *parameters = text.split(";")
        if text.strip() and (instead := _meant_media_type(name.strip().lower())) is not None:
            hint = suggestion(";".join([instead, *parameters])) if instead else ""
            fault = "is no media type" if "/" not in text else "is not a media type that is known"
            yield mistake(f"{text!r} {fault}{hint}", "misspelt-media-type", where, on)


def _media_types(survey: Survey) -> Iterator[tuple[str, Pointer, On]]:
    for kind in ("parameter", "header", "requestBody", "response"):
        for owner in survey.of(kind):
            for text, media in owner.entries("content"):
                yield spelled(text), media.pointer, "key"
    for encoding in survey.of("encoding"):
        for text in encoding.text("contentType").split(","):
            yield text.strip(), (*encoding.pointer, "contentType"), "value"
    for schema in survey.of("schema"):
        yield schema.text("contentMediaType"), (*schema.pointer, "contentMediaType"), "value"


def _meant_media_type(name: str) -> str | None:
    """The media type that was probably meant; empty if unknown; None if nothing is wrong."""
    if name in KNOWN or "*" in name:
        return None
    type_, slash, subtype = name.partition("/")
    if not slash:
        spaced = re.sub(r"[ .,:_\\-]", "/", name, count=1)
        by_subtype = next((one for one in KNOWN if one.partition("/")[2] == name), None)
        return spaced if spaced in KNOWN else by_subtype or ""
    is_free = type_ in TOP_LEVEL or type_.startswith("x-")
    right_type = type_ if is_free else misspelt(type_, TOP_LEVEL)
    if right_type is None:
        return ""
    right = f"{right_type}/{_meant_subtype(right_type, subtype)}"
    return None if right == name else right


def _meant_subtype(type_: str, subtype: str) -> str:
    """A subtype, or the known one that it nearly is. Subtypes of vendors may have any suffix."""
    known = [one.partition("/")[2] for one in KNOWN if one.startswith(f"{type_}/")]
    if subtype in known:
        return subtype
    stem, plus, suffix = subtype.rpartition("+")
    if plus and (right := misspelt(suffix, SUFFIXES)):
        suffix = right
    stems = [one.rpartition("+")[0] for one in known if one.endswith(f"+{suffix}")] if plus else known
    name = stem if plus else subtype
    if not name.startswith(("vnd.", "prs.")):
        name = misspelt(name, stems) or name
    return f"{name}+{suffix}" if plus else name


def formats(survey: Survey) -> Iterator[Problem]:
    """A ``format`` is not a near miss of a known one. Any other is allowed (OpenAPI 3.1.1, 4.4.1)."""
    for schema in survey.of("schema"):
        name = schema.text("format")
        right = MEANT.get(name.lower()) if name not in FORMATS else None
        if right is not None and types_of(schema) and types_of(schema).isdisjoint(FORMATS[right]):
            continue  # a `link` of another type is what its author calls so
        right = right or (misspelt(name, FORMATS) if name else None)
        if right is not None:
            message = f"{name!r} is not a format that is known{suggestion(right)}"
            yield mistake(message, "misspelt-format", (*schema.pointer, "format"))


def encodings(survey: Survey) -> Iterator[Problem]:
    """A ``contentEncoding`` exists (RFC 2045, 6.1; RFC 4648)."""
    for schema in survey.of("schema"):
        name = schema.text("contentEncoding")
        if name and name.lower() not in _ENCODINGS:
            message = f"{name!r} is not an encoding that is known{suggestion(misspelt(name, _ENCODINGS))}"
            yield mistake(message, "misspelt-encoding", (*schema.pointer, "contentEncoding"))


_ENCODINGS = ("7bit", "8bit", "binary", "quoted-printable", "base16", "base32", "base64", "base64url")


def misplaced_extensions(survey: Survey) -> Iterator[Problem]:
    """An extension that the generator reads is where it has a meaning."""
    for schema in survey.of("schema"):
        if isinstance(schema.get(_OLDER), bool):
            null = "nullable: true" if survey.version == "3.0" else 'type: [..., "null"]'
            message = f"{_OLDER!r} is read in Swagger 2.0 alone; in OpenAPI {survey.version} write {null!r}"
            yield mistake(message, "misplaced-extension", (*schema.pointer, _OLDER), "key")
    for name, node in survey.with_other_keys:
        for key in node:
            if not key.startswith(("x-", "X-")) or not survey.kind(name).is_extensible:
                continue
            if key in EXTENSIONS and name not in EXTENSIONS[key]:
                of = " or ".join(survey.kind(place).title for place in EXTENSIONS[key])
                message = f"{key!r} says nothing of {survey.kind(name).title}; it belongs to {of}"
                yield mistake(message, "misplaced-extension", (*node.pointer, key), "key")


def misspelt_extensions(survey: Survey) -> Iterator[Problem]:
    """A key that begins with ``x-`` is not a near miss of one that the generator reads.

    It is reported in any document, because without the extension the client lacks what its author wants.
    """
    rights: dict[str, str | None] = {}
    known = {*EXTENSIONS, *_OF_OTHERS}
    for name, node in survey.with_other_keys:
        for key in node:
            if not key.startswith(("x-", "X-")) or key in known or not survey.kind(name).is_extensible:
                continue
            if key not in rights:
                plain = key.lower().replace("_", "-")
                rights[key] = plain if plain in EXTENSIONS else misspelt(plain, EXTENSIONS)
            if (right := rights[key]) is not None:
                message = f"{key!r} is not an extension that is known{suggestion(right)}"
                yield mistake(message, "misspelt-extension", (*node.pointer, key), "key")


_OF_OTHERS = frozenset({"x-enumDescriptions", "x-enumNames", "x-enum-names", "x-generator"})
"""Extensions of other tools that are nearly ours; NSwag writes its name and version."""

_OLDER = "x-nullable"


def header_fields(survey: Survey) -> Iterator[Problem]:
    """The name of a header field is not a near miss of a known one (RFC 9110, 16.3)."""
    known = {field.lower() for field in FIELDS}
    for name, where, on in _header_fields(survey):
        right = None if name.lower() in known else misspelt(name, FIELDS)
        if right is not None:
            message = f"{name!r} is not a header field that is known{suggestion(right)}"
            yield mistake(message, "misspelt-header", where, on)


def _header_fields(survey: Survey) -> Iterator[tuple[str, Pointer, On]]:
    for kind in ("parameter", "securityScheme"):
        for owner in survey.of(kind):
            if owner.get("in") == "header" and owner.text("name"):
                yield owner.text("name"), (*owner.pointer, "name"), "value"
    for kind in ("response", "encoding"):
        for owner in survey.of(kind):
            yield from ((name, header.pointer, "key") for name, header in owner.entries("headers"))


def authentication(survey: Survey) -> Iterator[Problem]:
    """The ``scheme`` of HTTP authentication is not a near miss of a registered one (RFC 9110, 16.4.1)."""
    for scheme in survey.of("securityScheme"):
        name = scheme.text("scheme").lower()
        if scheme.get("type") == "http" and (right := misspelt(name, AUTHENTICATION_SCHEMES)):
            message = (
                f"{scheme.text('scheme')!r} is not a way to authenticate that is known{suggestion(right)}"
            )
            yield mistake(message, "misspelt-scheme", (*scheme.pointer, "scheme"))


_LICENSES = (
    *(
        "AGPL-3.0-only",
        "AGPL-3.0-or-later",
        "Apache-2.0",
        "BSD-2-Clause",
        "BSD-3-Clause",
        "BSL-1.0",
        "CC-BY-4.0",
    ),
    *(
        "CC0-1.0",
        "EPL-2.0",
        "EUPL-1.2",
        "GPL-2.0-only",
        "GPL-2.0-or-later",
        "GPL-3.0-only",
        "GPL-3.0-or-later",
    ),
    *("ISC", "LGPL-2.1-only", "LGPL-3.0-only", "MIT", "MIT-0", "MPL-2.0", "Unlicense", "Zlib"),
)


def licenses(survey: Survey) -> Iterator[Problem]:
    """The ``identifier`` of a license is not a near miss of an SPDX identifier (OpenAPI 3.1.1, 4.8.4)."""
    for license_ in survey.of("license"):
        name = license_.text("identifier")
        plain = re.sub(r"\s+", "-", name)
        right = (
            plain if plain in _LICENSES and plain != name else misspelt(plain, _LICENSES) if name else None
        )
        if right is not None:
            message = f"{name!r} is not a license of SPDX that is known{suggestion(right)}"
            yield mistake(message, "misspelt-license", (*license_.pointer, "identifier"))


NAME_RULES = (
    misspelt_media_types,
    formats,
    encodings,
    misplaced_extensions,
    misspelt_extensions,
    header_fields,
    authentication,
    licenses,
)
