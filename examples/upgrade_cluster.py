"""Upgrade a cluster to another Kubernetes version and handle every error.

export AETHER_PLATFORM_TOKEN=aether_...
python upgrade_cluster.py ORGANIZATION CLUSTER VERSION
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
)
from aether_platform.models import Cluster, ClusterStatus


def upgrade(client: AetherPlatform, organization: str, cluster: str, version: str) -> Cluster:
    """Request the upgrade and return the updated cluster.

    Raises:
        SystemExit: The call failed. The message is meant for the user of the program.
    """
    try:
        # PUT is idempotent, so the client retries after a broken connection.
        return client.clusters.update(organization, cluster, k8s_version=version)
    except ValueError as error:  # raised before sending
        sys.exit(f"wrong argument: {error}")
    except UnauthorizedError:
        sys.exit("the token is missing or invalid")
    except NotFoundError:
        sys.exit("the cluster does not exist, or the token belongs to another organization")
    except ConflictError as error:
        sys.exit(f"not now: {error.message}")
    except RateLimitError as error:
        sys.exit(f"too many requests; try again in {error.retry_after or 60:.0f} s")
    except APIStatusError as error:  # any other status
        details = "".join(f"\n  {detail.field}: {detail.message}" for detail in error.details)
        sys.exit(f"{error.status_code} {error.message or error}{details}")
    except APITimeoutError:
        sys.exit("no response in time: the upgrade may have started, check the status of the cluster")
    except APIConnectionError as error:
        sys.exit(f"no connection: {error}")
    except APIResponseError as error:
        sys.exit(f"the response is not what the API promises: {error}")


def main() -> int:
    """Request the upgrade and return 0 if it has started."""
    parser = argparse.ArgumentParser(description="Upgrade a cluster to another Kubernetes version.")
    parser.add_argument("organization", help="the organization's UUID")
    parser.add_argument("cluster", help="the cluster's UUID")
    parser.add_argument("version", help="the Kubernetes version, such as 1.34.2")
    arguments = parser.parse_args()

    try:
        client = AetherPlatform(timeout=10, deadline=60)
    except ValueError as error:  # no token, or an invalid base URL
        sys.exit(str(error))
    with client:
        cluster = upgrade(client, arguments.organization, arguments.cluster, arguments.version)

    print(f"{cluster.name}: {cluster.status}, {cluster.k8s_version} requested")
    if cluster.observed_kubernetes_version:
        print(f"currently running: {cluster.observed_kubernetes_version}")
    if cluster.status is ClusterStatus.FAILED:
        print(f"the cluster reports: {cluster.status_message or 'no reason'}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
