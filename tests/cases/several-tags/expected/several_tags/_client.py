"""The clients for the Several tags API."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Never, Unpack

from ._api import FACTS, SECURITY
from ._runtime._credentials import AsyncCredentialsClient, CredentialsClient
from ._runtime._settings import AsyncClientOptions, ClientOptions
from ._runtime._source import AsyncSource, Source

if TYPE_CHECKING:
    from .resources.print_jobs import AsyncPrintJobs, PrintJobs
    from .resources.printers import AsyncPrinters, Printers


class SeveralTags(CredentialsClient):
    """A client for the Several tags API.

    The base URL is taken from `SEVERAL_TAGS_BASE_URL` where it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self, *positional: Never, token: Source | None = None, **options: Unpack[ClientOptions]
    ) -> None:
        """Make a client; nothing is sent yet.

        Each credential may be a function that returns it, asked when it is first needed and once
        more when the server answers 401. Where none is given, they are taken from the environment:
        `SEVERAL_TAGS_TOKEN`.

        Args:
            token: The bearer token.
            **options: See `ClientOptions`.

        Raises:
            ValueError: A credential is needed, or cannot be sent; an option makes no sense.
        """
        super().__init__({"token": token}, *positional, **options)

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


class AsyncSeveralTags(AsyncCredentialsClient):
    """A client for the Several tags API, for asyncio.

    The same as `SeveralTags`, its methods awaited.

    The base URL is taken from `SEVERAL_TAGS_BASE_URL` where it is set.
    """

    _facts = FACTS
    _security = SECURITY

    def __init__(
        self,
        *positional: Never,
        token: AsyncSource | None = None,
        **options: Unpack[AsyncClientOptions],
    ) -> None:
        """Make a client; nothing is sent yet.

        Each credential may be a function that returns it, asked when it is first needed and once
        more when the server answers 401. Where none is given, they are taken from the environment:
        `SEVERAL_TAGS_TOKEN`.

        Args:
            token: The bearer token.
            **options: See `AsyncClientOptions`.

        Raises:
            ValueError: A credential is needed, or cannot be sent; an option makes no sense.
        """
        super().__init__({"token": token}, *positional, **options)

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
