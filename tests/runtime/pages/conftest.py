"""Clients that read pages, sync and async."""

from __future__ import annotations

from collections.abc import Iterator

import page_api as api
import pytest
from conftest import opening

from tests.runtime.pages.page_server import Open


@pytest.fixture(params=[api.Sync, api.Async], ids=["sync", "async"])
def lists(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    with opening(request.param) as make:
        yield make
