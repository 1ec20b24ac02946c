"""The operations of `cached_property`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import UNSET, UnsetType

from .. import models as models_
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated as deprecated_

if TYPE_CHECKING:
    from .. import params

_MODELS: Operation[list[models_.Thing]] = Operation(
    id="models", method="GET", path="/models", successes={200: list[models_.Thing]}
)


def _models(
    old: str | UnsetType, level: params.Level | UnsetType, sort: params.ModelSort | UnsetType
) -> Request[list[models_.Thing]]:
    return _MODELS.request(query={"old": old, "level": level, "sort": sort})


_DEPRECATED: Operation[None] = Operation(
    id="deprecated", method="POST", path="/models", successes={204: None}, spread_body=True
)


def _deprecated(
    deprecated: bool | UnsetType,
    level: params.Level | None | UnsetType,
    own: params.Level | UnsetType,
) -> Request[None]:
    return _DEPRECATED.request(json=models_.Thing(deprecated=deprecated, level=level, own=own))


_FIND: Operation[models_.Thing] = Operation(
    id="find", method="GET", path="/things", successes={200: models_.Thing}
)


def _find() -> Request[models_.Thing]:
    return _FIND.request()


class CachedProperty(Resource):
    """The operations of `cached_property`."""

    @deprecated_("GET /models is deprecated")
    def models(
        self,
        *,
        old: str | UnsetType = UNSET,
        level: params.Level | UnsetType = UNSET,
        sort: params.ModelSort | UnsetType = UNSET,
    ) -> list[models_.Thing]:
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
        return self._send(_models(old, level, sort))

    @deprecated_("POST /models is deprecated")
    def deprecated(
        self,
        *,
        deprecated: bool | UnsetType = UNSET,
        level: params.Level | None | UnsetType = UNSET,
        own: params.Level | UnsetType = UNSET,
    ) -> None:
        """Deprecated.

        ``POST /models``

        Args:
            deprecated: Deprecated.
            level: The server's default is `high`.
            own: The server's default is `low`.
        """
        return self._send(_deprecated(deprecated, level, own))

    def find(self) -> models_.Thing:
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

    @deprecated_("GET /models is deprecated")
    async def models(
        self,
        *,
        old: str | UnsetType = UNSET,
        level: params.Level | UnsetType = UNSET,
        sort: params.ModelSort | UnsetType = UNSET,
    ) -> list[models_.Thing]:
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
        return await self._send(_models(old, level, sort))

    @deprecated_("POST /models is deprecated")
    async def deprecated(
        self,
        *,
        deprecated: bool | UnsetType = UNSET,
        level: params.Level | None | UnsetType = UNSET,
        own: params.Level | UnsetType = UNSET,
    ) -> None:
        """Deprecated.

        ``POST /models``

        Args:
            deprecated: Deprecated.
            level: The server's default is `high`.
            own: The server's default is `low`.
        """
        return await self._send(_deprecated(deprecated, level, own))

    async def find(self) -> models_.Thing:
        """Find.

        ``GET /things``

        Returns:
            It.
        """
        return await self._send(_find())
