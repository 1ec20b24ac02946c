"""The time to encode the JSON of a request."""

from __future__ import annotations

import json

import msgspec

from benchmarks.clients import Clients
from benchmarks.contest import OURS, STOCK, Effort, Table, interleaved, repeated
from benchmarks.exchange import NAME, VERSION


def compare(clients: Clients, effort: Effort) -> Table:
    """Encode the body of an update."""
    model, stock_model = clients.ours("models").UpdateCluster, clients.stock("models").UpdateCluster
    works = {
        OURS: lambda: msgspec.json.encode(model(name=NAME, k8s_version=VERSION)),
        STOCK: lambda: json.dumps(stock_model(name=NAME, k8s_version=VERSION).to_dict()).encode(),
        "msgspec": lambda: msgspec.json.encode({"name": NAME, "k8s_version": VERSION}),
        "json": lambda: json.dumps({"name": NAME, "k8s_version": VERSION}).encode(),
    }
    samples = {name: repeated(work, effort.seconds) for name, work in works.items()}
    return Table(
        "Encode",
        "From two values to the bytes of a body, with a model of the client or with a dict.",
        (interleaved("the body of an update", samples, rounds=effort.rounds),),
    )
