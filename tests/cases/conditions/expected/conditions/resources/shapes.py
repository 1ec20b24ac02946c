"""The operations of `Shapes`, under `/shapes`."""

from __future__ import annotations

import builtins
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_LIST: Operation[builtins.list[models.Shape]] = Operation(
    id="listShapes", method="GET", path="/shapes", successes={200: builtins.list[models.Shape]}
)


def _list(size: params.Size | UnsetType) -> Request[builtins.list[models.Shape]]:
    return _LIST.request(query={"size": size})


_CREATE: Operation[models.Shape] = Operation(
    id="createShape", method="POST", path="/shapes", successes={200: models.Shape}, spread_body=True
)


def _create(
    kind: params.ShapeKind,
    size: params.Size | UnsetType,
    centre: Sequence[float] | UnsetType,
    named: Sequence[str | int] | UnsetType,
    labels: Mapping[str, str | int] | UnsetType,
    note: str | UnsetType,
    picture: str | UnsetType,
    huge: int | UnsetType,
    ratio: float | UnsetType,
    code: params.ShapeCode | UnsetType,
    mixed: params.ShapeMixed | UnsetType,
    radius: float | UnsetType,
    side: float | UnsetType,
    unit: str | UnsetType,
    colour: Any,
) -> Request[models.Shape]:
    return _CREATE.request(
        json=models.Shape(
            kind=kind,
            size=size,
            centre=centre,
            named=named,
            labels=labels,
            note=note,
            picture=picture,
            huge=huge,
            ratio=ratio,
            code=code,
            mixed=mixed,
            radius=radius,
            side=side,
            unit=unit,
            colour=colour,
        )
    )


class Shapes(Resource):
    """The operations of `Shapes`, under `/shapes`."""

    def list(self, *, size: params.Size | UnsetType = UNSET) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            The shapes.
        """
        return self._send(_list(size))

    def create(
        self,
        *,
        kind: params.ShapeKind,
        size: params.Size | UnsetType = UNSET,
        centre: Sequence[float] | UnsetType = UNSET,
        named: Sequence[str | int] | UnsetType = UNSET,
        labels: Mapping[str, str | int] | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        picture: str | UnsetType = UNSET,
        huge: int | UnsetType = UNSET,
        ratio: float | UnsetType = UNSET,
        code: params.ShapeCode | UnsetType = UNSET,
        mixed: params.ShapeMixed | UnsetType = UNSET,
        radius: float | UnsetType = UNSET,
        side: float | UnsetType = UNSET,
        unit: str | UnsetType = UNSET,
        colour: Any = UNSET,
    ) -> models.Shape:
        """Create shape.

        ``POST /shapes``

        Args:
            named: Exactly 2 items.

        Returns:
            The shape.
        """
        return self._send(
            _create(
                kind,
                size,
                centre,
                named,
                labels,
                note,
                picture,
                huge,
                ratio,
                code,
                mixed,
                radius,
                side,
                unit,
                colour,
            )
        )


class AsyncShapes(AsyncResource):
    """The operations of `Shapes`, under `/shapes`.

    Async counterpart of `Shapes`.
    """

    async def list(self, *, size: params.Size | UnsetType = UNSET) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            The shapes.
        """
        return await self._send(_list(size))

    async def create(
        self,
        *,
        kind: params.ShapeKind,
        size: params.Size | UnsetType = UNSET,
        centre: Sequence[float] | UnsetType = UNSET,
        named: Sequence[str | int] | UnsetType = UNSET,
        labels: Mapping[str, str | int] | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        picture: str | UnsetType = UNSET,
        huge: int | UnsetType = UNSET,
        ratio: float | UnsetType = UNSET,
        code: params.ShapeCode | UnsetType = UNSET,
        mixed: params.ShapeMixed | UnsetType = UNSET,
        radius: float | UnsetType = UNSET,
        side: float | UnsetType = UNSET,
        unit: str | UnsetType = UNSET,
        colour: Any = UNSET,
    ) -> models.Shape:
        """Create shape.

        ``POST /shapes``

        Args:
            named: Exactly 2 items.

        Returns:
            The shape.
        """
        return await self._send(
            _create(
                kind,
                size,
                centre,
                named,
                labels,
                note,
                picture,
                huge,
                ratio,
                code,
                mixed,
                radius,
                side,
                unit,
                colour,
            )
        )
