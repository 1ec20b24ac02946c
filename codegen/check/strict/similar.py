"""Names in one scope that are hard to distinguish, and are probably two spellings of one name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from codegen.check.strict.mistake import mistake
from codegen.check.survey import Survey
from codegen.document.node import Node, Pointer
from codegen.document.places import On
from codegen.document.problems import Problem


def similar_names(survey: Survey) -> Iterator[Problem]:
    """Paths, components, tags, parameters and properties differ in more than case and separators."""
    for what, names in _scopes(survey):
        seen: dict[str, str] = {}
        for name, where, on in names:
            plain = re.sub(r"[-_ ]", "", name.lower()).rstrip("/") or name
            first = seen.setdefault(plain, name)
            if first != name:
                message = (
                    f"the {what} {name!r} is hard to tell from {first!r}; if they are one, spell them alike"
                )
                yield mistake(message, "similar-name", where, on)


_Names = Iterable[tuple[str, Pointer, On]]


def _scopes(survey: Survey) -> Iterator[tuple[str, _Names]]:
    """Each scope of names, with their places."""
    yield "path", _keys(survey.root.mapping("paths"))
    components = survey.root.mapping("components")
    for section in survey.kind("components").keys:
        yield "component", _keys(components.mapping(section))
    yield (
        "tag",
        [(tag.text("name"), (*tag.pointer, "name"), "value") for tag in survey.by_kind.get("tag", [])],
    )
    for schema in survey.of("schema"):
        yield "property", _keys(schema.mapping("properties"))
    for operation in survey.by_kind.get("operation", []):
        parameters = [(one, survey.resolved(one)) for one in operation.mappings("parameters")]
        for place in ("query", "path", "cookie", "header"):
            yield (
                f"{place} parameter",
                [
                    (parameter.text("name"), (*one.pointer, "$ref" if "$ref" in one else "name"), "value")
                    for one, parameter in parameters
                    if parameter is not None and parameter.get("in") == place
                ],
            )


def _keys(mapping: Node) -> _Names:
    return [(key, (*mapping.pointer, key), "key") for key in mapping if not key.startswith("x-")]


SIMILARITY_RULES = (similar_names,)
