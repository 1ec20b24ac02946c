"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

import datetime
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class ClusterStatus(OpenEnum):
    """Where a cluster is in its life."""

    PROVISIONING = "provisioning"
    RUNNING = "running"
    UPGRADING = "upgrading"
    DEGRADED = "degraded"
    DELETING = "deleting"
    FAILED = "failed"


class Cluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A Kubernetes cluster of an organization."""

    id: UUID
    """The cluster's own ID."""
    org_id: UUID
    """The organization that owns the cluster."""
    name: str
    """The name its owner gave it."""
    region: str
    """Where the cluster runs."""
    k8s_version: str
    """The Kubernetes version that was asked for."""
    status: ClusterStatus
    status_message: str | None | UnsetType = UNSET
    """More about the status, for people to read."""
    endpoint: str | None | UnsetType = UNSET
    """Where the cluster's Kubernetes API answers."""
    observed_kubernetes_version: str | None | UnsetType = UNSET
    """The Kubernetes version in effect, as aether-operator reports it after a rollout."""
    capi_cluster_name: str | None | UnsetType = UNSET
    """The cluster's name in Cluster API."""
    keycloak_realm: str | None | UnsetType = UNSET
    """The Keycloak realm that the cluster's users sign in to."""
    harbor_project: str | None | UnsetType = UNSET
    """The Harbor project that holds the cluster's images."""
    ceph_pool: str | None | UnsetType = UNSET
    """The Ceph pool that the cluster's volumes come from."""
    lb_subnet: str | None | UnsetType = UNSET
    """The subnet that load balancers take their addresses from."""
    worker_subnet: str | None | UnsetType = UNSET
    """The /24 subnet of the cluster's workers, set once, when the cluster is created."""
    created_at: datetime.datetime
    """When the cluster was asked for."""
    updated_at: datetime.datetime
    """When the cluster was last changed."""


class UpdateCluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """What to change about a cluster. Nothing is required."""

    name: str | UnsetType = UNSET
    """The new name."""
    k8s_version: str | UnsetType = UNSET
    """The Kubernetes version to move to."""


class ErrorResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """The body of every error."""

    error: Error


class Error(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """What went wrong."""

    code: str
    """The kind of error, for programs; it does not change between releases."""
    message: str
    """The error, for people."""
    details: list[ErrorDetail] | UnsetType = UNSET
    """What is wrong with single fields of the request."""


class ErrorDetail(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """What is wrong with one field of the request."""

    field: str
    """The field."""
    code: str
    """The kind of error, for programs."""
    message: str
    """The error, for people."""
