"""The operations of `cached_property`."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated

_MODELS_: Operation[list[models.Thing]] = Operation(
    id="models", method="GET", path="/models", successes={200: list[models.Thing]}
)


def _models_(
    old: str | UnsetType, level: models.Level | UnsetType, sort: models.ModelsSort | UnsetType
) -> Request[list[models.Thing]]:
    return _MODELS_.request(query={"old": old, "level": level, "sort": sort})


_DEPRECATED_: Operation[None] = Operation(
    id="deprecated", method="POST", path="/models", successes={204: None}
)


def _deprecated_(
    deprecated: bool | UnsetType,
    level: models.Level | None | UnsetType,
    own: models.Level | UnsetType,
) -> Request[None]:
    return _DEPRECATED_.request(json=models.Thing(deprecated=deprecated, level=level, own=own))


_FIND: Operation[models.Thing] = Operation(
    id="find", method="GET", path="/things", successes={200: models.Thing}
)


def _find() -> Request[models.Thing]:
    return _FIND.request()


class CachedProperty(Resource):
    """The operations of `cached_property`."""

    @deprecated("GET /models is deprecated")
    def models_(
        self,
        *,
        old: str | UnsetType = UNSET,
        level: models.Level | UnsetType = UNSET,
        sort: models.ModelsSort | UnsetType = UNSET,
    ) -> list[models.Thing]:
        """Deprecated.

        Use `find` instead.

        ``GET /models``

        Args:
            old: Deprecated.
            level: The server's default is `high`.
            sort: How to sort. The server's default is `down`.

        Returns:
            They.
        """
        return self._send(_models_(old, level, sort))

    @deprecated("POST /models is deprecated")
    def deprecated_(
        self,
        *,
        deprecated: bool | UnsetType = UNSET,
        level: models.Level | None | UnsetType = UNSET,
        own: models.Level | UnsetType = UNSET,
    ) -> None:
        """``POST /models``

        Args:
            deprecated: Deprecated.
            level: The server's default is `high`.
            own: The server's default is `low`.
        """
        return self._send(_deprecated_(deprecated, level, own))

    def find(self) -> models.Thing:
        """Find.

        ``GET /things``

        Returns:
            It.
        """
        return self._send(_find())


class AsyncCachedProperty(AsyncResource):
    """The operations of `cached_property`.

    Async counterpart of `CachedProperty`.
    """

    @deprecated("GET /models is deprecated")
    async def models_(
        self,
        *,
        old: str | UnsetType = UNSET,
        level: models.Level | UnsetType = UNSET,
        sort: models.ModelsSort | UnsetType = UNSET,
    ) -> list[models.Thing]:
        """Deprecated.

        Use `find` instead.

        ``GET /models``

        Args:
            old: Deprecated.
            level: The server's default is `high`.
            sort: How to sort. The server's default is `down`.

        Returns:
            They.
        """
        return await self._send(_models_(old, level, sort))

    @deprecated("POST /models is deprecated")
    async def deprecated_(
        self,
        *,
        deprecated: bool | UnsetType = UNSET,
        level: models.Level | None | UnsetType = UNSET,
        own: models.Level | UnsetType = UNSET,
    ) -> None:
        """``POST /models``

        Args:
            deprecated: Deprecated.
            level: The server's default is `high`.
            own: The server's default is `low`.
        """
        return await self._send(_deprecated_(deprecated, level, own))

    async def find(self) -> models.Thing:
        """Find.

        ``GET /things``

        Returns:
            It.
        """
        return await self._send(_find())
