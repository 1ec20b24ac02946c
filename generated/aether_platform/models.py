"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias
from uuid import UUID

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._number import JsonNumber
from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct, constant_field


class ClusterStatus(OpenEnum):
    """The lifecycle status of a cluster."""

    PROVISIONING = "provisioning"
    RUNNING = "running"
    UPGRADING = "upgrading"
    DEGRADED = "degraded"
    DELETING = "deleting"
    FAILED = "failed"


class SubscriptionKind(OpenEnum):
    """What is charged for."""

    NODE_POOL = "node_pool"
    CONTROL_PLANE = "control_plane"


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


class UpgradeCluster(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The target of an upgrade."""

    target_version: str
    """The Kubernetes version, as MAJOR.MINOR or MAJOR.MINOR.PATCH."""


class ClusterUpgrade(OpenObject):
    """An upgrade that has started."""

    cluster: Cluster | UnsetType = UNSET
    workers_patched: int | UnsetType = UNSET
    """The number of workers that were patched for the upgrade."""
    workers_skipped: int | UnsetType = UNSET
    """The number of workers that were skipped."""
    workers_pending: bool | UnsetType = UNSET
    """Whether some workers could not be patched. Only present in this case."""
    workers_error: Any = UNSET
    """Why some workers could not be patched. Only present in this case."""
    additional_properties: dict[str, Any] = msgspec.field(default={})
    """Properties without a field of their own, by name."""


class ClusterNetwork(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """The rules that protect the public endpoint of a cluster's Kubernetes API."""

    cluster_id: UUID
    """The cluster."""
    authorized_cidrs: list[str]
    """The ranges of addresses that may connect."""
    api_server_rate_limit: ConnectionLimit | None | UnsetType = UNSET
    """The limit of connections, if there is one."""
    updated_at: datetime.datetime
    """When the rules were last changed."""


class ConnectionLimit(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A limit of connections to a Kubernetes API."""

    max_connections_per_second: int
    """The number of new connections per second."""
    burst: int
    """The number of connections that may exceed the limit for a short time."""


class OrganizationList(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A page of organizations."""

    items: list[Organization]
    """The organizations."""
    next_cursor: str | None | UnsetType = UNSET
    """The cursor of the next page. Missing or null on the last page."""


class Organization(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """An organization, which owns clusters and pays for them."""

    id: UUID
    """The ID of the organization."""
    name: str
    """The name of the organization."""
    slug: str
    """The name of the organization in URLs."""
    billing_email: str | None | UnsetType = UNSET
    """The address that bills are sent to."""
    vat_id: str | None | UnsetType = UNSET
    """The VAT identification number."""
    plan: str
    """The plan of the organization."""
    created_at: datetime.datetime
    """When the organization was created."""
    updated_at: datetime.datetime
    """When the organization was last changed."""


class UpdateOrganization(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The fields of an organization to change. All are optional."""

    name: str | UnsetType = UNSET
    """The new name."""
    slug: str | UnsetType = UNSET
    """The new name in URLs."""
    billing_email: str | None | UnsetType = UNSET
    """The new address for bills. Null removes it."""
    vat_id: str | None | UnsetType = UNSET
    """The new VAT identification number. Null removes it."""


class ApiTokenList(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A page of tokens."""

    items: list[ApiToken]
    """The tokens, without their secrets."""
    next_cursor: str | None | UnsetType = UNSET
    """The cursor of the next page. Missing or null on the last page."""


class ApiToken(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A token that gives programs access to an organization."""

    id: UUID
    """The ID of the token."""
    org_id: UUID
    """The organization that owns the token."""
    name: str
    """The name of the token, chosen by its owner."""
    prefix: str
    """The first characters of the secret, which may be shown."""
    scopes: list[str]
    """What the token gives access to."""
    last_used_at: datetime.datetime | None | UnsetType = UNSET
    """When the token was last used."""
    expires_at: datetime.datetime | None | UnsetType = UNSET
    """When the token stops working."""
    created_at: datetime.datetime
    """When the token was created."""


class CreatedApiToken(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A token with its secret."""

    id: UUID
    """The ID of the token."""
    org_id: UUID
    """The organization that owns the token."""
    name: str
    """The name of the token, chosen by its owner."""
    prefix: str
    """The first characters of the secret, which may be shown."""
    scopes: list[str]
    """What the token gives access to."""
    last_used_at: datetime.datetime | None | UnsetType = UNSET
    """When the token was last used."""
    expires_at: datetime.datetime | None | UnsetType = UNSET
    """When the token stops working."""
    created_at: datetime.datetime
    """When the token was created."""
    token: str
    """The secret. No other response contains it."""


class CreateApiToken(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A token to create."""

    name: str
    """The name of the token."""
    scopes: list[str] | UnsetType = UNSET
    """What the token gives access to."""
    expires_at: datetime.datetime | None | UnsetType = UNSET
    """When the token stops working. Null, or no value, for never."""

    def __init__(
        self,
        *,
        name: str,
        scopes: Sequence[str] | UnsetType = UNSET,
        expires_at: datetime.datetime | None | UnsetType = UNSET,
    ) -> None: ...


class Registry(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The container registry of an organization."""

    id: str
    """The ID of the registry."""
    org_id: str
    """The organization that owns the registry."""
    harbor_project: str
    """The Harbor project that holds the images."""
    endpoint: str
    """The address of the registry."""
    enabled: bool
    """Whether the registry is enabled."""
    quota_gb: int
    """The storage that images may use, in GB."""
    used_gb: JsonNumber | None | UnsetType = UNSET
    """The storage that images use, in GB."""
    created_at: datetime.datetime
    """When the registry was created."""
    updated_at: datetime.datetime
    """When the registry was last changed."""


class DisabledRegistry(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Says that an organization has no registry."""

    enabled: bool = constant_field(False)
    """Always false."""


class EnabledRegistry(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A new registry, with the credentials of its first robot account."""

    registry: Registry
    credentials: RegistryCredentials


class RegistryCredentials(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The credentials of a robot account."""

    username: str
    """The name of the robot account in Harbor."""
    password: str
    """The password. No other response contains it."""


class RobotAccountList(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """All robot accounts of a registry."""

    items: list[RobotAccount]
    """The robot accounts, without their secrets."""


class RobotAccount(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """An account for programs that use the registry."""

    id: str
    """The ID of the robot account."""
    org_id: str
    """The organization that owns the robot account."""
    name: str
    """The name of the robot account, chosen by its owner."""
    permissions: list[str]
    """What the robot account may do."""
    harbor_id: int | None | UnsetType = UNSET
    """The ID of the robot account in Harbor."""
    last_used_at: datetime.datetime | None | UnsetType = UNSET
    """When the robot account was last used."""
    created_at: datetime.datetime
    """When the robot account was created."""
    updated_at: datetime.datetime
    """When the robot account was last changed."""


class CreatedRobotAccount(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A robot account with its secret."""

    id: str
    """The ID of the robot account."""
    org_id: str
    """The organization that owns the robot account."""
    name: str
    """The name of the robot account, chosen by its owner."""
    permissions: list[str]
    """What the robot account may do."""
    harbor_id: int | None | UnsetType = UNSET
    """The ID of the robot account in Harbor."""
    last_used_at: datetime.datetime | None | UnsetType = UNSET
    """When the robot account was last used."""
    created_at: datetime.datetime
    """When the robot account was created."""
    updated_at: datetime.datetime
    """When the robot account was last changed."""
    token: str
    """The secret. No other response contains it."""


class CreateRobotAccount(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """A robot account to create."""

    name: str
    """The name of the robot account."""
    permissions: list[str] | UnsetType = UNSET
    """What the robot account may do."""

    def __init__(self, *, name: str, permissions: Sequence[str] | UnsetType = UNSET) -> None: ...


class Usage(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """The charges of a month so far."""

    org_id: UUID
    """The organization."""
    period_start: datetime.datetime
    """When the month begins."""
    period_end: datetime.datetime
    """When the month ends."""
    items: list[UsageRecord]
    """The hourly usage of node pools that scale automatically."""
    total_eur: JsonNumber
    """The sum of usage and subscriptions, in euros."""
    subscriptions: list[Subscription]
    """The monthly charges for control planes and node pools of a fixed size."""


class UsageRecord(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """The usage of a resource, recorded each hour."""

    id: UUID
    """The ID of the record."""
    org_id: UUID
    """The organization."""
    cluster_id: UUID | None | UnsetType = UNSET
    """The cluster."""
    node_pool_id: UUID | None | UnsetType = UNSET
    """The node pool."""
    resource_type: str
    """What was used."""
    quantity: JsonNumber
    """How much was used."""
    unit: str
    """The unit of the quantity."""
    recorded_at: datetime.datetime
    """When the usage was recorded."""


class Subscription(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A charge that does not depend on usage."""

    kind: SubscriptionKind
    cluster_id: UUID | None | UnsetType = UNSET
    """The cluster."""
    node_pool_id: UUID | None | UnsetType = UNSET
    """The node pool."""
    name: str
    """The name of what is charged for."""
    amount_eur: JsonNumber
    """The charge for the month, in euros."""


class PaymentMethodList(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """All payment methods of an organization."""

    items: list[PaymentMethod]
    """The payment methods."""


class PaymentMethod(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A card that an organization pays with."""

    id: UUID
    """The ID of the payment method."""
    org_id: UUID
    """The organization that pays with it."""
    card_brand: str | None | UnsetType = UNSET
    """The brand of the card."""
    card_last4: str | None | UnsetType = UNSET
    """The last four digits of the card's number."""
    card_exp_month: int | None | UnsetType = UNSET
    """The month in which the card expires."""
    card_exp_year: int | None | UnsetType = UNSET
    """The year in which the card expires."""
    is_default: bool
    """Whether the organization pays with it by default."""
    created_at: datetime.datetime
    """When the payment method was added."""


class CreatePaymentMethod(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """A payment method to add."""

    stripe_pm_id: str
    """The ID of the payment method at Stripe."""
    is_default: bool | UnsetType = UNSET
    """Whether to make it the default."""


class Outcome(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """What a request has led to."""

    status: str | UnsetType = UNSET
    """The outcome, in one word."""


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


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    RegistryState: TypeAlias = Registry | DisabledRegistry | Unknown
    """The registry of an organization, or an object that says that it has none."""
else:
    from ._runtime._union import one_of

    RegistryState = one_of("RegistryState", lambda: (Registry, DisabledRegistry))
