"""Path templates and the parameters that fill them (OpenAPI 3.1.1, 4.8.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.check.spelling import did_you_mean
from codegen.check.survey import Survey
from codegen.document import Json, Node
from codegen.problems import Problem

_NAME = re.compile(r"\{([^{}]*)\}")


def well_formed(survey: Survey) -> Iterator[Problem]:
    """A path begins with one slash and is a path alone: no scheme, no host, no query, no way up."""
    for path in survey.root.mapping("paths"):
        if not path.startswith("x-") and (message := _malformed(path)) is not None:
            yield Problem(message, "path", ("paths", path), "key")


def _malformed(path: str) -> str | None:
    segments = path.split("/")[1:]
    fixed = _NAME.sub("", path)
    names = _NAME.findall(path)
    if not path.startswith("/"):
        what = "a URL; the host belongs in 'servers'" if "://" in path else f"{path!r}"
        return f"a path must begin with '/', and this is {what}"
    if "" in segments[:-1]:
        return "a path must not have an empty segment: there are two slashes in a row"
    if {".", ".."} & set(segments):
        return "a path must not have a segment '.' or '..'"
    for character, what in (("?", "a query; declare query parameters instead"), ("#", "a fragment")):
        if character in fixed:
            return f"a path must not have {what}"
    if "{" in fixed or "}" in fixed:
        return "the braces of a path must enclose names: '{name}'"
    if not path.isprintable():
        return "a path must not have control characters"
    if "" in names:
        return "the braces of a path must enclose a name"
    twice = [name for index, name in enumerate(names) if name in names[:index]]
    return f"the path has {{{twice[0]}}} twice" if twice else None


def distinct(survey: Survey) -> Iterator[Problem]:
    """Two templates that differ in names alone are the same path."""
    seen: dict[str, str] = {}
    for path in survey.root.mapping("paths"):
        if not path.startswith("x-"):
            first = seen.setdefault(_NAME.sub("{}", path), path)
            if first != path:
                message = f"this is the same path as {first!r}: only the names in braces differ"
                yield Problem(message, "duplicate-path", ("paths", path), "key")


def filled(survey: Survey) -> Iterator[Problem]:
    """Each name in a path is a path parameter of each operation, and each path parameter is in the path."""
    reported: set[int] = set()
    for path, item, method, operation in survey.operations:
        names = _NAME.findall(path)
        declared: dict[str, Node] = {}
        for reference in (*item.mappings("parameters"), *operation.mappings("parameters")):
            parameter = survey.resolved(reference)
            if parameter is not None and parameter.get("in") == "path":
                declared[parameter.text("name")] = reference
        extra = [name for name in declared if name not in names]
        for name in names:
            if name and name not in declared:
                hint = did_you_mean(name, extra)
                message = f"{method.upper()} {path} declares no path parameter {name!r}{hint}"
                yield Problem(message, "path-parameter", operation.pointer, "key")
        for name in extra:
            if id(declared[name]) not in reported:
                reported.add(id(declared[name]))
                key: Json = "name" if "name" in declared[name] else "$ref"
                message = f"the path {path!r} has no {{{name}}}{did_you_mean(name, names)}"
                yield Problem(message, "path-parameter", (*declared[name].pointer, str(key)))


PATH_RULES = (well_formed, distinct, filled)
