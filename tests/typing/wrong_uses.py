"""Uses of the client that type checkers must reject: each line that ends in ``# wrong``, and no other."""

from __future__ import annotations

from uuid import UUID

from fleet import (
    AsyncFleet,
    ConflictError,
    Drift,
    Fleet,
    NotFoundError,
    from_dict,
    from_json,
    replace,
    to_json,
)
from fleet.models import Cluster, ClusterStatus, ErrorDetail, UpdateCluster

ID = UUID("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0")


def arguments(client: Fleet) -> None:
    client.clusters.update(ID)  # wrong
    client.clusters.update(ID, None)  # wrong
    client.clusters.update(ID, 5)  # wrong
    client.clusters.update(ID, ID, "payments")  # wrong
    client.clusters.update(ID, ID, name=None)  # wrong
    client.clusters.update(ID, ID, name=5)  # wrong
    client.clusters.update(ID, ID, k8s_version=1.34)  # wrong
    client.clusters.update(ID, ID, k8sVersion="1.34.2")  # wrong
    client.clusters.update(ID, ID, region="eu-central-1")  # wrong
    client.clusters.delete(ID, ID)  # wrong
    client.cluster.update(ID, ID)  # wrong


def results(cluster: Cluster) -> None:
    cluster.status_message.upper()  # wrong
    cluster.k8sVersion  # wrong
    cluster.name = "other"  # wrong
    size: int = cluster.name  # wrong
    print(cluster.created_at - "2026-01-01", size)  # wrong
    ClusterStatus.STOPPED  # wrong


def beyond(client: Fleet, raw: AsyncFleet) -> None:
    client.request("GET", "/beta", into=Cluster).nome  # wrong
    client.request("GET")  # wrong
    client.request("GET", "/beta", json=1, timeout=5)  # wrong
    client.request("GET", "/beta", content=5)  # wrong
    client.request("GET", "/beta", query="a=1")  # wrong
    client.request("GET", "/beta").name  # wrong
    raw.request("GET", "/beta", into=Cluster).name  # wrong
    client.with_options(query="a=1")  # wrong
    client.with_options(body=[1])  # wrong
    Fleet(body={"a": 1})  # wrong


def models() -> None:
    UpdateCluster(name=None)  # wrong
    UpdateCluster("payments")  # wrong
    UpdateCluster(title="payments")  # wrong
    ErrorDetail(field="name", code="taken")  # wrong


def errors(error: ConflictError) -> None:
    error.body.error  # wrong
    error.details[0].reason  # wrong
    error.code.upper()  # wrong
    error.retry_after + 1  # wrong
    error.status  # wrong


def options(client: Fleet) -> None:
    Fleet("fleet_0a")  # wrong
    Fleet(token=5)  # wrong
    Fleet(timeout="5")  # wrong
    Fleet(retries=5)  # wrong
    Fleet(on_drift="loud")  # wrong
    Fleet(on_drift=drifted)  # wrong
    Fleet(on_drift=drifted_async)  # wrong
    client.with_options(on_drift="log")  # wrong
    client.with_options(token="fleet_0a")  # wrong
    client.with_raw_response(client.clusters.update, ID, ID, nme="x")  # wrong
    client.with_raw_response(client.clusters.update, ID, ID).name  # wrong


def drifted(drift: str) -> None:
    print(drift)


async def drifted_async(drift: Drift) -> None:
    drift.kind = "wrong_type"  # wrong
    print(drift.kind == "unknown")  # wrong
    print(drift.values)  # wrong


async def mixed(client: Fleet, other: AsyncFleet) -> None:
    await client.clusters.update(ID, ID)  # wrong
    other.clusters.update(ID, ID).name  # wrong
    cluster: Cluster = other.clusters.update(ID, ID)  # wrong
    with other:  # wrong
        print(cluster)
    try:
        await other.clusters.update(ID, ID)
    except NotFoundError as error:
        print(error.cluster_id)  # wrong


def convert(body: bytes) -> None:
    from_json({}, Cluster)  # wrong
    from_json(body, Cluster).nme  # wrong
    status: Cluster = from_json(body, list[Cluster])  # wrong
    from_dict({}, Cluster, decoding="loose")  # wrong
    replace({}, name=str(status))  # wrong
    to_json(body).decode() + 1  # wrong
