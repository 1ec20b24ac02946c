"""Uses of the client that type checkers must accept, and the types that they must see."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Sequence
from typing import Any, assert_type
from uuid import UUID

import httpx2
from fleet import (
    UNSET,
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    AsyncFleet,
    ConflictError,
    Drift,
    DriftError,
    Fleet,
    FleetError,
    RawResponse,
    UnsetType,
    from_dict,
    from_json,
    replace,
    to_dict,
    to_json,
)
from fleet.models import Cluster, ClusterStatus, ErrorDetail, ErrorResponse, UpdateCluster

ORGANIZATION = UUID("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0")


def call(client: Fleet) -> None:
    assert_type(client.clusters.update(ORGANIZATION, str(ORGANIZATION), name="payments"), Cluster)
    client.clusters.update(ORGANIZATION, ORGANIZATION, k8s_version=UNSET)
    client.clusters.update(org_id=ORGANIZATION, cluster_id=ORGANIZATION)


def read(cluster: Cluster) -> str:
    assert_type(cluster.id, UUID)
    assert_type(cluster.status, ClusterStatus)
    assert_type(cluster.created_at, dt.datetime)
    assert_type(cluster.status_message, str | None | UnsetType)
    if cluster.status is ClusterStatus.RUNNING:
        return cluster.name
    return cluster.status_message or "no message"


def fail(client: Fleet) -> None:
    try:
        call(client)
    except ConflictError as error:
        assert_type(error.code, str | None)
        assert_type(error.message, str | None)
        assert_type(error.details, Sequence[ErrorDetail])
        assert_type(error.body, ErrorResponse | str | None)
        if isinstance(error.body, ErrorResponse):
            assert_type(error.body.error.code, str)
    except APIStatusError as error:
        assert_type(error.status_code, int)
        assert_type(error.retry_after, float | None)
        assert_type(error.request_id, str | None)
        assert_type(error.headers["date"], str)
    except APIResponseError as error:
        assert_type(error.where, str | None)
        assert_type(error.raw, bytes)
    except APIConnectionError as error:
        assert_type(error.attempts, int)
    except FleetError as error:
        assert_type(error.operation, str)


def configure() -> None:
    Fleet(token="fleet_0a", base_url="https://example.com", timeout=5, max_retries=0)
    Fleet(token=lambda: "fleet_0a", timeout=httpx2.Timeout(5), deadline=None)
    Fleet(transport=httpx2.HTTPTransport(), headers={"x-trace": "1"})
    with Fleet() as client:
        assert_type(client.with_options(timeout=1, deadline=2.5), Fleet)
        raw = client.with_raw_response(client.clusters.update, ORGANIZATION, ORGANIZATION, name="x")
        assert_type(raw, RawResponse[Cluster])
        assert_type(raw.parse(), Cluster)
        assert_type(raw.status_code, int)


def go_beyond_the_document(client: Fleet) -> None:
    beta = client.with_options(query={"page": 2, "tags": ["a"]}, body={"dry_run": True}, headers={"x": "y"})
    assert_type(beta, Fleet)
    assert_type(client.request("GET", "/beta", into=Cluster), Cluster)
    assert_type(client.request("GET", "/beta", into=list[Cluster], query={"a": 1}), list[Cluster])
    assert_type(client.request("GET", "/beta", into=Cluster | None), Cluster | None)
    assert_type(client.request("GET", "/beta", into=bytes), bytes)
    assert_type(client.request("POST", "/beta", json={"a": 1}, headers={"x": "y"}), RawResponse[Any])
    raw = client.with_raw_response(client.request, "GET", "/beta/{id}", path_params={"id": 1}, into=Cluster)
    print(raw.status_code, raw.parse())


async def go_beyond_the_document_async(client: AsyncFleet) -> None:
    assert_type(await client.request("GET", "/beta", into=Cluster), Cluster)
    assert_type(await client.request("PUT", "/beta", content=b"", path_params={}), RawResponse[Any])
    raw = await client.with_raw_response(client.request, "GET", "/beta", into=Cluster)
    print(raw.status_code, raw.parse())


def watch(drift: Drift) -> None:
    assert_type((drift.operation, drift.status_code, drift.where, drift.pointer), tuple[str, int, str, str])
    if drift.kind == "unknown_field":
        print(drift, drift.message)


def be_told() -> None:
    Fleet(on_drift=watch)
    AsyncFleet(on_drift="log")
    try:
        call(Fleet(on_drift="strict"))
    except DriftError as error:
        assert_type(error.drifts, Sequence[Drift])
        assert_type(error.where, str | None)


async def fetch_token() -> str:
    return "fleet_0a"


async def call_async() -> None:
    async with AsyncFleet(token=fetch_token) as client:
        assert_type(await client.clusters.update(ORGANIZATION, ORGANIZATION, name="x"), Cluster)
        raw = await client.with_raw_response(client.clusters.update, ORGANIZATION, ORGANIZATION)
        assert_type(raw.parse(), Cluster)


def build() -> UpdateCluster:
    return UpdateCluster(name="x", k8s_version=UNSET)


def convert(body: bytes) -> None:
    cluster = from_json(body, Cluster)
    assert_type(cluster, Cluster)
    assert_type(from_json(body, list[Cluster]), list[Cluster])
    assert_type(from_json("{}", Cluster | ErrorResponse | None), Cluster | ErrorResponse | None)
    assert_type(from_dict({}, ClusterStatus, decoding="strict"), ClusterStatus)
    assert_type(to_json([cluster]), bytes)
    assert_type(replace(cluster, name="x", status_message=UNSET), Cluster)
    print(to_dict(cluster)["name"])


if __name__ == "__main__":
    asyncio.run(call_async())
