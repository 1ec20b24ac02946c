"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NotRequired, TypeAlias, TypedDict

from . import models
from ._runtime._former import former_classes


class NodeDict(TypedDict):
    """`models.Node` as a dict."""

    host: NotRequired[str]
    hostname: NotRequired[str]
    """Deprecated: `hostname` is called `host` now; version 3.0.0 drops the old name."""
    kind: NotRequired[NodeKind]
    type: NotRequired[NodeKind]
    """Deprecated: `type` is called `kind` now."""
    property: NotRequired[str]
    deprecated: NotRequired[bool]


GatewayDict = TypedDict(
    "GatewayDict",
    {
        "ip_address": "NotRequired[str]",
        "ip-address": "NotRequired[str]",
        "public": "NotRequired[bool]",
    },
)
"""`models.Gateway` as a dict."""


Size: TypeAlias = models.Size | Literal["small", "large"]
NodeKind: TypeAlias = models.NodeKind | Literal["cpu", "gpu"]
NodeOrder: TypeAlias = models.NodeOrder | Literal["up", "down"]
Node: TypeAlias = models.Node | NodeDict
Gateway: TypeAlias = models.Gateway | GatewayDict

if TYPE_CHECKING:
    ClusterEdge: TypeAlias = models.ClusterEdge | NodeDict | GatewayDict
else:
    ClusterEdge = models.ClusterEdge


if TYPE_CHECKING:
    GroupSize: TypeAlias = Size
    """Deprecated: `GroupSize` is called `Size` now."""
    MachineOrder: TypeAlias = NodeOrder
    """Deprecated: `MachineOrder` is called `NodeOrder` now."""
    NodeSort: TypeAlias = NodeOrder
    """Deprecated: `NodeSort` is called `NodeOrder` now."""
    MachineSort: TypeAlias = NodeOrder
    """Deprecated: `MachineSort` is called `NodeOrder` now."""
    GroupEdge: TypeAlias = ClusterEdge
    """Deprecated: `GroupEdge` is called `ClusterEdge` now; version 3.0.0 drops the old name."""
else:
    __getattr__ = former_classes(
        __name__,
        {
            "GroupSize": "Size",
            "MachineOrder": "NodeOrder",
            "NodeSort": "NodeOrder",
            "MachineSort": "NodeOrder",
            "GroupEdge": "ClusterEdge",
        },
        until={"GroupEdge": "3.0.0"},
    )
