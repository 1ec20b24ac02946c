"""Rename a cluster.

export AETHER_PLATFORM_TOKEN=aether_...
python rename_cluster.py ORGANIZATION CLUSTER NAME
"""

from __future__ import annotations

import argparse
import sys

from aether_platform import AetherPlatform, AetherPlatformError


def main() -> int:
    """Rename the cluster and return 0 on success."""
    parser = argparse.ArgumentParser(description="Rename a cluster.")
    parser.add_argument("organization", help="the organization's UUID")
    parser.add_argument("cluster", help="the cluster's UUID")
    parser.add_argument("name", help="the new name")
    arguments = parser.parse_args()

    try:
        with AetherPlatform() as client:
            cluster = client.clusters.update(arguments.organization, arguments.cluster, name=arguments.name)
    except (AetherPlatformError, ValueError) as error:  # ValueError: no token, or an id that is not a UUID
        print(f"not renamed: {error}", file=sys.stderr)
        return 1
    print(f"{cluster.id} is now called {cluster.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
