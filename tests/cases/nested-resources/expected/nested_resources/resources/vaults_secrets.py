"""The operations of `secrets`, under `/x`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_REVEAL: Operation[list[str]] = Operation(
    id="wild1", method="GET", path="/x/1", successes={200: list[str]}
)


def _reveal() -> Request[list[str]]:
    return _REVEAL.request()


_ROTATE_ALL: Operation[None] = Operation(
    id="wild2", method="GET", path="/x/2", successes={204: None}
)


def _rotate_all() -> Request[None]:
    return _ROTATE_ALL.request()


class VaultsSecrets(Resource):
    """The operations of `secrets`, under `/x`."""

    def reveal(self) -> list[str]:
        """Wild1.

        ``GET /x/1``

        Returns:
            Texts.
        """
        return self._send(_reveal())

    def rotate_all(self) -> None:
        """Wild2.

        ``GET /x/2``
        """
        return self._send(_rotate_all())


class AsyncVaultsSecrets(AsyncResource):
    """The operations of `secrets`, under `/x`.

    Async counterpart of `VaultsSecrets`.
    """

    async def reveal(self) -> list[str]:
        """Wild1.

        ``GET /x/1``

        Returns:
            Texts.
        """
        return await self._send(_reveal())

    async def rotate_all(self) -> None:
        """Wild2.

        ``GET /x/2``
        """
        return await self._send(_rotate_all())
