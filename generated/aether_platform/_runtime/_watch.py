"""What is done about drift: each is told once, or raised.

Imported when a client is made with `on_drift`, and only then: others do not pay for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

from ._answer import Answer
from ._comparison import drifts
from ._drift import Drift, OnDrift
from ._facts import Facts
from ._operation import Operation
from ._process_lock import ProcessLock
from ._raising import drift_error, status_error
from ._reading import error_body

_MOST_REPORTS = 1000
"""How many are told: a server that makes up names of fields must not fill the memory."""


class Watch:
    """Looks at the answers to a client's calls, and to those of all that derive from it."""

    def __init__(self, on_drift: OnDrift, facts: Facts) -> None:
        """Look, and do what `on_drift` says.

        Raises:
            ValueError: It says something else than it can.
        """
        self._report = _report(on_drift, logging.getLogger(facts.logger))
        self._reported: set[object] = set()
        self._lock = ProcessLock()

    def look(self, operation: Operation[Any], answer: Answer) -> None:
        """Compare an answer with the document.

        Raises:
            DriftError: It differs, and the client is strict.
            Exception: What a caller's function raises.
        """
        found = drifts(operation, answer)
        if self._report is not None:
            for drift in found:
                if self._is_new(drift):
                    self._report(drift)
        elif distinct := tuple(dict.fromkeys(found)):
            failure = None
            if not answer.is_success:
                failure = status_error(answer, error_body(operation, answer))
            raise drift_error(answer, distinct) from failure

    def _is_new(self, drift: Drift) -> bool:
        key = (drift.kind, drift.operation, drift.status_code, drift.where)
        with self._lock:
            if key in self._reported or len(self._reported) >= _MOST_REPORTS:
                return False
            self._reported.add(key)
            return True


def _report(on_drift: OnDrift, logger: logging.Logger) -> Callable[[Drift], None] | None:
    """What is called with each drift; None to raise it."""
    if callable(on_drift):
        return on_drift
    if on_drift == "log":
        return lambda drift: logger.warning("drift: %s", drift)
    if on_drift == "strict":
        return None
    raise ValueError(f"on_drift must be a function, 'log' or 'strict': {on_drift!r}")
