"""The operations of `Clock`, under `/time`."""

from __future__ import annotations

import datetime

from .._runtime import AsyncResource, Operation, Request, Resource

_GET_TIME: Operation[datetime.datetime] = Operation(
    id="getTime", method="GET", path="/time", successes={200: datetime.datetime}
)


def _get_time() -> Request[datetime.datetime]:
    return _GET_TIME.request()


class Clock(Resource):
    """The operations of `Clock`, under `/time`."""

    def get_time(self) -> datetime.datetime:
        """Get time.

        ``GET /time``

        Returns:
            The time.
        """
        return self._send(_get_time())


class AsyncClock(AsyncResource):
    """The operations of `Clock`, under `/time`.

    Async counterpart of `Clock`.
    """

    async def get_time(self) -> datetime.datetime:
        """Get time.

        ``GET /time``

        Returns:
            The time.
        """
        return await self._send(_get_time())
