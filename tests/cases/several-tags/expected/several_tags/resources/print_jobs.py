"""What is printed."""

from __future__ import annotations

from msgspec import UNSET, UnsetType

from .. import models
from .._runtime import AsyncResource, Operation, Request, Resource

_CREATE: Operation[models.PrintJob] = Operation(
    id="createPrintJob",
    method="POST",
    path="/printers/{printer_id}/jobs",
    successes={201: models.PrintJob},
    spread_body=True,
)


def _create(printer_id: str, text: str, copies: int | UnsetType) -> Request[models.PrintJob]:
    return _CREATE.request(printer_id, json=models.NewPrintJob(text=text, copies=copies))


class PrintJobs(Resource):
    """What is printed."""

    def create(
        self, printer_id: str, *, text: str, copies: int | UnsetType = UNSET
    ) -> models.PrintJob:
        """Print a text.

        ``POST /printers/{printerId}/jobs``

        Args:
            printer_id: The printer.
            copies: The server's default is `1`.

        Returns:
            The job.
        """
        return self._send(_create(printer_id, text, copies))


class AsyncPrintJobs(AsyncResource):
    """What is printed.

    Async counterpart of `PrintJobs`.
    """

    async def create(
        self, printer_id: str, *, text: str, copies: int | UnsetType = UNSET
    ) -> models.PrintJob:
        """Print a text.

        ``POST /printers/{printerId}/jobs``

        Args:
            printer_id: The printer.
            copies: The server's default is `1`.

        Returns:
            The job.
        """
        return await self._send(_create(printer_id, text, copies))
