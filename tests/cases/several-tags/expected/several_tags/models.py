"""The objects and values that the API takes and sends.

Where a response is not as documented, a field has what the response has, whatever its annotation
says; `UNSET` if it is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Printer(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Answer of `printers.get`, among others."""

    id: str
    queue: list[PrintJob] | UnsetType = UNSET


class NewPrintJob(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `print_jobs.create`."""

    text: str
    copies: int | UnsetType = UNSET
    """The server's default is `1`."""


class PrintJob(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Answer of `print_jobs.create`, among others."""

    id: int
    text: str
