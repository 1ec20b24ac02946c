"""Tests of what is made of `spec/openapi.yaml`: they know nothing of it that they have not read in it.

All tests in this folder have the marker `document`: an edit of the document decides about them, and about no others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.pipeline import generate
from tests.clients import Client
from tests.conftest import ROOT

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.document)


@pytest.fixture(scope="session")
def client() -> Client:
    """The package in `generated/`."""
    return Client(ROOT / "generated", generate(ROOT / "spec" / "openapi.yaml"))
