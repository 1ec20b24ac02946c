"""Clients that read streams, sync and async."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import stream_api as api
from conftest import opening

from tests.runtime.streams.stream_server import Open


@pytest.fixture(params=[api.Sync, api.Async], ids=["sync", "async"])
def reader(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    with opening(request.param) as make:
        yield make
