"""Uses of waiters that type checkers must accept, and the types that they must see."""

from __future__ import annotations

from typing import assert_type

from waiters import AsyncWaiters, WaitError, Waiters, WaitFailedError, WaitTimeoutError
from waiters.models import Cluster, ClusterStatus, Job, JobResponse


def report(state: ClusterStatus) -> None:
    print(state.value)


def wait(client: Waiters) -> str:
    cluster = client.clusters.wait_until_running("o", "c", timeout=1800, on_state=report)
    assert_type(cluster, Cluster)
    assert_type(client.clusters.wait_until_settled("o", "c", timeout=None), Cluster | None)
    assert_type(client.jobs.wait_until_ready(1, timeout_=3, interval=0.5), JobResponse)
    client.clusters.wait_until_running("o", "c", on_state=print)
    client.clusters.wait_until_deleted("o", "c")
    client.clusters.wait_until_running("o", "c", condition=lambda one: one.id == "c")
    states: list[bool] = []
    client.jobs.wait_until_ready(1, on_state=states.append)
    assert_type(client.jobs.wait_until_checked(command="true"), Job)
    client.jobs.wait_until_checked(program=b"x", timeout=5, on_state=states.append)
    client.jobs.wait_until_checked(command="true", content_type="application/json")
    return cluster.id


async def wait_too(client: AsyncWaiters) -> None:
    assert_type(await client.clusters.wait_until_running("o", "c", on_state=report), Cluster)


def failed(error: WaitFailedError | WaitTimeoutError) -> WaitError:
    assert_type(error.elapsed, float)
    print(error.state, error.response, error.path)
    return error
