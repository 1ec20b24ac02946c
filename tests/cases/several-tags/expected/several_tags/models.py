"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from msgspec import UNSET, Struct, UnsetType


class Printer(Struct, frozen=True, kw_only=True, repr_omit_defaults=True):
    """Used by `printers.get` and `printers.list`."""

    id: str
    queue: list[PrintJob] | UnsetType = UNSET


class NewPrintJob(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Body of `print_jobs.create`."""

    text: str
    copies: int | UnsetType = UNSET
    """The server's default is `1`."""


class PrintJob(Struct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """Response of `print_jobs.create`."""

    id: int
    text: str
