"""The operations of `Archives`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[bytes] = Operation(
    id="getArchive",
    method="GET",
    path="/archives/{name}",
    successes={"2XX": {"*/*": bytes}},
    errors={302: None, 404: None},
)


def _get(name: str) -> Request[bytes]:
    return _GET.request(name)


_MOVE: Operation[None] = Operation(
    id="moveArchive", method="PUT", path="/archives/{name}", successes={}, errors={303: None}
)


def _move(name: str) -> Request[None]:
    return _MOVE.request(name)


_CHECK: Operation[None] = Operation(
    id="checkArchive", method="HEAD", path="/archives/{name}", successes={}, errors={302: None}
)


def _check(name: str) -> Request[None]:
    return _CHECK.request(name)


_LIST_REPORT: Operation[list[str]] = Operation(
    id="getReport", method="GET", path="/report", successes={200: list[str]}, errors={302: None}
)


def _list_report() -> Request[list[str]]:
    return _LIST_REPORT.request()


class Archives(Resource):
    """The operations of `Archives`."""

    def get(self, name: str) -> bytes:
        """Get archive.

        ``GET /archives/{name}``

        Returns:
            The archive is elsewhere.

        Raises:
            APIStatusError: 302: The archive is elsewhere.
            NotFoundError: There is none.
        """
        return self._send(_get(name))

    def move(self, name: str) -> None:
        """Move archive.

        ``PUT /archives/{name}``

        Raises:
            APIStatusError: 303: It is elsewhere now.
        """
        return self._send(_move(name))

    def check(self, name: str) -> None:
        """Check archive.

        ``HEAD /archives/{name}``

        Raises:
            APIStatusError: 302: The archive is elsewhere.
        """
        return self._send(_check(name))

    def list_report(self) -> list[str]:
        """Get report.

        ``GET /report``

        Returns:
            The report.

        Raises:
            APIStatusError: 302: The report is elsewhere.
        """
        return self._send(_list_report())


class AsyncArchives(AsyncResource):
    """The operations of `Archives`.

    Async counterpart of `Archives`.
    """

    async def get(self, name: str) -> bytes:
        """Get archive.

        ``GET /archives/{name}``

        Returns:
            The archive is elsewhere.

        Raises:
            APIStatusError: 302: The archive is elsewhere.
            NotFoundError: There is none.
        """
        return await self._send(_get(name))

    async def move(self, name: str) -> None:
        """Move archive.

        ``PUT /archives/{name}``

        Raises:
            APIStatusError: 303: It is elsewhere now.
        """
        return await self._send(_move(name))

    async def check(self, name: str) -> None:
        """Check archive.

        ``HEAD /archives/{name}``

        Raises:
            APIStatusError: 302: The archive is elsewhere.
        """
        return await self._send(_check(name))

    async def list_report(self) -> list[str]:
        """Get report.

        ``GET /report``

        Returns:
            The report.

        Raises:
            APIStatusError: 302: The report is elsewhere.
        """
        return await self._send(_list_report())
