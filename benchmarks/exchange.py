"""The request and the response that all candidates exchange: an update of a complete cluster."""

from __future__ import annotations

import json
from uuid import UUID

BEARER = "aether_0a1b2c3d"
ORGANIZATION = UUID("2489e9ad-2ee2-8e00-8ec9-32d5f69181c0")
CLUSTER = UUID("7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36")
NAME = "payments-production"
VERSION = "1.34.2"

_ANSWER = {
    "id": str(CLUSTER),
    "org_id": str(ORGANIZATION),
    "name": NAME,
    "region": "eu-central-1",
    "k8s_version": VERSION,
    "status": "upgrading",
    "status_message": "2 of 5 workers run 1.34.2",
    "endpoint": "https://payments-production.k8s.example.com:6443",
    "observed_kubernetes_version": "1.33.6",
    "capi_cluster_name": "payments-production-7c1f0b52",
    "keycloak_realm": "org-2489e9ad",
    "harbor_project": "org-2489e9ad",
    "ceph_pool": "k8s-7c1f0b52",
    "lb_subnet": "10.40.12.0/26",
    "worker_subnet": "10.64.7.0/24",
    "created_at": "2026-03-02T09:14:27Z",
    "updated_at": "2026-05-19T16:40:03Z",
}


def one() -> bytes:
    """The JSON of a cluster with all fields."""
    return json.dumps(_ANSWER, separators=(",", ":")).encode()


def many(number: int) -> bytes:
    """The JSON of a list of clusters."""
    return b"[" + b",".join([one()] * number) + b"]"
