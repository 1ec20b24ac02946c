"""Move a cluster to another Kubernetes version, and tell each thing that can go wrong from the others.

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
    """Ask for the version; return the cluster as it is then.

    Raises:
        SystemExit: With a sentence for whoever started the program.
    """
    try:
        # An upgrade asked for twice is one upgrade, so a broken connection is tried again by itself.
        return client.clusters.update(organization, cluster, k8s_version=version)
    except ValueError as error:  # before anything is sent
        sys.exit(f"wrong argument: {error}")
    except UnauthorizedError:
        sys.exit("the token is missing, mistyped or no longer valid")
    except NotFoundError:
        sys.exit("there is no such cluster, or the token is of another organization")
    except ConflictError as error:
        sys.exit(f"not now: {error.message}")
    except RateLimitError as error:
        sys.exit(f"too many requests; try again in {error.retry_after or 60:.0f} s")
    except APIStatusError as error:  # anything else that is no success
        details = "".join(f"\n  {detail.field}: {detail.message}" for detail in error.details)
        sys.exit(f"{error.status_code} {error.message or error}{details}")
    except APITimeoutError:
        sys.exit("no answer in time: the upgrade may have begun, look at the cluster's status")
    except APIConnectionError as error:
        sys.exit(f"no connection: {error}")
    except APIResponseError as error:
        sys.exit(f"the response is not what the API promises: {error}")


def main() -> int:
    """Ask for the upgrade; 0 if it has begun."""
    parser = argparse.ArgumentParser(description="Move a cluster to another Kubernetes version.")
    parser.add_argument("organization", help="the organization's UUID")
    parser.add_argument("cluster", help="the cluster's UUID")
    parser.add_argument("version", help="the Kubernetes version, such as 1.34.2")
    arguments = parser.parse_args()

    try:
        client = AetherPlatform(timeout=10, deadline=60)
    except ValueError as error:  # no token, or a base URL that is none
        sys.exit(str(error))
    with client:
        cluster = upgrade(client, arguments.organization, arguments.cluster, arguments.version)

    print(f"{cluster.name}: {cluster.status}, {cluster.k8s_version} asked for")
    if cluster.observed_kubernetes_version:
        print(f"in effect now: {cluster.observed_kubernetes_version}")
    if cluster.status is ClusterStatus.FAILED:
        print(f"the cluster reports: {cluster.status_message or 'no reason'}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
