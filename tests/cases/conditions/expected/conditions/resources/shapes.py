"""The operations of `Shapes`, under `/shapes`."""

from __future__ import annotations

import builtins
from typing import Any

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_LIST: Operation[builtins.list[models.Shape]] = Operation(
    id="listShapes", method="GET", path="/shapes", successes={200: builtins.list[models.Shape]}
)


def _list(size: models.Size | UnsetType) -> Request[builtins.list[models.Shape]]:
    return _LIST.request(query={"size": size})


_CREATE: Operation[models.Shape] = Operation(
    id="createShape", method="POST", path="/shapes", successes={200: models.Shape}, spread_body=True
)


def _create(
    kind: models.ShapeKind,
    size: models.Size | UnsetType,
    centre: builtins.list[float] | UnsetType,
    named: builtins.list[str | int] | UnsetType,
    labels: dict[str, str | int] | UnsetType,
    note: str | UnsetType,
    picture: str | UnsetType,
    huge: int | UnsetType,
    ratio: float | UnsetType,
    code: models.ShapeCode | UnsetType,
    mixed: models.ShapeMixed | UnsetType,
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

    def list(self, *, size: models.Size | UnsetType = UNSET) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            The shapes.
        """
        return self._send(_list(size))

    def create(
        self,
        *,
        kind: models.ShapeKind,
        size: models.Size | UnsetType = UNSET,
        centre: builtins.list[float] | UnsetType = UNSET,
        named: builtins.list[str | int] | UnsetType = UNSET,
        labels: dict[str, str | int] | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        picture: str | UnsetType = UNSET,
        huge: int | UnsetType = UNSET,
        ratio: float | UnsetType = UNSET,
        code: models.ShapeCode | UnsetType = UNSET,
        mixed: models.ShapeMixed | UnsetType = UNSET,
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

    async def list(self, *, size: models.Size | UnsetType = UNSET) -> builtins.list[models.Shape]:
        """List shapes.

        ``GET /shapes``

        Returns:
            The shapes.
        """
        return await self._send(_list(size))

    async def create(
        self,
        *,
        kind: models.ShapeKind,
        size: models.Size | UnsetType = UNSET,
        centre: builtins.list[float] | UnsetType = UNSET,
        named: builtins.list[str | int] | UnsetType = UNSET,
        labels: dict[str, str | int] | UnsetType = UNSET,
        note: str | UnsetType = UNSET,
        picture: str | UnsetType = UNSET,
        huge: int | UnsetType = UNSET,
        ratio: float | UnsetType = UNSET,
        code: models.ShapeCode | UnsetType = UNSET,
        mixed: models.ShapeMixed | UnsetType = UNSET,
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
