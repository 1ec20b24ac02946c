"""Tests of what is made of `spec/openapi.yaml`: they know nothing of it that they have not read in it.

All of them have the marker `spec`: an edit of the document decides about them, and about no others.
"""

from __future__ import annotations

import pytest


def pytest_itemcollected(item: pytest.Item) -> None:
    item.add_marker(pytest.mark.spec)
