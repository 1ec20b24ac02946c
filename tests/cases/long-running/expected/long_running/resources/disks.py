"""Disks."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource
from .._runtime._deprecated import deprecated
from .._runtime._polling import AsyncPoller, LongRunning, Poller

_GET: Operation[models.Disk] = Operation(
    id="getDisk", method="GET", path="/disks/{name}", successes={200: models.Disk}
)


def _get(name: str) -> Request[models.Disk]:
    return _GET.request(name)


_REPLACE: Operation[models.Accepted] = Operation(
    id="replaceDisk",
    method="PUT",
    path="/disks/{name}",
    successes={202: models.Accepted},
    spread_body=True,
)

_BEGIN_REPLACE: LongRunning[models.Disk] = LongRunning(result=models.Disk, is_at_path=True)


def _replace(name: str, size: int) -> Request[models.Accepted]:
    return _REPLACE.request(name, json=models.ReplaceDiskRequest(size=size))


_DELETE: Operation[None] = Operation(
    id="deleteDisk", method="DELETE", path="/disks/{name}", successes={202: None, 204: None}
)

_BEGIN_DELETE: LongRunning[None] = LongRunning()


def _delete(name: str) -> Request[None]:
    return _DELETE.request(name)


_SNAPSHOT: Operation[models.Disk | None] = Operation(
    id="snapshotDisk",
    method="POST",
    path="/disks/{name}/snapshot",
    successes={200: models.Disk, 202: None},
)

_BEGIN_SNAPSHOT: LongRunning[models.Disk] = LongRunning(result=models.Disk)


def _snapshot(name: str) -> Request[models.Disk | None]:
    return _SNAPSHOT.request(name)


class Disks(Resource):
    """Disks."""

    def get(self, name: str) -> models.Disk:
        """Get a disk.

        ``GET /disks/{name}``

        Args:
            name: The name of the disk.

        Returns:
            The disk.
        """
        return self._send(_get(name))

    def replace(self, name: str, *, size: int) -> models.Accepted:
        """Create or replace a disk.

        ``PUT /disks/{name}``

        Args:
            name: The name of the disk.

        Returns:
            It is being replaced.
        """
        return self._send(_replace(name, size))

    def begin_replace(self, name: str, *, size: int) -> Poller[models.Disk, models.Accepted]:
        """Call `replace` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``PUT /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return _BEGIN_REPLACE.begin(self._client, _replace(name, size))

    @deprecated("DELETE /disks/{name} is deprecated")
    def delete(self, name: str) -> None:
        """Deprecated.

        Delete a disk.

        ``DELETE /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return self._send(_delete(name))

    @deprecated("DELETE /disks/{name} is deprecated")
    def begin_delete(self, name: str) -> Poller[None, None]:
        """Call `delete` and return a poller.

        Its `wait()` waits until the operation is done.

        ``DELETE /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return _BEGIN_DELETE.begin(self._client, _delete(name))

    def snapshot(self, name: str) -> models.Disk | None:
        """Take a snapshot.

        ``POST /disks/{name}/snapshot``

        Returns:
            The snapshot. Or: It is being taken.
        """
        return self._send(_snapshot(name))

    def begin_snapshot(self, name: str) -> Poller[models.Disk, models.Disk | None]:
        """Call `snapshot` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``POST /disks/{name}/snapshot``
        """
        return _BEGIN_SNAPSHOT.begin(self._client, _snapshot(name))


class AsyncDisks(AsyncResource):
    """Disks.

    Async counterpart of `Disks`.
    """

    async def get(self, name: str) -> models.Disk:
        """Get a disk.

        ``GET /disks/{name}``

        Args:
            name: The name of the disk.

        Returns:
            The disk.
        """
        return await self._send(_get(name))

    async def replace(self, name: str, *, size: int) -> models.Accepted:
        """Create or replace a disk.

        ``PUT /disks/{name}``

        Args:
            name: The name of the disk.

        Returns:
            It is being replaced.
        """
        return await self._send(_replace(name, size))

    async def begin_replace(
        self, name: str, *, size: int
    ) -> AsyncPoller[models.Disk, models.Accepted]:
        """Call `replace` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``PUT /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return await _BEGIN_REPLACE.async_begin(self._client, _replace(name, size))

    @deprecated("DELETE /disks/{name} is deprecated")
    async def delete(self, name: str) -> None:
        """Deprecated.

        Delete a disk.

        ``DELETE /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return await self._send(_delete(name))

    @deprecated("DELETE /disks/{name} is deprecated")
    async def begin_delete(self, name: str) -> AsyncPoller[None, None]:
        """Call `delete` and return a poller.

        Its `wait()` waits until the operation is done.

        ``DELETE /disks/{name}``

        Args:
            name: The name of the disk.
        """
        return await _BEGIN_DELETE.async_begin(self._client, _delete(name))

    async def snapshot(self, name: str) -> models.Disk | None:
        """Take a snapshot.

        ``POST /disks/{name}/snapshot``

        Returns:
            The snapshot. Or: It is being taken.
        """
        return await self._send(_snapshot(name))

    async def begin_snapshot(self, name: str) -> AsyncPoller[models.Disk, models.Disk | None]:
        """Call `snapshot` and return a poller.

        Its `wait()` waits until the operation is done and returns the result.

        ``POST /disks/{name}/snapshot``
        """
        return await _BEGIN_SNAPSHOT.async_begin(self._client, _snapshot(name))
