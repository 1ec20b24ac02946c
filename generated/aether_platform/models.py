"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from uuid import UUID

from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum


class ClusterStatus(OpenEnum):
    """The lifecycle status of a cluster."""

    PROVISIONING = "provisioning"
    RUNNING = "running"
    UPGRADING = "upgrading"
    DEGRADED = "degraded"
    DELETING = "deleting"
    FAILED = "failed"


class Cluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A Kubernetes cluster of an organization."""

    id: UUID
    """The ID of the cluster."""
    org_id: UUID
    """The organization that owns the cluster."""
    name: str
    """The name of the cluster, chosen by its owner."""
    region: str
    """The region of the cluster."""
    k8s_version: str
    """The requested Kubernetes version."""
    status: ClusterStatus
    status_message: str | None | UnsetType = UNSET
    """Details about the status, for people."""
    endpoint: str | None | UnsetType = UNSET
    """The URL of the cluster's Kubernetes API."""
    observed_kubernetes_version: str | None | UnsetType = UNSET
    """The running Kubernetes version, as reported by aether-operator after a rollout."""
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
    """When the cluster was requested."""
    updated_at: datetime.datetime
    """When the cluster was last changed."""


class UpdateCluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The fields of a cluster to change. All are optional."""

    name: str | UnsetType = UNSET
    """The new name."""
    k8s_version: str | UnsetType = UNSET
    """The new Kubernetes version."""


class ErrorResponse(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """The body of every error."""

    error: Error


class Error(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """What went wrong."""

    code: str
    """The error code, for programs. It does not change between releases."""
    message: str
    """The error message, for people."""
    details: list[ErrorDetail] | UnsetType = UNSET
    """Errors in individual fields of the request."""


class ErrorDetail(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """An error in a field of the request."""

    field: str
    """The field."""
    code: str
    """The error code, for programs."""
    message: str
    """The error message, for people."""
