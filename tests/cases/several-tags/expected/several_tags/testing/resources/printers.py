"""Fakes of the operations of `client.printers`."""

from __future__ import annotations

import builtins
from dataclasses import dataclass

from ... import models
from .._declared import ResourceFake, Returning
from .._recorded import Recorded


@dataclass(eq=False, repr=False)
class GetCall(Recorded):
    """A call of `printers.get`."""

    printer_id: str


@dataclass(eq=False, repr=False)
class ListCall(Recorded):
    """A call of `printers.list`."""


class FakePrinters(ResourceFake):
    """Fakes of the operations of `client.printers`."""

    get = Returning[models.Printer].of(GetCall, "getPrinter")
    """Get a printer."""
    list = Returning[builtins.list[models.Printer]].of(ListCall, "listPrinters")
    """List the printers."""
