"""The clients of the Several tags."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ._api import FACTS
from ._runtime._token import AsyncTokenClient, TokenClient

if TYPE_CHECKING:
    from .resources.print_jobs import AsyncPrintJobs, PrintJobs
    from .resources.printers import AsyncPrinters, Printers


class SeveralTags(TokenClient):
    """Several tags.

    The base URL is taken from `SEVERAL_TAGS_BASE_URL` where it is set, the token from
    `SEVERAL_TAGS_TOKEN` unless it is given.
    """

    _facts = FACTS

    @cached_property
    def printers(self) -> Printers:
        """What prints."""
        from .resources.printers import Printers

        return Printers(self)

    @cached_property
    def print_jobs(self) -> PrintJobs:
        """What is printed."""
        from .resources.print_jobs import PrintJobs

        return PrintJobs(self)


class AsyncSeveralTags(AsyncTokenClient):
    """Several tags, for asyncio.

    The same as `SeveralTags`, its methods awaited.

    The base URL is taken from `SEVERAL_TAGS_BASE_URL` where it is set, the token from
    `SEVERAL_TAGS_TOKEN` unless it is given.
    """

    _facts = FACTS

    @cached_property
    def printers(self) -> AsyncPrinters:
        """What prints."""
        from .resources.printers import AsyncPrinters

        return AsyncPrinters(self)

    @cached_property
    def print_jobs(self) -> AsyncPrintJobs:
        """What is printed."""
        from .resources.print_jobs import AsyncPrintJobs

        return AsyncPrintJobs(self)
