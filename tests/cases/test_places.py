"""Drift is reported with the place of the schema. In every case, each such place exists in the document."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields

from codegen.document.node import Json
from tests.accept import CASES
from tests.clients import Client, classes_of


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_place_is_one_of_the_document(case: Path, emit: Callable[[Path], Client]) -> None:
    client = emit(case)
    package = client.module.__name__
    places = importlib.import_module(f"{package}._places")
    models = importlib.import_module(f"{package}.models")
    document = client.output.root
    for operation in places.OPERATIONS.values():
        assert found(document, f"{operation}/responses")
    comparison = importlib.import_module(f"{package}._runtime._comparison")
    for model in structs(models):
        part = found(document, comparison._pointer(model))
        if isinstance(part, list):  # the form parameters of Swagger 2.0
            continue
        assert {"type", "properties", "allOf"} & part.keys()
        for field in fields(model):
            if (
                field.type is Any
            ):  # nothing can be wrong with it, and there may be only its name in `required`
                continue
            assert found(document, comparison._field_pointer(model, field.encode_name)) is not None
    assert {*places.MODELS, *places.MERGED} <= classes_of(models).keys()


def structs(models: ModuleType) -> Iterator[type[Struct]]:
    for part in classes_of(models).values():
        if issubclass(part, Struct):
            yield part


def found(document: Json, pointer: str) -> Json:
    """What a JSON pointer behind ``#`` leads to (RFC 6901 section 4)."""
    for token in pointer.split("/")[1:]:
        key = token.replace("~1", "/").replace("~0", "~")
        document = document[int(key)] if isinstance(document, list) else document[key]
    return document
