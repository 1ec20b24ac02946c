"""The time to encode the JSON of a request."""

from __future__ import annotations

import json

import msgspec
from aether_platform.models import UpdateCluster

from benchmarks.contest import OURS, STOCK, Effort, Table, interleaved, repeated
from benchmarks.exchange import NAME, VERSION
from benchmarks.stock import Stock


def compare(stock: Stock, effort: Effort) -> Table:
    """Encode the body of an update."""
    stock_model = stock.module("models").UpdateCluster
    works = {
        OURS: lambda: msgspec.json.encode(UpdateCluster(name=NAME, k8s_version=VERSION)),
        STOCK: lambda: json.dumps(stock_model(name=NAME, k8s_version=VERSION).to_dict()).encode(),
        "msgspec": lambda: msgspec.json.encode({"name": NAME, "k8s_version": VERSION}),
        "json": lambda: json.dumps({"name": NAME, "k8s_version": VERSION}).encode(),
    }
    samples = {name: repeated(work, effort.seconds) for name, work in works.items()}
    return Table(
        "Encode",
        "Two values to the bytes of a body: by way of the clients' models, or of a dict.",
        (interleaved("the body of an update", samples, rounds=effort.rounds),),
    )
