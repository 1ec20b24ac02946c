"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum, OpenIntEnum


class ClusterStatus(OpenEnum):
    """Where it is in its life."""

    PROVISIONING = "provisioning"
    RUNNING = "running"
    UPDATING = "updating"
    FAILED = "failed"
    DELETING = "deleting"


class ClusterNodeStatus(OpenEnum):
    """Field `status` of `ClusterNode`."""

    STARTING = "starting"
    READY = "ready"
    LOST = "lost"


class JobExitCode(OpenIntEnum):
    """Field `exit_code` of `Job`."""

    VALUE_0 = 0
    VALUE_1 = 1
    VALUE_2 = 2


class Cluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `clusters.get`."""

    id: str
    status: ClusterStatus
    nodes: list[ClusterNode] | UnsetType = UNSET


class NodePool(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `clusters.get_node_pool`."""

    status: str
    """Any text."""


class Job(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `jobs.check`."""

    is_ready: bool | UnsetType = msgspec.field(default=UNSET, name="is-ready")
    exit_code: JobExitCode | None | UnsetType = msgspec.field(default=UNSET, name="exit.code")


class ClusterNode(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Field `nodes` of `Cluster`."""

    status: ClusterNodeStatus


class JobResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Response of `jobs.get`."""

    job: Job | UnsetType = UNSET
    labels: dict[str, str]


class CheckJobRequest(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `jobs.check`."""

    command: str
