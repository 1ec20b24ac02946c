"""Fakes of the operations of `client.print_jobs`."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass

from msgspec import UNSET, UnsetType

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class CreateCall(Recorded):
    """A call of `print_jobs.create`."""

    printer_id: str
    _: KW_ONLY
    text: str
    copies: int | UnsetType = UNSET


class FakePrintJobs(ResourceFake):
    """Fakes of the operations of `client.print_jobs`."""

    create = Returning[models.PrintJob].of(CreateCall, "createPrintJob")
    """Print a text."""
