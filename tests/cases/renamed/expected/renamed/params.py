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

    host: str
    kind: NodeKind
    property: NotRequired[str]
    deprecated: NotRequired[bool]


Size: TypeAlias = models.Size | Literal["small", "large"]
NodeKind: TypeAlias = models.NodeKind | Literal["cpu", "gpu"]
NodeOrder: TypeAlias = models.NodeOrder | Literal["up", "down"]
Node: TypeAlias = models.Node | NodeDict


if TYPE_CHECKING:
    GroupSize: TypeAlias = Size
    """Deprecated: `GroupSize` is called `Size` now."""
    MachineOrder: TypeAlias = NodeOrder
    """Deprecated: `MachineOrder` is called `NodeOrder` now."""
    NodeSort: TypeAlias = NodeOrder
    """Deprecated: `NodeSort` is called `NodeOrder` now."""
    MachineSort: TypeAlias = NodeOrder
    """Deprecated: `MachineSort` is called `NodeOrder` now."""
else:
    __getattr__ = former_classes(
        __name__,
        {
            "GroupSize": "Size",
            "MachineOrder": "NodeOrder",
            "NodeSort": "NodeOrder",
            "MachineSort": "NodeOrder",
        },
    )
