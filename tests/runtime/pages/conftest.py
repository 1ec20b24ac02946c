"""Clients that read pages, sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import page_api as api
import pytest
from conftest import TOKEN

from tests.runtime.pages.page_server import Open


@pytest.fixture(params=[api.Sync, api.Async], ids=["sync", "async"])
def lists(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    opened: list[Any] = []

    def make(url: str, **options: Any) -> Any:
        opened.append(request.param(**{"base_url": url, "token": TOKEN} | options))
        return opened[-1]

    yield make
    for one in opened:
        one.close()
