"""How long it takes to make objects of the JSON of an answer."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial

import httpx
import httpx2
import msgspec
from aether_platform import AetherPlatform
from aether_platform._runtime import Operation
from aether_platform.models import Cluster

from benchmarks import exchange
from benchmarks.contest import OURS, STOCK, Comparison, Effort, Table, interleaved, repeated
from benchmarks.stock import Stock

ONE = "one cluster"
MANY = "a list of 1,000"


def compare(stock: Stock, effort: Effort) -> Table:
    """Decode one cluster and many, and read a whole answer with what a client checks of it."""
    return Table(
        "Decode",
        "Bytes to objects: `ours` with the decoder the client keeps for an operation, `stock` with"
        " `from_dict(json.loads(...))`, `msgspec` with a bare `Decoder` for our model, `json` with"
        " `json.loads` alone, which leaves dicts. An answer is read from status and media type on.",
        (_one(stock, effort), _many(stock, effort), _answer(stock, effort)),
    )


def _one(stock: Stock, effort: Effort) -> Comparison:
    content = exchange.one()
    from_dict = stock.module("models").Cluster.from_dict
    operation = Operation[Cluster](id="one", method="GET", path="/", answers={200: Cluster})
    return _compare(
        ONE,
        {
            OURS: lambda: operation.decoder(Cluster).decode(content),
            STOCK: lambda: from_dict(json.loads(content)),
            "msgspec": partial(msgspec.json.Decoder(Cluster).decode, content),
            "json": partial(json.loads, content),
        },
        effort,
    )


def _many(stock: Stock, effort: Effort) -> Comparison:
    content = exchange.many(1000)
    from_dict = stock.module("models").Cluster.from_dict
    kind = list[Cluster]
    operation = Operation[list[Cluster]](id="many", method="GET", path="/", answers={200: kind})
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


def _answer(stock: Stock, effort: Effort) -> Comparison:
    content = exchange.one()
    headers = {"content-type": "application/json"}
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, headers=headers, content=content))
    with AetherPlatform(base_url="http://localhost", token=exchange.BEARER, transport=transport) as aether:
        ours = aether.with_raw_response(
            aether.clusters.update, exchange.ORGANIZATION, exchange.CLUSTER, name=exchange.NAME
        )
    client = stock.module("client").Client(base_url="http://localhost")
    parse = stock.module("api.clusters.update_cluster")._parse_response
    response = httpx.Response(200, headers=headers, content=content)
    return _compare(
        "an answer, read",
        {OURS: ours.parse, STOCK: lambda: parse(client=client, response=response)},
        effort,
    )


def _compare(case: str, works: dict[str, Callable[[], object]], effort: Effort) -> Comparison:
    samples = {name: repeated(work, effort.seconds) for name, work in works.items()}
    return interleaved(case, samples, rounds=effort.rounds)
