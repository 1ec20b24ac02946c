"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import msgspec
from msgspec import UNSET, Struct, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct, constant_field

if TYPE_CHECKING:
    from . import params as _params


class ToolKind(OpenEnum):
    SAW = "saw"
    HAMMER = "Hammer"
    DRILL = "drill"


class Pet(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Whatever is kept at home."""

    pet_type: str = msgspec.field(name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""

    def __init__(
        self, *, pet_type: str, friend: _params.AnyPet | None | UnsetType = UNSET
    ) -> None: ...


class Cat(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `AnyPet`."""

    pet_type: str = constant_field("cat", name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""
    lives: int | UnsetType = UNSET

    def __init__(
        self,
        *,
        pet_type: str = "cat",
        friend: _params.AnyPet | None | UnsetType = UNSET,
        lives: int | UnsetType = UNSET,
    ) -> None: ...


class Dog(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Member of the union `AnyPet`."""

    pet_type: str = constant_field("Dog", name="petType")
    friend: AnyPet | None | UnsetType = UNSET
    """Whom it likes."""
    bark: str | UnsetType = UNSET

    def __init__(
        self,
        *,
        pet_type: str = "Dog",
        friend: _params.AnyPet | None | UnsetType = UNSET,
        bark: str | UnsetType = UNSET,
    ) -> None: ...


class Tool(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyTool`."""

    kind: ToolKind


class Saw(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyTool`."""

    kind: ToolKind = constant_field(ToolKind.SAW)
    teeth: int | UnsetType = UNSET
    length: int | UnsetType = UNSET


class Hammer(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyTool`."""

    kind: ToolKind = constant_field(ToolKind.HAMMER)
    weight: int | UnsetType = UNSET
    length: int | UnsetType = UNSET


class Drill(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Member of the union `AnyTool`."""

    kind: ToolKind
    turns: int


if TYPE_CHECKING:
    from ._runtime._unknown import Unknown

    AnyPet: TypeAlias = Pet | Cat | Dog | Unknown
    """Whatever is kept at home.

    The property `petType` identifies the type.
    """

    AnyTool: TypeAlias = Tool | Saw | Hammer | Drill | Unknown
    """Response of `tools.get`.

    The property `kind` identifies the type.
    """
else:
    from ._runtime._union import one_of

    AnyPet = one_of(
        "AnyPet",
        lambda: (Pet, Cat, Dog),
        by="petType",
        mapping=lambda: {"cat": Cat, "Pet": Pet, "Dog": Dog, "Cat": Cat},
        base=lambda: Pet,
    )
    AnyTool = one_of(
        "AnyTool",
        lambda: (Tool, Saw, Hammer, Drill),
        by="kind",
        mapping=lambda: {"Tool": Tool, "saw": Saw, "Hammer": Hammer, "Drill": Drill},
        base=lambda: Tool,
    )
