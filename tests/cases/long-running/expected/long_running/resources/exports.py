"""Exports."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._polling import AsyncPoller, LongRunning, Poller

_CREATE: Operation[models.Export | None] = Operation(
    id="createExport", method="POST", path="/exports", successes={201: models.Export, 202: None}
)

_BEGIN_CREATE: LongRunning[models.Export] = LongRunning(result=models.Export)


def _create() -> Request[models.Export | None]:
    return _CREATE.request()


_MAIL: Operation[None] = Operation(
    id="mailExport", method="POST", path="/exports/mail", successes={202: None}
)

_BEGIN_MAIL: LongRunning[None] = LongRunning()


def _mail() -> Request[None]:
    return _MAIL.request()


_COPY: Operation[None] = Operation(
    id="copyExport", method="POST", path="/exports/copy", successes={202: None}
)


def _copy() -> Request[None]:
    return _COPY.request()


_MERGE: Operation[None] = Operation(
    id="mergeExports", method="POST", path="/exports/merge", successes={202: None}
)


def _merge() -> Request[None]:
    return _MERGE.request()


class Exports(Resource):
    """Exports."""

    def create(self) -> models.Export | None:
        """Export everything.

        ``POST /exports``

        Returns:
            The export. Or: It is being exported.
        """
        return self._send(_create())

    def begin_create(self) -> Poller[models.Export, models.Export | None]:
        """Call `create` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``POST /exports``
        """
        return _BEGIN_CREATE.begin(self._client, _create())

    def mail(self) -> None:
        """Mail an export.

        ``POST /exports/mail``
        """
        return self._send(_mail())

    def begin_mail(self) -> Poller[None, None]:
        """Call `mail` and return a poller.

        Its `wait()` waits until the operation is done.

        ``POST /exports/mail``
        """
        return _BEGIN_MAIL.begin(self._client, _mail())

    def copy(self) -> None:
        """Copy an export.

        The header leads to the copy, which exists at once, so there is nothing to wait for.

        ``POST /exports/copy``
        """
        return self._send(_copy())

    def merge(self) -> None:
        """Merge exports.

        ``POST /exports/merge``
        """
        return self._send(_merge())


class AsyncExports(AsyncResource):
    """Exports.

    Async counterpart of `Exports`.
    """

    async def create(self) -> models.Export | None:
        """Export everything.

        ``POST /exports``

        Returns:
            The export. Or: It is being exported.
        """
        return await self._send(_create())

    async def begin_create(self) -> AsyncPoller[models.Export, models.Export | None]:
        """Call `create` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``POST /exports``
        """
        return await _BEGIN_CREATE.async_begin(self._client, _create())

    async def mail(self) -> None:
        """Mail an export.

        ``POST /exports/mail``
        """
        return await self._send(_mail())

    async def begin_mail(self) -> AsyncPoller[None, None]:
        """Call `mail` and return a poller.

        Its `wait()` waits until the operation is done.

        ``POST /exports/mail``
        """
        return await _BEGIN_MAIL.async_begin(self._client, _mail())

    async def copy(self) -> None:
        """Copy an export.

        The header leads to the copy, which exists at once, so there is nothing to wait for.

        ``POST /exports/copy``
        """
        return await self._send(_copy())

    async def merge(self) -> None:
        """Merge exports.

        ``POST /exports/merge``
        """
        return await self._send(_merge())
