"""The modules of the models of a large API, and what does not move between them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from codegen.document.node import Pointer
from codegen.model.api import Tag
from codegen.model.classes import Model
from codegen.naming.components import name_components
from codegen.naming.modules import name_model_modules
from codegen.naming.resources import name_resources
from tests.naming.small_models import NOTES, api_with, operation_at

ITEMS: Pointer = ("paths", "/items", "get")


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("codegen.model.extent.MOST_DEFINITIONS", 0)


def modules(models: Mapping[str, tuple[Pointer, ...]]) -> Mapping[str, str]:
    """The module of each model, by its key. There is one operation, `GET /items`."""
    api = api_with(
        tags=(Tag(name="Items", extensions={}, origins=(ITEMS,)),),
        operations=(operation_at("GET /items", id="listItems", tag="Items"),),
        models={
            key: Model(name=key, fields=(), notes=NOTES, origins=origins) for key, origins in models.items()
        },
    )
    components = name_components(api)
    resources = name_resources(api, components.models, None)
    found = name_model_modules(api, components.classes, resources, ())
    return {key: module.name for module in found for key in module.keys}


def schema(key: str, *within: str) -> Pointer:
    return ("components", "schemas", key, *within)


@pytest.mark.parametrize(
    ("key", "origins", "expected"),
    [
        ("Pet", [schema("Pet")], "pet"),
        ("PetOwner", [schema("Pet", "properties", "owner")], "pet"),
        ("io.k8s.core.Pod", [schema("io.k8s.core.Pod")], "pod"),
        ("import", [schema("import")], "import_"),
        ("aux", [schema("aux")], "aux_"),
        ("PageItem", [schema("2d-page", "items")], "schema_2d_page"),
        ("Odd", [schema("_.", "x")], "empty"),
        ("Query", [("components", "parameters", "query", "schema")], "query"),
        ("Cat", [("definitions", "Cat")], "cat"),
        ("Row", [(*ITEMS, "responses", "200", "content", "application/json", "schema")], "items"),
        ("Shared", [(*ITEMS, "responses", "200"), schema("Pet", "properties", "friend")], "pet"),
        ("Event", [("webhooks", "opened", "post", "requestBody")], "webhooks"),
    ],
)
def test_a_model_is_in_the_module_of_what_contains_it(
    key: str, origins: list[Pointer], expected: str
) -> None:
    assert modules({key: tuple(origins)}) == {key: expected}


def test_another_model_moves_none() -> None:
    before = {"Pet": (schema("Pet"),), "PetOwner": (schema("Pet", "properties", "owner"),)}
    after = {"Owner": (schema("Owner"),), **before, "PetFood": (schema("PetFood"),)}
    assert {key: module for key, module in modules(after).items() if key in before} == modules(before)
