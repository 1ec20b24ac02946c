"""The operations of `files`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._styles import Style

_GET_ONE: Operation[None] = Operation(
    id="getOne", method="GET", path="/one/{path}", successes={204: None}
)


def _get_one(path: str) -> Request[None]:
    return _GET_ONE.request(path)


_GET_DECLARED: Operation[None] = Operation(
    id="getDeclared", method="GET", path="/declared/{rest:path}", successes={204: None}
)


def _get_declared(rest: str) -> Request[None]:
    return _GET_DECLARED.request(rest)


_GET_RESERVED: Operation[None] = Operation(
    id="getReserved",
    method="GET",
    path="/reserved/{path:path}",
    successes={204: None},
    styles={"path": {"path": Style("simple", reserved=True)}},
)


def _get_reserved(path: str) -> Request[None]:
    return _GET_RESERVED.request(path)


_GET_EXPANDED: Operation[None] = Operation(
    id="getExpanded", method="GET", path="/expanded/{path:path}", successes={204: None}
)


def _get_expanded(path: str) -> Request[None]:
    return _GET_EXPANDED.request(path)


_GET_PREFIXED: Operation[None] = Operation(
    id="getPrefixed", method="GET", path="/prefixed/{path:path}", successes={204: None}
)


def _get_prefixed(path: str) -> Request[None]:
    return _GET_PREFIXED.request(path)


_GET_PROXIED: Operation[None] = Operation(
    id="getProxied", method="GET", path="/proxy/{proxy:path}", successes={204: None}
)


def _get_proxied(proxy: str) -> Request[None]:
    return _GET_PROXIED.request(proxy)


_GET_STAR: Operation[None] = Operation(
    id="getStar", method="GET", path="/star/{path:path}", successes={204: None}
)


def _get_star(path: str) -> Request[None]:
    return _GET_STAR.request(path)


class Files(Resource):
    """The operations of `files`."""

    def get_one(self, path: str) -> None:
        """Get one.

        ``GET /one/{path}``
        """
        return self._send(_get_one(path))

    def get_declared(self, rest: str) -> None:
        """Get declared.

        ``GET /declared/{rest+}``
        """
        return self._send(_get_declared(rest))

    def get_reserved(self, path: str) -> None:
        """Get reserved.

        ``GET /reserved/{path}``
        """
        return self._send(_get_reserved(path))

    def get_expanded(self, path: str) -> None:
        """Get expanded.

        ``GET /expanded/{path}``
        """
        return self._send(_get_expanded(path))

    def get_prefixed(self, path: str) -> None:
        """Get prefixed.

        ``GET /prefixed/{path}``
        """
        return self._send(_get_prefixed(path))

    def get_proxied(self, proxy: str) -> None:
        """Get proxied.

        ``GET /proxy/{proxy}``
        """
        return self._send(_get_proxied(proxy))

    def get_star(self, path: str) -> None:
        """Get star.

        ``GET /star/{path}``
        """
        return self._send(_get_star(path))


class AsyncFiles(AsyncResource):
    """The operations of `files`.

    Async counterpart of `Files`.
    """

    async def get_one(self, path: str) -> None:
        """Get one.

        ``GET /one/{path}``
        """
        return await self._send(_get_one(path))

    async def get_declared(self, rest: str) -> None:
        """Get declared.

        ``GET /declared/{rest+}``
        """
        return await self._send(_get_declared(rest))

    async def get_reserved(self, path: str) -> None:
        """Get reserved.

        ``GET /reserved/{path}``
        """
        return await self._send(_get_reserved(path))

    async def get_expanded(self, path: str) -> None:
        """Get expanded.

        ``GET /expanded/{path}``
        """
        return await self._send(_get_expanded(path))

    async def get_prefixed(self, path: str) -> None:
        """Get prefixed.

        ``GET /prefixed/{path}``
        """
        return await self._send(_get_prefixed(path))

    async def get_proxied(self, proxy: str) -> None:
        """Get proxied.

        ``GET /proxy/{proxy}``
        """
        return await self._send(_get_proxied(proxy))

    async def get_star(self, path: str) -> None:
        """Get star.

        ``GET /star/{path}``
        """
        return await self._send(_get_star(path))
