"""Limits for documents. A document above a limit is refused before it costs time or memory."""

from __future__ import annotations

DEEPEST = 150
"""Levels of nesting; the vendors' documents have up to 40."""

MOST_ALIASED = 500_000
"""Values that aliases stand for; the largest document known has a million values, all of them written out."""

ONE_VALUE = 10
"""Characters of a text that count as a value: aliases of a long text cost what they stand for, too."""

DEEPEST_CALLBACKS = 5
"""Of callbacks of the requests of callbacks, which references make endless with ease."""

MOST_RECEIVED = 10_000
"""Webhooks and callbacks, those of each callback counted again."""

MOST_MEANT, MEANT_FOR_EACH = 300_000, 10
"""Values that a document comes to when references and ``allOf`` are written out: so many, and so many more
for each that is in it. The vendors' documents come to no more than 3 for each."""

TOO_DEEP = f"nested more than {DEEPEST} levels deep"
TOO_MANY = (
    f"the aliases stand for more than {MOST_ALIASED:,} values, {ONE_VALUE} characters of text counted as one"
)
TOO_LONG = "a number with so many digits is not read"
