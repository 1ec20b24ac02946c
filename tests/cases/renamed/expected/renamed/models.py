"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias, overload

import msgspec
from msgspec import UNSET, UnsetType

from ._runtime._deprecated import deprecated as deprecated_
from ._runtime._former import former_classes, former_keys, renamed_arguments
from ._runtime._former_members import FormerMembers
from ._runtime._open_enum import OpenEnum
from ._runtime._open_object import OpenObject
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class _FormerSize(FormerMembers):
    """The former names of members of `Size`."""

    @property
    @deprecated_("`BIG` is called `LARGE` now")
    def BIG(cls) -> Size:
        """Deprecated: `BIG` is called `LARGE` now."""
        return Size.LARGE

    @property
    @deprecated_("`HUGE` is called `LARGE` now; version 3.0.0 drops the old name")
    def HUGE(cls) -> Size:
        """Deprecated: `HUGE` is called `LARGE` now; version 3.0.0 drops the old name."""
        return Size.LARGE


class Size(OpenEnum, metaclass=_FormerSize):
    """Field `size` of `Cluster`."""

    SMALL = "small"
    LARGE = "large"


class NodeKind(OpenEnum):
    """Field `kind` of `Node`."""

    CPU = "cpu"
    GPU = "gpu"


class NodeOrder(OpenEnum):
    """Argument `order` of `nodes.list`."""

    UP = "up"
    DOWN = "down"


class Cluster(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `clusters.get` and `clusters.update`."""

    name: str
    size: Size | UnsetType = UNSET
    lead: Node | UnsetType = UNSET
    edges: list[ClusterEdge] | UnsetType = UNSET

    def __init__(
        self,
        *,
        name: str,
        size: _params.Size | UnsetType = UNSET,
        lead: _params.Node | UnsetType = UNSET,
        edges: Sequence[_params.ClusterEdge] | UnsetType = UNSET,
    ) -> None: ...


class Node(OpenObject):
    """Used by `nodes.list` and `nodes.create`."""

    host: str
    kind: NodeKind
    property: str | UnsetType = UNSET
    deprecated: bool | UnsetType = UNSET
    additional_properties: dict[str, str] = msgspec.field(default={})
    """Properties without a field of their own, by name."""
    __former_keys__ = former_keys({"hostname": "host", "type": "kind"}, {"hostname": "3.0.0"})

    @overload
    def __init__(
        self,
        *,
        host: str,
        kind: _params.NodeKind,
        property: str | UnsetType = UNSET,
        deprecated: bool | UnsetType = UNSET,
        additional_properties: Mapping[str, str] = ...,
    ) -> None: ...

    @overload
    @deprecated_("`hostname` is called `host` now; version 3.0.0 drops the old name")
    def __init__(
        self,
        *,
        hostname: str,
        type: _params.NodeKind | UnsetType = UNSET,
        kind: _params.NodeKind | UnsetType = UNSET,
        property: str | UnsetType = UNSET,
        deprecated: bool | UnsetType = UNSET,
        additional_properties: Mapping[str, str] = ...,
    ) -> None: ...

    @overload
    @deprecated_("`type` is called `kind` now")
    def __init__(
        self,
        *,
        host: str,
        type: _params.NodeKind,
        property: str | UnsetType = UNSET,
        deprecated: bool | UnsetType = UNSET,
        additional_properties: Mapping[str, str] = ...,
    ) -> None: ...

    @renamed_arguments({"hostname": "3.0.0"}, hostname="host", type="kind")
    def __init__(
        self,
        *,
        host: str,
        kind: _params.NodeKind,
        property: str | UnsetType = UNSET,
        deprecated: bool | UnsetType = UNSET,
        additional_properties: Mapping[str, str] = ...,
    ) -> None: ...

    @builtins.property
    @deprecated_("`hostname` is called `host` now; version 3.0.0 drops the old name")
    def hostname(self) -> str:
        """Deprecated: `hostname` is called `host` now; version 3.0.0 drops the old name."""
        return self.host

    @builtins.property
    @deprecated_("`type` is called `kind` now")
    def type(self) -> NodeKind:
        """Deprecated: `type` is called `kind` now."""
        return self.kind


class Gateway(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `ClusterEdge`."""

    ip_address: str
    public: bool | UnsetType = UNSET
    __former_keys__ = former_keys({"ip-address": "ip_address"})

    @overload
    def __init__(self, *, ip_address: str, public: bool | UnsetType = UNSET) -> None: ...

    @overload
    @deprecated_("`is_public` is called `public` now")
    def __init__(self, *, ip_address: str, is_public: bool | UnsetType) -> None: ...

    @renamed_arguments(is_public="public")
    def __init__(self, *, ip_address: str, public: bool | UnsetType = UNSET) -> None: ...

    @property
    @deprecated_("`is_public` is called `public` now")
    def is_public(self) -> bool | UnsetType:
        """Deprecated: `is_public` is called `public` now."""
        return self.public


class Report(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `nodes.create`."""

    done: bool
    age: int | UnsetType = UNSET

    @overload
    def __init__(self, *, done: bool, age: int | UnsetType = UNSET) -> None: ...

    @overload
    @deprecated_("`finished` is called `done` now")
    def __init__(self, *, finished: bool, age: int | UnsetType = UNSET) -> None: ...

    @overload
    @deprecated_("`over` is called `done` now")
    def __init__(self, *, over: bool, age: int | UnsetType = UNSET) -> None: ...

    @renamed_arguments(finished="done", over="done")
    def __init__(self, *, done: bool, age: int | UnsetType = UNSET) -> None: ...

    @property
    @deprecated_("`finished` is called `done` now")
    def finished(self) -> bool:
        """Deprecated: `finished` is called `done` now."""
        return self.done

    @property
    @deprecated_("`over` is called `done` now")
    def over(self) -> bool:
        """Deprecated: `over` is called `done` now."""
        return self.done


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    ClusterEdge: TypeAlias = Node | Gateway | Unknown
    """Field `edges` of `Cluster`."""
else:
    from ._runtime._union import one_of

    ClusterEdge = one_of("ClusterEdge", lambda: (Node, Gateway))


if TYPE_CHECKING:
    Group: TypeAlias = Cluster
    """Deprecated: `Group` is called `Cluster` now; version 3.0.0 drops the old name."""
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
            "Group": "Cluster",
            "GroupSize": "Size",
            "MachineOrder": "NodeOrder",
            "NodeSort": "NodeOrder",
            "MachineSort": "NodeOrder",
            "GroupEdge": "ClusterEdge",
        },
        until={"Group": "3.0.0", "GroupEdge": "3.0.0"},
    )
