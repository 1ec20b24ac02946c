"""A document with one of everything, and its model."""

from __future__ import annotations

import pytest
import yaml

from codegen.describe import describe
from codegen.document.node import Node, placed
from codegen.model.api import Api
from codegen.simplify import simplify
from tests.verify.ledger.loaded import ZOO


@pytest.fixture(scope="module")
def root() -> Node:
    loaded = placed(yaml.safe_load(ZOO.read_text()))
    assert isinstance(loaded, Node)
    return loaded


@pytest.fixture(scope="module")
def api(root: Node) -> Api:
    simplified = simplify(root)
    return describe(simplified)
