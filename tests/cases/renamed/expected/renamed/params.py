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
ListNodesOrder: TypeAlias = models.ListNodesOrder | Literal["up", "down"]
Node: TypeAlias = models.Node | NodeDict


if TYPE_CHECKING:
    GroupSize: TypeAlias = Size
    """Deprecated: `GroupSize` is called `Size` now."""
    ListMachinesOrder: TypeAlias = ListNodesOrder
    """Deprecated: `ListMachinesOrder` is called `ListNodesOrder` now."""
    ListNodesSort: TypeAlias = ListNodesOrder
    """Deprecated: `ListNodesSort` is called `ListNodesOrder` now."""
    ListMachinesSort: TypeAlias = ListNodesOrder
    """Deprecated: `ListMachinesSort` is called `ListNodesOrder` now."""
else:
    __getattr__ = former_classes(
        __name__,
        {
            "GroupSize": "Size",
            "ListMachinesOrder": "ListNodesOrder",
            "ListNodesSort": "ListNodesOrder",
            "ListMachinesSort": "ListNodesOrder",
        },
    )
