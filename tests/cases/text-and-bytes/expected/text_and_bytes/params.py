"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TypeAlias, TypedDict

from . import models


class ProblemDict(TypedDict):
    """`models.Problem` as a dict."""

    title: str


Problem: TypeAlias = models.Problem | ProblemDict
