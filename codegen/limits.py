"""How much a document may ask for; what goes beyond is refused before it costs anything."""

from __future__ import annotations

DEEPEST = 150
"""Levels of nesting; the vendors' documents have up to 40."""

MOST_ALIASED = 500_000
"""Values that aliases stand for; the largest document known has a million values, all of them written out."""

TOO_DEEP = f"nested more than {DEEPEST} levels deep"
TOO_MANY = f"the aliases stand for more than {MOST_ALIASED:,} values"
TOO_LONG = "a number with so many digits is not read"
