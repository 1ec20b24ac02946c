"""The operations of `Lamps`, under `/lamps`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[models.Lamp] = Operation(
    id="createLamp", method="POST", path="/lamps", successes={200: models.Lamp}, spread_body=True
)


def _create(
    colour: models.Colour,
    mood: models.Mood | None,
    level: models.Level | UnsetType,
    levels: list[models.Level] | UnsetType,
    socket: models.LampSocket | UnsetType,
    kind: models.LampKind | UnsetType,
    reach: models.LampReach | UnsetType,
    size: models.LampSize | UnsetType,
) -> Request[models.Lamp]:
    return _CREATE.request(
        json=models.Lamp(
            colour=colour,
            mood=mood,
            level=level,
            levels=levels,
            socket=socket,
            kind=kind,
            reach=reach,
            size=size,
        )
    )


class Lamps(Resource):
    """The operations of `Lamps`, under `/lamps`."""

    def create(
        self,
        *,
        colour: models.Colour,
        mood: models.Mood | None,
        level: models.Level | UnsetType = UNSET,
        levels: list[models.Level] | UnsetType = UNSET,
        socket: models.LampSocket | UnsetType = UNSET,
        kind: models.LampKind | UnsetType = UNSET,
        reach: models.LampReach | UnsetType = UNSET,
        size: models.LampSize | UnsetType = UNSET,
    ) -> models.Lamp:
        """Create lamp.

        ``POST /lamps``

        Args:
            colour: What it shines in.

        Returns:
            The lamp.
        """
        return self._send(_create(colour, mood, level, levels, socket, kind, reach, size))


class AsyncLamps(AsyncResource):
    """The operations of `Lamps`, under `/lamps`.

    Async counterpart of `Lamps`.
    """

    async def create(
        self,
        *,
        colour: models.Colour,
        mood: models.Mood | None,
        level: models.Level | UnsetType = UNSET,
        levels: list[models.Level] | UnsetType = UNSET,
        socket: models.LampSocket | UnsetType = UNSET,
        kind: models.LampKind | UnsetType = UNSET,
        reach: models.LampReach | UnsetType = UNSET,
        size: models.LampSize | UnsetType = UNSET,
    ) -> models.Lamp:
        """Create lamp.

        ``POST /lamps``

        Args:
            colour: What it shines in.

        Returns:
            The lamp.
        """
        return await self._send(_create(colour, mood, level, levels, socket, kind, reach, size))
