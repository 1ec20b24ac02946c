"""Reports each drift once, or raises it.

Imported only if a client has `on_drift`, so other clients do not pay for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from ._comparison import drifts
from ._drift import Drift, OnDrift
from ._facts import Facts
from ._operation import Operation
from ._process_lock import ProcessLock
from ._raising import drift_error, status_error
from ._reading import error_body
from ._response import Response

_MOST_REPORTS = 1000
"""How many drifts are reported: a server that invents field names must not fill the memory."""


class Watch:
    """Checks the responses to a client and to all clients derived from it."""

    def __init__(self, on_drift: OnDrift, facts: Facts) -> None:
        """Create a watch for a checked `on_drift`."""
        self.is_logging = on_drift == "log"
        """Whether differences are logged, so that nobody else has to."""
        self._report = _report(on_drift, logging.getLogger(facts.logger))
        self._reported: set[object] = set()
        self._lock = ProcessLock()

    def look(self, operation: Operation[Any], response: Response) -> None:
        """Compare a response with the document.

        Raises:
            DriftError: The response differs, and `on_drift` is `"strict"`.
            Exception: The caller's function raised it.
        """
        found = drifts(operation, response)
        if self._report is not None:
            for drift in found:
                if self._is_new(drift):
                    self._report(drift)
        elif distinct := tuple(dict.fromkeys(found)):
            failure = None
            if not response.is_success:
                failure = status_error(response, error_body(operation, response))
            raise drift_error(response, distinct) from failure

    def _is_new(self, drift: Drift) -> bool:
        key = (drift.kind, drift.operation, drift.status_code, drift.where, drift.got, drift.value)
        with self._lock:
            if key in self._reported or len(self._reported) >= _MOST_REPORTS:
                return False
            self._reported.add(key)
            return True


def _report(on_drift: OnDrift, logger: logging.Logger) -> Callable[[Drift], None] | None:
    """The function that is called with each drift; None to raise instead."""
    if callable(on_drift):
        return on_drift
    return None if on_drift == "strict" else lambda drift: logger.warning("drift: %s", drift)
