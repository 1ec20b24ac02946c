"""Rules for operations and their ids, parameters, tags and security schemes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from codegen.check.fields import TOKEN
from codegen.check.survey import Survey
from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.document.problems import Problem, leaving_out
from codegen.document.spelling import did_you_mean
from codegen.standard.http_methods import FURTHER, METHODS, operations_of

_COMPONENT_NAME = re.compile(r"[A-Za-z0-9._-]+")


def unique_ids(survey: Survey) -> Iterator[Problem]:
    """An ``operationId`` is unique among all operations of the document (OpenAPI 3.1.1, 4.8.10)."""
    first: dict[str, Node] = {}
    for operation in survey.by_kind["operation"]:
        name = operation.get("operationId")
        if isinstance(name, str) and (earlier := first.setdefault(name, operation)) is not operation:
            *_, path, method = earlier.pointer
            message = f"the operationId {name!r} is taken by {str(method).upper()} {path}"
            yield Problem(message, "duplicate-operation-id", (*operation.pointer, "operationId"), past=())


def distinct_parameters(survey: Survey) -> Iterator[Problem]:
    """A list of parameters has each name once for each location (OpenAPI 3.1.1, 4.8.10).

    Names of header fields that differ only in case are the same (RFC 9110, section 5.1).
    """
    for kind in ("pathItem", "operation"):
        for owner in survey.by_kind[kind]:
            seen: set[tuple[Json, Json]] = set()
            for reference in owner.mappings("parameters"):
                parameter = survey.resolved(reference)
                if parameter is None or not parameter.text("name") or not parameter.text("in"):
                    continue
                place, name = parameter.text("in"), parameter.text("name")
                identity = (place, name.lower() if place == "header" else name)
                if identity in seen:
                    message = f"the {place} parameter {name!r} is declared twice"
                    where = (*reference.pointer, "$ref" if "$ref" in reference else "name")
                    past = leaving_out(reference.pointer)
                    yield Problem(message, "duplicate-parameter", where, past=past)
                seen.add(identity)


def whole_queries(survey: Survey) -> Iterator[Problem]:
    """A parameter that is the whole query is the only one of the query (OpenAPI 3.2.0, 4.12)."""
    reported: set[Pointer] = set()
    inner = [(item, operation) for _, item, _, operation in survey.operations]
    for item in survey.by_kind.get("pathItem", []):
        inner += [(item, operation) for _, operation in operations_of(item)]
    outer = [(item,) for item in survey.by_kind.get("pathItem", [])]
    for parameters in (_declared(survey, *owners) for owners in (*inner, *outer)):
        whole = [reference for reference, place in parameters if place == "querystring"]
        others = [reference for reference, place in parameters if place == "query"]
        for extra in [*whole[1:], *(others if whole else ())]:
            if extra.pointer not in reported:
                reported.add(extra.pointer)
                message = "beside a parameter 'in: querystring', which is the whole query, there is no other"
                yield Problem(message, "alternatives", extra.pointer, past=leaving_out(extra.pointer))


def _declared(survey: Survey, *owners: Node) -> list[tuple[Node, str]]:
    """The parameters of some owners, each with its location."""
    references = [reference for owner in owners for reference in owner.mappings("parameters")]
    resolved = [(reference, survey.resolved(reference)) for reference in references]
    return [(reference, one.text("in")) for reference, one in resolved if one is not None]


def further_methods(survey: Survey) -> Iterator[Problem]:
    """The methods of ``additionalOperations`` are tokens, and none that has a key of its own (3.2.0, 4.9)."""
    for item in survey.by_kind.get("pathItem", []):
        for method in item.mapping(FURTHER):
            if method.lower() in METHODS and method.isupper():
                fault = f"the operation of {method} stands under {method.lower()!r}, in the path item itself"
            elif not TOKEN.fullmatch(method):
                fault = f"{method!r} cannot be a method, which has neither spaces nor separators"
            else:
                continue
            where = (*item.pointer, FURTHER, method)
            yield Problem(fault, "method", where, "key", leaving_out(where))


def any_methods(survey: Survey) -> Iterator[Problem]:
    """An operation must have a method. API Gateway writes operations for any method."""
    for item in survey.by_kind.get("pathItem", []):
        if _ANY_METHOD in item:
            message = f"{_ANY_METHOD!r} names no method, so that no operation of the client sends it"
            where = (*item.pointer, _ANY_METHOD)
            yield Problem(message, "unsupported", where, "key", past=(), reading="it is ignored")


_ANY_METHOD = "x-amazon-apigateway-any-method"


def known_schemes(survey: Survey) -> Iterator[Problem]:
    """A security requirement names schemes of the components (OpenAPI 3.1.1, 4.8.30)."""
    section, schemes = survey.section_of("securityScheme")
    for requirement in survey.by_kind["securityRequirement"]:
        for name in requirement:
            if name not in schemes:
                hint = did_you_mean(name, schemes) or ("" if schemes else "; it has none")
                message = f"{name!r} is not in {section}{hint}"
                where = (*requirement.pointer, name)
                yield Problem(message, "unknown-security-scheme", where, "key", leaving_out(where))


def distinct_tags(survey: Survey) -> Iterator[Problem]:
    """Each tag is described once (OpenAPI 3.1.1, 4.8.1)."""
    seen: set[str] = set()
    for tag in survey.by_kind["tag"]:
        name = tag.text("name")
        if name and name in seen:
            message = f"the tag {name!r} is described twice"
            past = leaving_out(tag.pointer)
            yield Problem(message, "duplicate-tag", (*tag.pointer, "name"), past=past)
        seen.add(name)


def parents_of_tags(survey: Survey) -> Iterator[Problem]:
    """The parent of a tag is declared, and no tag is above itself (OpenAPI 3.2.0, 4.22)."""
    parents = {tag.text("name"): tag.text("parent") for tag in survey.by_kind["tag"] if "parent" in tag}
    names = {tag.text("name") for tag in survey.by_kind["tag"]}
    for tag in survey.by_kind["tag"]:
        name, parent = tag.text("name"), parents.get(tag.text("name"), "")
        where = (*tag.pointer, "parent")
        if not parent:
            continue
        if parent not in names:
            message = f"no tag is called {parent!r}{did_you_mean(parent, names)}"
            yield Problem(message, "tag-parent", where, past=leaving_out(where))
        elif _leads_back(name, parents):
            del parents[name]  # the other tags of the ring keep their parents
            message = f"the parents of the tag {name!r} lead back to it"
            yield Problem(message, "tag-parent", where, past=leaving_out(where))


def _leads_back(name: str, parents: Mapping[str, str]) -> bool:
    passed: set[str] = set()
    above = parents.get(name)
    while above is not None and above not in passed:
        if above == name:
            return True
        passed.add(above)
        above = parents.get(above)
    return False


def component_names(survey: Survey) -> Iterator[Problem]:
    """Components are named by letters, digits, dots, hyphens and underscores (OpenAPI 3.1.1, 4.8.7)."""
    if survey.version == "2.0":
        return
    components = survey.root.mapping("components")
    for section in survey.kind("components").keys:
        for name in components.mapping(section):
            if not _COMPONENT_NAME.fullmatch(name):
                message = f"the name {name!r} may only have letters, digits, '.', '-' and '_'"
                yield Problem(message, "component-name", ("components", section, name), "key", past=())


def linked(survey: Survey) -> Iterator[Problem]:
    """The ``operationId`` of a link is one of the document's (OpenAPI 3.1.1, 4.8.20)."""
    ids = {operation.text("operationId") for operation in survey.by_kind["operation"]}
    for link in survey.of("link"):
        name = link.get("operationId")
        if isinstance(name, str) and name not in ids:
            message = f"no operation has the operationId {name!r}{did_you_mean(name, ids)}"
            where = (*link.pointer, "operationId")
            shared = f"#{json_pointer(link.pointer)}"
            references = [one.pointer for one in survey.by_kind["link"] if one.get("$ref") == shared]
            past = leaving_out(link.pointer, *references)
            yield Problem(message, "unknown-operation", where, past=past)


OPERATION_RULES = (
    unique_ids,
    distinct_parameters,
    whole_queries,
    further_methods,
    any_methods,
    known_schemes,
    distinct_tags,
    parents_of_tags,
    component_names,
    linked,
)
