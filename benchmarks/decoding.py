"""The time to decode the JSON of a response."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

import httpx
import httpx2
import msgspec

from benchmarks import exchange
from benchmarks.clients import Clients
from benchmarks.contest import OURS, STOCK, Comparison, Effort, Table, interleaved, repeated

ONE = "one cluster"
MANY = "a list of 1,000"


def compare(clients: Clients, effort: Effort) -> Table:
    """Decode one cluster and many, and read a complete response including the checks of a client."""
    return Table(
        "Decode",
        "From bytes to objects. `ours` uses the client's decoder for an operation, `stock` uses"
        " `from_dict(json.loads(...))`, `msgspec` a bare `Decoder` for our model, and `json` only"
        " `json.loads`, which returns dicts. The last row also checks the status and the media type.",
        (_one(clients, effort), _many(clients, effort), _answer(clients, effort)),
    )


def _one(clients: Clients, effort: Effort) -> Comparison:
    content = exchange.one()
    from_dict = clients.stock("models").Cluster.from_dict
    cluster = clients.ours("models").Cluster
    operation = clients.ours("_runtime").Operation(id="one", method="GET", path="/", successes={200: cluster})
    return _compare(
        ONE,
        {
            OURS: lambda: operation.decoder(cluster).decode(content),
            STOCK: lambda: from_dict(json.loads(content)),
            "msgspec": partial(msgspec.json.Decoder(cluster).decode, content),
            "json": partial(json.loads, content),
        },
        effort,
    )


def _many(clients: Clients, effort: Effort) -> Comparison:
    content = exchange.many(1000)
    from_dict = clients.stock("models").Cluster.from_dict
    kind: Any = list.__class_getitem__(clients.ours("models").Cluster)
    operation = clients.ours("_runtime").Operation(id="many", method="GET", path="/", successes={200: kind})
    return _compare(
        MANY,
        {
            OURS: lambda: operation.decoder(kind).decode(content),
            STOCK: lambda: [from_dict(each) for each in json.loads(content)],
            "msgspec": partial(msgspec.json.Decoder(kind).decode, content),
            "json": partial(json.loads, content),
        },
        effort,
    )


def _answer(clients: Clients, effort: Effort) -> Comparison:
    content = exchange.one()
    headers = {"content-type": "application/json"}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, headers=headers, content=content))
    with clients.ours().Fleet(
        base_url="http://localhost", token=exchange.BEARER, transport=transport
    ) as client:
        ours = client.with_raw_response(
            client.clusters.update, exchange.ORGANIZATION, exchange.CLUSTER, name=exchange.NAME
        )
    other = clients.stock("client").Client(base_url="http://localhost")
    parse = clients.stock("api.clusters.update_cluster")._parse_response
    response = httpx.Response(200, headers=headers, content=content)
    return _compare(
        "a response",
        {OURS: ours.parse, STOCK: lambda: parse(client=other, response=response)},
        effort,
    )


def _compare(case: str, works: dict[str, Callable[[], object]], effort: Effort) -> Comparison:
    samples = {name: repeated(work, effort.seconds) for name, work in works.items()}
    return interleaved(case, samples, rounds=effort.rounds)
