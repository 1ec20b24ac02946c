"""The log of a client: one line per call, with DEBUG one per attempt, and no secrets."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Sequence
from typing import Any

from ._drift import Deviation
from ._facts import Facts
from ._operation import Request
from ._redirect import without_query
from ._response import Response
from ._retry import Retry

_SENSITIVE = re.compile(r"auth|cookie|token|secret|password|api[-_]?key|signature", re.IGNORECASE)

_MOST_DEVIATIONS = 1000
"""How many places are remembered, to limit memory."""


class Log:
    """The package's logger, of the standard `logging`."""

    def __init__(self, facts: Facts) -> None:
        self._logger = logging.getLogger(facts.logger)
        self._deviations: set[object] = set()
        _turn_on(self._logger, os.environ.get(f"{facts.environment}_LOG", ""))

    def attempt(self, request: Request[Any], response: Response) -> None:
        """Log the response of an attempt."""
        if self._logger.isEnabledFor(logging.DEBUG):
            self._logger.debug(
                "%s: attempt %d: %s %s: %d, %d bytes, %s",
                request.operation.id,
                response.attempts,
                request.operation.method,
                request.path,
                response.status_code,
                len(response.content),
                _shown(response),
            )

    def failure(self, request: Request[Any], error: Exception) -> None:
        """Log that an attempt failed without a response."""
        self._logger.debug("%s: %s: %s", request.operation.id, type(error).__name__, error)

    def call(self, request: Request[Any], result: int | str, retry: Retry) -> None:
        """Log the result of a call."""
        if self._logger.isEnabledFor(logging.INFO):
            self._logger.info(
                "%s: %s %s: %s in %.3f s, %d attempt%s",
                request.operation.id,
                request.operation.method,
                request.path,
                result,
                retry.elapsed,
                retry.attempts,
                "" if retry.attempts == 1 else "s",
            )

    def deviations(self, what: str, deviations: Sequence[Deviation]) -> None:
        """Warn that something was decoded leniently, once per place in it."""
        for deviation in deviations:
            key = (what, deviation.kind, deviation.where)
            if key not in self._deviations and len(self._deviations) < _MOST_DEVIATIONS:
                self._deviations.add(key)
                self._logger.warning("%s: decoded leniently: %s", what, deviation)


def _shown(response: Response) -> dict[str, str]:
    shown = {
        name: "***" if _SENSITIVE.search(name) else response.shown(value)
        for name, value in response.headers.items()
    }
    if "location" in shown:
        shown["location"] = without_query(shown["location"])
    return shown


def _turn_on(logger: logging.Logger, level: str) -> None:
    """Print the log for users who have not configured logging."""
    if level.upper() in {"DEBUG", "INFO", "WARNING"} and not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(name)s %(levelname)s %(message)s"))
        logger.addHandler(handler)
        logger.setLevel(level.upper())
