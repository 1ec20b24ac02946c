"""Templates are laid-out text: they hold no logic, and use what their view has, all of it."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias, get_args, get_type_hints

import pytest
from jinja2 import Environment, nodes
from msgspec import Struct

from codegen import views
from tests.conftest import ROOT

FOLDER = ROOT / "templates"
TEMPLATES = sorted(FOLDER.rglob("*.jinja"))
STATEMENTS = (nodes.Template, nodes.Output, nodes.For, nodes.If, nodes.Include)
EXPRESSIONS = (nodes.TemplateData, nodes.Getattr, nodes.Name, nodes.Const)
Field: TypeAlias = tuple[type, str]


def template_id(path: Path) -> str:
    return path.relative_to(FOLDER).as_posix()


def parsed(path: Path) -> nodes.Template:
    return Environment(autoescape=False).parse(path.read_text(encoding="utf-8"))


def view_classes() -> dict[str, type[Struct]]:
    found: dict[str, type[Struct]] = {}
    for module in pkgutil.iter_modules(views.__path__):
        contents = vars(importlib.import_module(f"codegen.views.{module.name}"))
        found |= {
            key: value
            for key, value in contents.items()
            if isinstance(value, type) and issubclass(value, Struct)
        }
    return found


def given(path: Path) -> dict[str, type]:
    """The one variable of a template, and its class.

    It is ``view``, or in a part of another template its own, such as ``field`` for a `FieldView`. The first
    line names the class, and the variable if it is called otherwise.
    """
    comment = re.match(r"\{# (?:(\w+): )?(\w+) #\}\n", path.read_text(encoding="utf-8"))
    assert comment, "the first line names the view class that the template is given"
    view = view_classes()[comment.group(2)]
    is_part = len(path.suffixes) == 1
    own = comment.group(1) or view.__name__.removesuffix("View").lower()
    return {own if is_part else "view": view}


@pytest.mark.parametrize("path", TEMPLATES, ids=template_id)
class TestEachTemplate:
    def test_it_is_short(self, path: Path) -> None:
        longest = 120 if ".md" in path.suffixes else 80
        assert len(path.read_text(encoding="utf-8").splitlines()) <= longest

    def test_it_has_no_logic(self, path: Path) -> None:
        for node in parsed(path).find_all(nodes.Node):
            what = f"line {node.lineno}: {type(node).__name__}"
            assert isinstance(node, (*STATEMENTS, *EXPRESSIONS)), what
            if isinstance(node, nodes.If):
                assert isinstance(node.test, nodes.Getattr), f"{what}: not on a bool of the view"

    def test_it_nests_two_levels_at_most(self, path: Path) -> None:
        assert max(depths(parsed(path)), default=0) <= 2

    def test_it_uses_what_its_view_has(self, path: Path) -> None:
        for used, node in fields_used(parsed(path), given(path)):
            assert used is not None, f"line {node.lineno}: {node.attr}"


def depths(node: nodes.Node, depth: int = 0) -> Iterator[int]:
    depth += isinstance(node, (nodes.For, nodes.If))
    yield depth
    for child in node.iter_child_nodes():
        yield from depths(child, depth)


def fields_used(
    node: nodes.Node, kinds: dict[str, type]
) -> Iterator[tuple[tuple[type, str] | None, nodes.Getattr]]:
    """The class and the field behind each access; None for a field that is not there."""
    if isinstance(node, nodes.For):
        kinds = {**kinds, str(getattr(node.target, "name", "")): item_kind(node.iter, kinds)}
    if isinstance(node, nodes.Getattr):
        owner = kind_of(node.node, kinds)
        known = owner is not None and node.attr in types_of(owner)
        yield ((owner, node.attr) if owner and known else None), node
    for child in node.iter_child_nodes():
        yield from fields_used(child, kinds)


def types_of(view: type) -> dict[str, type]:
    """The types of the fields and the properties of a view."""
    properties = {
        name: get_type_hints(value.fget)["return"]
        for base in view.__mro__
        for name, value in vars(base).items()
        if isinstance(value, property)
    }
    return properties | get_type_hints(view)


def kind_of(node: nodes.Node, kinds: dict[str, type]) -> type | None:
    if isinstance(node, nodes.Name):
        return kinds[node.name]
    assert isinstance(node, nodes.Getattr)
    owner = kind_of(node.node, kinds)
    return None if owner is None else types_of(owner).get(node.attr)


def item_kind(node: nodes.Node, kinds: dict[str, type]) -> type:
    """What is in the tuple that a loop goes through."""
    return get_args(kind_of(node, kinds))[0]


def test_every_field_of_a_view_is_used() -> None:
    used: dict[type, set[str]] = defaultdict(set)
    for path in TEMPLATES:
        for found, _ in fields_used(parsed(path), given(path)):
            if found:
                used[found[0]].add(found[1])
    unused = {
        f"{view.__name__}.{field}"
        for view in used
        for field in view.__struct_fields__
        if field not in used[view] and not field.startswith("_")
    }
    assert unused == set()
