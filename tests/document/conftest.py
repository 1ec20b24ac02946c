"""Tests of what is made of `spec/openapi.yaml`: they know nothing of it that they have not read in it.

All of them have the marker `document`: an edit of the document decides about them, and about no others.
"""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.document)
