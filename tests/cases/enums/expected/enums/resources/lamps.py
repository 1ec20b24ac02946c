"""The operations of `Lamps`, under `/lamps`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

if TYPE_CHECKING:
    from .. import params

_CREATE: Operation[models.Lamp] = Operation(
    id="createLamp", method="POST", path="/lamps", successes={200: models.Lamp}, spread_body=True
)


def _create(
    colour: params.Colour,
    mood: params.Mood | None,
    level: params.Level | UnsetType,
    levels: Sequence[params.Level] | UnsetType,
    socket: params.LampSocket | UnsetType,
    kind: params.LampKind | UnsetType,
    reach: params.LampReach | UnsetType,
    size: params.LampSize | UnsetType,
    state: params.State | UnsetType,
    phase: params.Phase | UnsetType,
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
            state=state,
            phase=phase,
        )
    )


class Lamps(Resource):
    """The operations of `Lamps`, under `/lamps`."""

    def create(
        self,
        *,
        colour: params.Colour,
        mood: params.Mood | None,
        level: params.Level | UnsetType = UNSET,
        levels: Sequence[params.Level] | UnsetType = UNSET,
        socket: params.LampSocket | UnsetType = UNSET,
        kind: params.LampKind | UnsetType = UNSET,
        reach: params.LampReach | UnsetType = UNSET,
        size: params.LampSize | UnsetType = UNSET,
        state: params.State | UnsetType = UNSET,
        phase: params.Phase | UnsetType = UNSET,
    ) -> models.Lamp:
        """Create lamp.

        ``POST /lamps``

        Args:
            colour: What it shines in.

        Returns:
            The lamp.
        """
        return self._send(
            _create(colour, mood, level, levels, socket, kind, reach, size, state, phase)
        )


class AsyncLamps(AsyncResource):
    """The operations of `Lamps`, under `/lamps`.

    Async counterpart of `Lamps`.
    """

    async def create(
        self,
        *,
        colour: params.Colour,
        mood: params.Mood | None,
        level: params.Level | UnsetType = UNSET,
        levels: Sequence[params.Level] | UnsetType = UNSET,
        socket: params.LampSocket | UnsetType = UNSET,
        kind: params.LampKind | UnsetType = UNSET,
        reach: params.LampReach | UnsetType = UNSET,
        size: params.LampSize | UnsetType = UNSET,
        state: params.State | UnsetType = UNSET,
        phase: params.Phase | UnsetType = UNSET,
    ) -> models.Lamp:
        """Create lamp.

        ``POST /lamps``

        Args:
            colour: What it shines in.

        Returns:
            The lamp.
        """
        return await self._send(
            _create(colour, mood, level, levels, socket, kind, reach, size, state, phase)
        )
