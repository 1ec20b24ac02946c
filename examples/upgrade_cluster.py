"""Rename a cluster, upgrade its Kubernetes, wait until it runs, and handle every error.

export AETHER_PLATFORM_TOKEN=aether_...
python upgrade_cluster.py ORGANIZATION CLUSTER NAME 1.34.2
"""

from __future__ import annotations

import argparse
import sys

from aether_platform import (
    AetherPlatform,
    APIConnectionError,
    APIResponseError,
    APIStatusError,
    APITimeoutError,
    ConflictError,
    NotFoundError,
    RateLimitError,
    UnauthorizedError,
    WaitError,
)
from aether_platform.models import Cluster


def upgrade(client: AetherPlatform, organization: str, cluster: str, name: str, version: str) -> Cluster:
    """Rename and upgrade the cluster, and return it when it runs."""
    # PUT is idempotent, so the client retries after a broken connection.
    client.clusters.update(organization, cluster, name=name)
    # POST is not. The client does not repeat it if the upgrade may have started.
    started = client.clusters.upgrade(organization, cluster, target_version=version)
    if started.workers_pending:
        print(f"some workers could not be patched: {started.workers_error}", file=sys.stderr)

    def has_version(found: Cluster) -> bool:
        # The cluster may still run the old version: the upgrade was accepted, but has not begun.
        # 1.35 stands for any of its patch releases, such as 1.35.0.
        return f"{found.observed_kubernetes_version}.".startswith(f"{version}.")

    return client.clusters.wait_until_running(organization, cluster, on_state=print, condition=has_version)


def upgrade_or_exit(
    client: AetherPlatform, organization: str, cluster: str, name: str, version: str
) -> Cluster:
    """Upgrade the cluster, or end the program with a message for its user."""
    try:
        return upgrade(client, organization, cluster, name, version)
    except UnauthorizedError:
        sys.exit("the token is missing or invalid")
    except NotFoundError:
        sys.exit("the cluster does not exist, or the token belongs to another organization")
    except ConflictError as error:
        sys.exit(f"not now: {error.message or error}")
    except RateLimitError as error:
        sys.exit(f"too many requests; try again in {error.retry_after or 60:.0f} s")
    except APIStatusError as error:  # any other status
        details = "".join(f"\n  {detail.field}: {detail.message}" for detail in error.details)
        sys.exit(f"{error.status_code} {error.message or error}{details}")
    except WaitError as error:  # the cluster has failed, or the timeout has passed and the upgrade goes on
        sys.exit(f"after {error.elapsed:.0f} s the cluster is {error.state}")
    except APITimeoutError:
        sys.exit("no response in time: the upgrade may have started, check the status of the cluster")
    except APIConnectionError as error:
        sys.exit(f"no connection: {error}")
    except APIResponseError as error:
        sys.exit(f"the response is not what the API promises: {error}")


def main() -> int:
    """Rename, upgrade and wait, and return 0 if the cluster runs."""
    parser = argparse.ArgumentParser(description="Rename a cluster and upgrade its Kubernetes.")
    parser.add_argument("organization", help="the organization's UUID")
    parser.add_argument("cluster", help="the cluster's UUID")
    parser.add_argument("name", help="the new name")
    parser.add_argument("version", help="the Kubernetes version, such as 1.34.2 or 1.35")
    given = parser.parse_args()

    try:
        with AetherPlatform(timeout=10, deadline=60, rate_limit=True) as client:
            cluster = upgrade_or_exit(client, given.organization, given.cluster, given.name, given.version)
    except ValueError as error:  # no token, or an ID that is not a UUID: raised before anything is sent
        sys.exit(str(error))

    print(f"{cluster.name} runs Kubernetes {cluster.observed_kubernetes_version or cluster.k8s_version}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
