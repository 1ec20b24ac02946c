"""A fake of the Several tags API, for tests of code that uses it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from .._client import AsyncSeveralTags, SeveralTags
from ._board import UnexpectedCall, UnusedExpectation
from ._fake import APIFake, ClientMethod
from ._sent import SentPart, SentRequest

if TYPE_CHECKING:
    from .resources.print_jobs import FakePrintJobs
    from .resources.printers import FakePrinters

__all__ = ["FakeSeveralTags", "SentPart", "SentRequest", "UnexpectedCall", "UnusedExpectation"]


class FakeSeveralTags(APIFake):
    """A fake of the Several tags API in this process.

    Tell it what the operations return, and pass a client of it to the code under test. Use it in a
    `with` block: its end verifies that everything expected was requested, and nothing else.
    """

    client = ClientMethod(SeveralTags)
    """Create a client of this fake. Its arguments are those of the class."""
    async_client = ClientMethod(AsyncSeveralTags)
    """Create an async client of this fake. Its arguments are those of the class."""

    @cached_property
    def printers(self) -> FakePrinters:
        """Fakes of the operations of `client.printers`."""
        from .resources.printers import FakePrinters

        return FakePrinters(self._board, "printers")

    @cached_property
    def print_jobs(self) -> FakePrintJobs:
        """Fakes of the operations of `client.print_jobs`."""
        from .resources.print_jobs import FakePrintJobs

        return FakePrintJobs(self._board, "print_jobs")
