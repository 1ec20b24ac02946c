"""Upgrade several clusters to another Kubernetes version concurrently, and wait until they run.

export AETHER_PLATFORM_TOKEN=aether_...
python upgrade_clusters_async.py ORGANIZATION 1.34.2 CLUSTER...
"""

from __future__ import annotations

import argparse
import asyncio
import sys

from aether_platform import AetherPlatformError, AsyncAetherPlatform
from aether_platform.models import Cluster


async def upgrade(client: AsyncAetherPlatform, organization: str, cluster: str, version: str) -> bool:
    """Upgrade one cluster and print the result. A failure does not stop the others."""

    def has_version(found: Cluster) -> bool:
        # The cluster may still run the old version: the upgrade was accepted, but has not begun.
        # 1.35 stands for any of its patch releases, such as 1.35.0.
        return f"{found.observed_kubernetes_version}.".startswith(f"{version}.")

    try:
        await client.clusters.upgrade(organization, cluster, target_version=version)
        upgraded = await client.clusters.wait_until_running(organization, cluster, condition=has_version)
    except (AetherPlatformError, ValueError) as error:  # ValueError: an id that is not a UUID
        print(f"{cluster}: {error}", file=sys.stderr)
        return False
    print(f"{cluster}: {upgraded.name} is {upgraded.status}")
    return True


async def main() -> int:
    """Upgrade all clusters and return 0 if all run."""
    parser = argparse.ArgumentParser(description="Upgrade clusters to another Kubernetes version.")
    parser.add_argument("organization", help="the organization's UUID")
    parser.add_argument("version", help="the Kubernetes version, such as 1.34.2")
    parser.add_argument("clusters", nargs="+", help="the clusters' UUIDs")
    arguments = parser.parse_args()

    try:
        client = AsyncAetherPlatform(deadline=60, rate_limit=True)
    except ValueError as error:  # no token, or an invalid base URL
        sys.exit(str(error))
    async with client, asyncio.TaskGroup() as group:
        tasks = [
            group.create_task(upgrade(client, arguments.organization, cluster, arguments.version))
            for cluster in arguments.clusters
        ]
    return 0 if all(task.result() for task in tasks) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main()))
