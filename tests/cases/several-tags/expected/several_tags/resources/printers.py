"""What prints."""

from __future__ import annotations

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_GET: Operation[models.Printer] = Operation(
    id="getPrinter",
    method="GET",
    path="/printers/{printer_id}",
    answers={200: models.Printer},
    errors={},
)


def _get(
    printer_id: str,
) -> Request[models.Printer]:
    return _GET.request(
        printer_id,
    )


class Printers(Resource):
    """What prints."""

    def get(
        self,
        printer_id: str,
    ) -> models.Printer:
        """Get a printer.

        ``GET /printers/{printerId}``

        Args:
            printer_id: The printer.

        Returns:
            The printer.
        """
        return self._send(_get(printer_id))


class AsyncPrinters(AsyncResource):
    """What prints.

    `Printers`, awaited.
    """

    async def get(
        self,
        printer_id: str,
    ) -> models.Printer:
        """Get a printer.

        ``GET /printers/{printerId}``

        Args:
            printer_id: The printer.

        Returns:
            The printer.
        """
        return await self._send(_get(printer_id))
