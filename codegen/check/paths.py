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
    """The first thing that is wrong with the form of a path."""
    *around, last = path.split("/")[1:] or [""]
    fixed = _NAME.sub("", path)
    names = _NAME.findall(path)
    faults = {
        "begin with '/', and the host belongs in 'servers'": "://" in fixed,
        "begin with '/'": not path.startswith("/"),
        "not have two slashes in a row": "" in around,
        "not have a segment '.' or '..'": bool({".", ".."} & {*around, last}),
        "not have a query; declare query parameters instead": "?" in fixed,
        "not have a fragment, which is never sent": "#" in fixed,
        "not have braces but those around names: '{name}'": "{" in fixed or "}" in fixed or "" in names,
        "not have control characters": not path.isprintable(),
        "not have the same name in braces twice": len({*names}) < len(names),
    }
    fault = next((fault for fault, there in faults.items() if there), None)
    return f"a path must {fault}" if fault else None


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
        if _malformed(path):
            continue
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
