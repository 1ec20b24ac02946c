"""Places in the API's document, as JSON pointers. Imported only if `on_drift` is used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

OPERATIONS: Mapping[str, str] = {
    "listOrganizations": "#/paths/~1api~1v1~1organizations/get",
    "updateOrganization": "#/paths/~1api~1v1~1organizations~1{orgID}/put",
    "listApiTokens": "#/paths/~1api~1v1~1organizations~1{orgID}~1api-tokens/get",
    "createApiToken": "#/paths/~1api~1v1~1organizations~1{orgID}~1api-tokens/post",
    "getCluster": "#/paths/~1api~1v1~1organizations~1{orgID}~1clusters~1{clusterID}/get",
    "updateCluster": "#/paths/~1api~1v1~1organizations~1{orgID}~1clusters~1{clusterID}/put",
    "upgradeCluster": "#/paths/~1api~1v1~1organizations~1{orgID}~1clusters~1{clusterID}~1upgrade/post",
    "getClusterNetwork": "#/paths/~1api~1v1~1organizations~1{orgID}~1clusters~1{clusterID}~1network/get",
    "getRegistry": "#/paths/~1api~1v1~1organizations~1{orgID}~1registry/get",
    "enableRegistry": "#/paths/~1api~1v1~1organizations~1{orgID}~1registry/post",
    "listRobotAccounts": "#/paths/~1api~1v1~1organizations~1{orgID}~1registry~1robot-accounts/get",
    "createRobotAccount": "#/paths/~1api~1v1~1organizations~1{orgID}~1registry~1robot-accounts/post",
    "getUsage": "#/paths/~1api~1v1~1organizations~1{orgID}~1billing~1usage/get",
    "listPaymentMethods": "#/paths/~1api~1v1~1organizations~1{orgID}~1billing~1payment-methods/get",
    "createPaymentMethod": "#/paths/~1api~1v1~1organizations~1{orgID}~1billing~1payment-methods/post",
    "setDefaultPaymentMethod": "#/paths/~1api~1v1~1organizations~1{orgID}~1billing~1payment-methods~1{pmID}~1default/post",
}
"""Operations, by id."""

MODELS: Mapping[str, str] = {}
"""Models whose schema is not at `#/components/schemas/` followed by the class name."""

MERGED: Mapping[str, Mapping[str, Sequence[str]]] = {
    "CreatedApiToken": {
        "#/components/schemas/ApiToken": [
            "id",
            "org_id",
            "name",
            "prefix",
            "scopes",
            "last_used_at",
            "expires_at",
            "created_at",
        ],
        "#/components/schemas/CreatedApiToken/allOf/1": ["token"],
    },
    "CreatedRobotAccount": {
        "#/components/schemas/RobotAccount": [
            "id",
            "org_id",
            "name",
            "permissions",
            "harbor_id",
            "last_used_at",
            "created_at",
            "updated_at",
        ],
        "#/components/schemas/CreatedRobotAccount/allOf/1": ["token"],
    },
}
"""Models with properties from other schemas: the names of the properties, by schema."""
