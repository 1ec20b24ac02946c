"""Nasty text in every place of a document that holds text: none of it becomes code.

The places are found by walking a document that has every kind of object, by the tables of
`codegen.standard.objects` alone. What those tables take for a value without objects in it is tried without
being named here.
"""

from __future__ import annotations

import ast
import copy
import json
import re
import warnings
from collections.abc import Iterator, Mapping
from functools import cache, reduce
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from codegen.check import check
from codegen.describe import describe
from codegen.document import json_text
from codegen.document.load import Loaded
from codegen.document.node import Json, Pointer, placed
from codegen.document.problems import Refused
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.output import report
from codegen.output.render import render
from codegen.prepare.bundle import bundle
from codegen.simplify import simplify
from codegen.standard.objects import KINDS, walk
from codegen.standard.rules import STRICT_RULES
from codegen.verify.ledger import reconcile
from tests.pipeline.hostile import DOCUMENT, FREE, TEXTS

pytestmark = pytest.mark.slow


def _strings(value: Json, pointer: Pointer) -> Iterator[Pointer]:
    if isinstance(value, str):
        yield pointer
    elif isinstance(value, (dict, list)):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _strings(item, (*pointer, key))


def _value(pointer: Pointer, document: Any = DOCUMENT) -> Any:
    return reduce(lambda around, token: around[token], pointer, document)


PLACES = [
    place
    for kind, node in walk(placed(DOCUMENT), "3.1")
    for key, value in node.items()
    if KINDS["3.1"][kind].content(key) is None
    for place in _strings(value, (*node.pointer, key))
]
"""Every string that is not a key."""

FREE_PLACES = [place for place in PLACES if _value(place) == FREE]

MEANT_PLACES = [
    place
    for place in PLACES
    if _value(place) != FREE and place[-2:-1] != ("required",) and place != ("servers", 0, "url")
]
"""Where a text says what something is or is called; without those that say what there is: which fields are
required, and which variables a server has."""


def filled(places: list[Pointer], text: str) -> dict[str, Any]:
    """The document with a text in some places."""
    document = copy.deepcopy(DOCUMENT)
    for place in places:
        _value(place[:-1], document)[place[-1]] = text
    return document


def read(document: dict[str, Any]) -> Source:
    """The document as if from a file."""
    return Source("fuzz.json", json.dumps(document, indent=1), is_json=True)


def emitted(source: Source) -> Mapping[str, str]:
    """The Python files made of a document.

    Raises:
        Refused: The document has problems.
    """
    document = bundle(Loaded(json_text.parse_json(source), source))
    root = check(document.root, STRICT_RULES, strict=True, faults=document.faults).root
    simplified = simplify(root)
    api = describe(simplified)
    reconcile(root, api)
    return {path: text for path, text in render(api).made.items() if path.endswith(".py")}


def tell(refused: Refused, source: Source) -> list[str]:
    """The lines that are printed of a refusal."""
    return report.text(refused.problems, SourceMap(source)).removesuffix("\n").split("\n")


class _Blank(ast.NodeTransformer):
    """Takes the content of strings out of a tree."""

    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("" if isinstance(node.value, str) else node.value)


class _Nameless(_Blank):
    """Takes names out as well."""

    def generic_visit(self, node: ast.AST) -> ast.AST:
        for key, value in ast.iter_fields(node):
            if isinstance(value, str):
                setattr(node, key, "")
        return super().generic_visit(node)


@cache
def shape(source: str, blank: type[_Blank] = _Blank) -> str:
    """A file's syntax tree without what its strings say; where Python warns of it, no tree."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        return ast.dump(blank().visit(ast.parse(source)))


def shapes(files: Mapping[str, str], blank: type[_Blank] = _Blank) -> dict[str, str]:
    return {path: shape(source, blank) for path, source in files.items()}


@cache
def expected(blank: type[_Blank] = _Blank) -> dict[str, str]:
    """The shapes of what is made of the document as it stands."""
    return shapes(emitted(read(DOCUMENT)), blank)


def test_the_document_has_every_kind_of_object() -> None:
    assert {kind for kind, _ in walk(placed(DOCUMENT), "3.1")} == set(KINDS["3.1"])


@settings(max_examples=60, derandomize=True)
@given(TEXTS)
def test_free_text_is_never_code(text: str) -> None:
    assert shapes(emitted(read(filled(FREE_PLACES, text)))) == expected()


@settings(max_examples=160, derandomize=True)
@given(st.sampled_from(MEANT_PLACES), TEXTS)
def test_text_that_means_something_is_at_most_a_name(place: Pointer, text: str) -> None:
    source = read(filled([place], text))
    try:
        found = shapes(emitted(source), _Nameless)
    except Refused as refused:
        lines = tell(refused, source)
    else:
        assert sorted(found.values()) == sorted(expected(_Nameless).values())
        return
    assert re.match(r"fuzz\.json:[0-9]+:[0-9]+: error: ", lines[0])
    assert all(line.isprintable() and not line.startswith(("::", "##[")) for line in lines)
