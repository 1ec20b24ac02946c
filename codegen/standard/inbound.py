"""Requests that the API sends and its users receive: webhooks, callbacks (OpenAPI 3.1.1, 4.8.1, 4.8.18)."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class Address:
    """Which webhook, or which callback of which operation.

    While a document is simplified, what is received stands among the paths, so that whatever is done for
    operations is done for it too; `key` is its path there. No path of a document looks like it.
    """

    name: str
    path: str = ""
    """Of the operation whose callback it is; empty for a webhook."""
    method: str = ""
    """Of that operation, in lower case."""
    expression: str = ""
    """The runtime expression that gives the URL of a callback."""
    sender: str = ""
    """What that operation is called."""

    @property
    def key(self) -> str:
        """The address as a text."""
        return json.dumps(astuple(self))

    @classmethod
    def of(cls, key: str) -> Self | None:
        """The address that a key is; None for a path of the document."""
        return cls(*json.loads(key)) if key.startswith("[") else None

    def in_words(self, method: str) -> str:
        """What is sent by a method, in words: ``newPet webhook``, ``subscribe onData callback``."""
        verb = "" if method == "post" else method
        return " ".join([verb, self.sender, self.name, "callback" if self.path else "webhook"]).strip()
