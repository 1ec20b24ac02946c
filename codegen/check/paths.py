"""Path templates and the parameters that fill them (OpenAPI 3.1.1, 4.8.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import unquote

from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, placed
from codegen.document.problems import Edit, Problem, leaving_out
from codegen.document.spelling import did_you_mean
from codegen.standard.http_methods import operations_of
from codegen.standard.segments import SEGMENTS, has_segments, spans_segments

_NAME = re.compile(r"\{([^{}]*)\}")
_LOCATIONS = frozenset({"path", "query", "querystring", "header", "cookie", "body", "formData"})
"""Where a parameter can be, in any version of the standard."""


def well_formed(survey: Survey) -> Iterator[Problem]:
    """A path begins with one slash, and has no scheme, host, query or ``..``."""
    paths, other = survey.root.mapping("paths"), _meant(survey)
    for path in paths:
        if path.startswith("x-") or path in other or (message := _malformed(path)) is None:
            continue
        problem = Problem(f"a path must {message}", "path", ("paths", path), "key")
        meant = f"/{path}"
        if message == _NO_SLASH and _malformed(meant) in (None, *_UNUSUAL) and meant not in paths:
            edits = (*leaving_out(("paths", path)), Edit(("paths", meant), paths[path]))
            yield replace(problem, past=edits, reading=f"read as {meant!r}")
        else:
            yield replace(problem, rule="path-form", past=()) if message in _UNUSUAL else problem


def moved(survey: Survey) -> Iterator[Problem]:
    """Azure puts paths with a query under ``x-ms-paths``, since the standard has no place for them."""
    paths = survey.root.mapping("paths")
    others: dict[str, Node] = {}
    for path, item in survey.root.entries(_OTHER_PATHS):
        if path.startswith("/") and path not in paths:
            others[path] = item
        else:
            message = f"{path!r} is in 'paths' too" if path in paths else f"{path!r} is no path"
            yield Problem(message, "path", item.pointer, "key", past=(), reading="it is ignored")
    if others:
        edits = (*leaving_out((_OTHER_PATHS,)), *(Edit(("paths", path), others[path]) for path in others))
        message = f"{_OTHER_PATHS!r} is an extension with paths that the standard does not allow"
        yield Problem(message, "unknown-key", (_OTHER_PATHS,), "key", edits, "read as 'paths'")


_OTHER_PATHS = "x-ms-paths"
_NO_SLASH = "begin with '/'"
_DOUBLE_SLASH = "not have two slashes in a row"
_QUERY = "not have a query; declare query parameters instead"
_FRAGMENT = "not have a fragment, which is never sent"
_UNUSUAL = frozenset({_DOUBLE_SLASH, _QUERY, _FRAGMENT})
"""The malformed paths that can be sent anyway."""


def _malformed(path: str) -> str | None:
    """A message about the first fault in the form of a path; None if there is none."""
    *around, last = path.split("/")[1:] or [""]
    fixed = _NAME.sub("", path)
    names = _NAME.findall(path)
    faults = {
        "begin with '/', and the host belongs in 'servers'": "://" in fixed,
        _NO_SLASH: not path.startswith("/"),
        "not have a segment '.' or '..'": bool({".", ".."} & {*map(_decoded, around), _decoded(last)}),
        "not have a backslash or a percent-encoded slash, which servers take for a slash": bool(
            _SLASH.search(path)
        ),
        "not have braces but those around names: '{name}'": "{" in fixed or "}" in fixed or "" in names,
        "not have control characters": not unquote(path).isprintable(),
        _DOUBLE_SLASH: "" in around,
        _QUERY: "?" in fixed,
        _FRAGMENT: "#" in fixed,
    }
    return next((fault for fault, there in faults.items() if there), None)


_SLASH = re.compile("%2f|%5c|\\\\", re.IGNORECASE)


def _decoded(segment: str) -> str:
    """A segment as some servers read it, beyond the standard: without ``;v=1`` and the like."""
    return unquote(segment).partition(";")[0]


_VARIABLE = re.compile(
    r"\{\{\s*(?P<doubled>[\w.-]+)\s*\}\}"  # {{id}}, as in Postman
    r"|\{\s*(?:[;.?&+]|\*\*?)?(?P<braced>[\w.-]+)\s*(?:[:=<][^{}]*(?:\{[^{}]*\}[^{}]*)*|[*?+])?\s*\}"
    # {id:[0-9]+}, {id:\d{2}}, {id<\d+>}, {id=**}, {id+}, { id }, {;id}, {**id}
    r"|(?<=/)[:*](?P<colon>\w+)(?=/|$)|<(?:\w+:)?(?P<angle>\w+)>"  # :id, *rest, <int:id>
    r"|(?<=/)(?P<star>\*)(?=/|$)"  # of Fastify and Elysia, which give the parameter this name
)
"""A parameter as frameworks and RFC 6570 write it."""

_SUFFIX = re.compile(r"\{\._?format\}$|\(\.:?\{?format\}?\)$")
"""The optional suffix of Rails and API Platform: ``/pets/{id}{._format}``, ``/pets(.:format)``."""

_QUERY_EXPANSION = re.compile(r"\{[?&]([\w.,*-]+?)\*?\}$")
"""Query parameters at the end of a path, as RFC 6570 writes them: ``/pets{?limit,offset}``."""

_PLAIN = re.compile(r"(?:[^{}<>(:*]|\{[\w-][\w.-]*\})*")
"""A path that has parameters in the standard's way only."""


def templated(survey: Survey) -> Iterator[Problem]:
    """A parameter in a path is a name in braces, ``{name}`` (4.8.8.2)."""
    paths = survey.root.mapping("paths")
    items = {path: item for path, item, _, _ in survey.operations}
    for path, meant in _meant(survey).items():
        message = f"the parameters of a path are written as in {meant!r}"
        edits = (*leaving_out(("paths", path)), Edit(("paths", meant), paths[path]))
        edits += (*_marking_segments(survey, items[path], path),)
        yield Problem(message, "path-parameter", ("paths", path), "key", edits, f"read as {meant!r}")


def _marking_segments(survey: Survey, item: Node, path: str) -> Iterator[Edit]:
    """The changes that mark parameters as spanning segments. A shared one may span them in this path only."""
    matches = [match for match in _VARIABLE.finditer(path) if spans_segments(match[0])]
    names = {next(filter(None, match.groups())) for match in matches}
    for owner in (item, *(operation for _, operation in operations_of(item))) if names else ():
        for reference in owner.mappings("parameters"):
            parameter = survey.resolved(reference)
            if parameter is None or parameter.get("in") != "path" or parameter.text("name") not in names:
                continue
            if parameter is reference:
                yield Edit((*reference.pointer, SEGMENTS), value=True)
            else:
                marked = parameter.with_items(**{SEGMENTS: True})
                yield Edit(reference.pointer, marked.standing_for(reference.pointer))


def _meant(survey: Survey) -> dict[str, str]:
    """The paths whose parameters have another syntax than the standard's, and the path that was meant."""
    found: dict[str, str] = {}
    paths = survey.root.mapping("paths")
    for path, item, _, operation in survey.operations:
        if _PLAIN.fullmatch(path):
            continue
        both = (*item.mappings("parameters"), *operation.mappings("parameters"))
        parameters = [one for each in both if (one := survey.resolved(each)) is not None]
        declared = {one.text("name") for one in parameters if one.get("in") == "path"}
        asked = {one.text("name") for one in parameters if one.get("in") == "query"}

        def plain(match: re.Match[str], declared: set[str] = declared) -> str:
            name = next(filter(None, match.groups()))
            is_meant = name in declared and match[0] != f"{{{name}}}"
            return f"{{{name}}}" if is_meant or match["doubled"] else match[0]

        expanded = _QUERY_EXPANSION.search(path)
        is_query = expanded is not None and asked.issuperset(re.split(r"\*?,", expanded[1]))
        without_query = path[: expanded.start()] if expanded is not None and is_query else path
        if not {"format", "_format"} & declared:
            without_query = _SUFFIX.sub("", without_query)
        if (meant := _VARIABLE.sub(plain, without_query)) != path and meant not in paths:
            found[path] = meant
    return found


def distinct(survey: Survey) -> Iterator[Problem]:
    """Two templates that differ only in the names of parameters are the same path."""
    seen: dict[str, str] = {}
    for path in survey.root.mapping("paths"):
        if not path.startswith("x-"):
            first = seen.setdefault(_NAME.sub("{}", path), path)
            if first != path:
                message = f"this is the same path as {first!r}: only the names in braces differ"
                yield Problem(message, "duplicate-path", ("paths", path), "key", past=())


def filled(survey: Survey) -> Iterator[Problem]:
    """Each operation declares exactly the path parameters that are named in its path."""
    reported: set[Pointer] = set()
    other = _meant(survey)
    for path, item, method, operation in survey.operations:
        if path in other or ((fault := _malformed(path)) is not None and fault not in _UNUSUAL):
            continue
        names = _NAME.findall(path)
        declared: dict[str, Node] = {}
        unclear: set[str] = set()  # a wrong `in` is a separate problem
        for reference in (*item.mappings("parameters"), *operation.mappings("parameters")):
            parameter = survey.resolved(reference)
            if parameter is not None and parameter.get("in") == "path":
                declared[parameter.text("name")] = reference
            elif parameter is not None and parameter.text("in") not in _LOCATIONS:
                unclear.add(parameter.text("name"))
        extra = [name for name in declared if name not in names]
        missing = [name for name in dict.fromkeys(names) if name and not {name} & {*declared, *unclear}]
        if len(extra) == len(missing) == 1:
            yield from _misnamed(survey, path, declared[extra[0]], missing[0])
            continue
        for name in missing:
            hint = did_you_mean(name, extra)
            message = f"{method.upper()} {path} declares no path parameter {name!r}{hint}"
            edits = _declaring(survey, operation, name)
            yield Problem(message, "path-parameter", operation.pointer, "key", edits, "it is a string")
        for name in extra:
            where = declared[name].pointer
            if where not in reported:
                reported.add(where)
                key: Json = "name" if "name" in declared[name] else "$ref"
                message = f"the path {path!r} has no {{{name}}}{did_you_mean(name, names)}"
                past, reading = leaving_out(where), "the parameter has no place and is dropped"
                yield Problem(message, "path-parameter", (*where, str(key)), past=past, reading=reading)


def _misnamed(survey: Survey, path: str, reference: Node, name: str) -> Iterator[Problem]:
    """Report a wrong name: one parameter is not in the path, and one name in the path is undeclared."""
    parameter = survey.resolved(reference)
    if parameter is not None:
        where, wrong = reference.pointer, parameter.text("name")
        renamed = parameter.with_items(name=name)
        edit = Edit(where, renamed if parameter is reference else renamed.standing_for(where))
        key = "name" if "name" in reference else "$ref"
        message = f"the path {path!r} has no {{{wrong}}}{did_you_mean(wrong, [name])}"
        yield Problem(message, "path-parameter", (*where, key), past=(edit,), reading=f"read as {name!r}")


def _declaring(survey: Survey, operation: Node, name: str) -> tuple[Edit, ...]:
    """The change that declares a path parameter of type string."""
    place = (*operation.pointer, "parameters", name)
    text = {"type": "string"}
    declared = {"name": name, "in": "path", "required": True}
    declared |= text if survey.version == "2.0" else {"schema": text}
    return (Edit((*operation.pointer, "parameters", "-"), placed(declared, place)),)


def without_way_up(survey: Survey) -> Iterator[Problem]:
    """No segment becomes ``..`` before a ``;`` or a dot that the style of its parameter writes, or a slash.

    ``..{a}`` with the style ``matrix`` is sent as ``..;a=1``, and some servers ignore what follows the ``;``.
    """
    reported: set[str] = set()
    for path, item, _, operation in survey.operations:
        mixed = [one for one in path.split("/") if "{" in one]
        risky = [{one.partition("{")[0], one.rpartition("}")[2]} & {".", ".."} for one in mixed]
        if path in reported or not any(risky):
            continue
        declared = (*item.mappings("parameters"), *operation.mappings("parameters"))
        found = [parameter for one in declared if (parameter := survey.resolved(one)) is not None]
        if any(
            one.get("in") == "path" and (one.get("style") in {"matrix", "label"} or has_segments(one))
            for one in found
        ):
            reported.add(path)
            message = "a path must not have a segment '.' or '..' beside a parameter that can end it"
            yield Problem(message, "path", ("paths", path), "key")


PATH_RULES = (moved, well_formed, templated, distinct, filled, without_way_up)
