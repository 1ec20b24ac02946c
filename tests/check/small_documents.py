"""Small documents, and the problems that the check finds in them."""

from __future__ import annotations

from codegen.check import check
from codegen.document.node import placed
from codegen.document.problems import Refused
from codegen.standard.rules import STRICT_RULES

OK = {"200": {"description": "Fine."}}


def document(version: str = "3.1.0", **parts):
    return {"openapi": version, "info": {"title": "Shop", "version": "1"}, "paths": {}, **parts}


def problems(document) -> list[tuple[str, str, str]]:
    """Rule, place and message of each problem, but for mistakes that the standard allows."""
    try:
        check(placed(document), STRICT_RULES, strict=True)
    except Refused as refused:
        return [(one.rule, "/".join(map(str, one.where)), one.message) for one in refused.problems]
    return []


def places(document) -> list[tuple[str, str]]:
    return [(rule, where) for rule, where, _ in problems(document)]


def only(document) -> str:
    """The message of the one problem there is."""
    ((_, _, message),) = problems(document)
    return message


def of_schemas(version: str = "3.1.0", **schemas):
    return document(version, components={"schemas": schemas})


def of_operation(version: str = "3.1.0", path: str = "/a", **operation):
    return document(version, paths={path: {"get": {"responses": OK, **operation}}})


def query(name: str = "q", **parameter):
    return {"name": name, "in": "query", "schema": {}, **parameter}


def in_path(name: str):
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
