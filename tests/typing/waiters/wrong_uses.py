"""Uses of waiters that type checkers must reject, in every line that is marked."""

from __future__ import annotations

from waiters import AsyncWaiters, Waiters


def report(state: int) -> None:
    print(state)


def wait(client: Waiters) -> None:
    client.clusters.wait_until_running("o")  # wrong
    client.clusters.wait_until_running("o", "c", 1800)  # wrong
    client.clusters.wait_until_running("o", "c", timeout="5")  # wrong
    client.clusters.wait_until_running("o", "c", interval=None)  # wrong
    client.clusters.wait_until_running("o", "c", on_state=report)  # wrong
    client.clusters.wait_until_running("o", "c", condition=lambda one: one.version)  # wrong
    client.clusters.wait_until_deleted("o", "c", on_state=print)  # wrong
    client.clusters.wait_until_deleted("o", "c", condition=bool)  # wrong
    client.clusters.wait_until_settled("o", "c").id  # wrong
    client.jobs.wait_until_checked(command="true", program=b"x")  # wrong
    client.jobs.wait_until_checked(timeout=5)  # wrong
    client.jobs.wait_until_checked(command="true", content_type="multipart/form-data")  # wrong


async def wait_too(client: AsyncWaiters) -> None:
    client.clusters.wait_until_running("o", "c").id  # wrong
