"""Documents and their models."""

from __future__ import annotations

from collections.abc import Callable

import yaml
from msgspec.structs import replace

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.api import Api
from codegen.model.operations import Operation
from codegen.simplify import simplify
from tests.conftest import ROOT

ZOO = ROOT / "tests/documents/zoo.yaml"
LIST, CREATE = ("GET", "/animals"), ("POST", "/animals")


def changed(key: tuple[str, str], change: Callable[[Operation], Operation]) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        return replace(
            api,
            operations=tuple(change(one) if (one.method, one.path) == key else one for one in api.operations),
        )

    return apply


def without_field(model: str, name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        one = api.models[model]
        kept = tuple(field for field in one.fields if field.wire_name != name)
        return replace(api, models={**api.models, model: replace(one, fields=kept)})

    return apply


def lacking(kind: str, name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        kept = {key: value for key, value in getattr(api, kind).items() if key != name}
        return replace(api, **{kind: kept})

    return apply


def loaded_and_described(text: str) -> tuple[Node, Api]:
    loaded = placed(yaml.safe_load(text))
    assert isinstance(loaded, Node)
    simplified = simplify(loaded)
    return loaded, describe(simplified)
