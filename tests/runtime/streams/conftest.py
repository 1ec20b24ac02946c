"""Clients that read streams, sync and async."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import stream_api as api
from conftest import opening

from tests.runtime.streams.stream_server import Open


def _fast(**options: Any) -> Any:
    from package.fast import FastTransport

    pytest.importorskip("httptools")  # `test_fast.py` fails without it
    return api.Async(transport=FastTransport(), **options)


@pytest.fixture(
    params=[api.Sync, api.Async, pytest.param(_fast, marks=pytest.mark.slow)], ids=["sync", "async", "fast"]
)
def reader(request: pytest.FixtureRequest) -> Iterator[Open]:
    """Make a client of a server's address."""
    with opening(request.param) as make:
        yield make
