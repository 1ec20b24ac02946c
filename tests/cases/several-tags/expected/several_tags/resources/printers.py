"""What prints."""

from __future__ import annotations

import builtins

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Printer] = Operation(
    id="getPrinter", method="GET", path="/printers/{printer_id}", successes={200: models.Printer}
)


def _get(printer_id: str) -> Request[models.Printer]:
    return _GET.request(printer_id)


_LIST: Operation[builtins.list[models.Printer]] = Operation(
    id="listPrinters",
    method="GET",
    path="/printers",
    successes={200: builtins.list[models.Printer]},
    security=[],
)


def _list() -> Request[builtins.list[models.Printer]]:
    return _LIST.request()


class Printers(Resource):
    """What prints."""

    def get(self, printer_id: str) -> models.Printer:
        """Get a printer.

        ``GET /printers/{printerId}``

        Args:
            printer_id: The printer.

        Returns:
            The printer.
        """
        return self._send(_get(printer_id))

    def list(self) -> builtins.list[models.Printer]:
        """List the printers.

        ``GET /printers``

        No credentials are required.

        Returns:
            All printers.
        """
        return self._send(_list())


class AsyncPrinters(AsyncResource):
    """What prints.

    Async counterpart of `Printers`.
    """

    async def get(self, printer_id: str) -> models.Printer:
        """Get a printer.

        ``GET /printers/{printerId}``

        Args:
            printer_id: The printer.

        Returns:
            The printer.
        """
        return await self._send(_get(printer_id))

    async def list(self) -> builtins.list[models.Printer]:
        """List the printers.

        ``GET /printers``

        No credentials are required.

        Returns:
            All printers.
        """
        return await self._send(_list())
