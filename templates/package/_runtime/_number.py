"""The type of a decoded JSON number.

Type checkers see `float`, which includes `int` (PEP 484). msgspec sees both: as a `float`, a whole
number beyond 2^53 would lose digits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    JsonNumber: TypeAlias = float
else:
    JsonNumber = int | float
