"""Limits for documents. A document above a limit is refused before it costs time or memory."""

from __future__ import annotations

DEEPEST = 150
"""The most levels of nesting. The vendors' documents have up to 40."""

MOST_ALIASED = 500_000
"""The most values that aliases stand for. The largest known document has a million values and no aliases."""

ONE_VALUE = 10
"""The number of characters of a text that count as one value, since aliases of a long text are costly too."""

DEEPEST_CALLBACKS = 5
"""The most levels of callbacks in the requests of callbacks, which references can make endless."""

MOST_RECEIVED = 10_000
"""The most webhooks and callbacks. The callbacks of a callback are counted each time."""

MOST_FILES = 10_000
"""The most files of a document. The vendors' documents have up to 600."""

MOST_INLINED = 500_000
"""The most mappings that are copied to the places of references to path items in other files."""

MOST_MEANT, MEANT_FOR_EACH = 300_000, 10
"""The most values after references and ``allOf`` are resolved: a constant, and a number for each value of the
document. The vendors' documents have no more than 3 for each."""

MOST_MEMBERS = 10_000
"""The most members of a union that ``allOf`` makes of several unions. The vendors have some hundreds."""

TOO_DEEP = f"nested more than {DEEPEST} levels deep"
TOO_MANY = (
    f"the aliases stand for more than {MOST_ALIASED:,} values, {ONE_VALUE} characters of text counted as one"
)
TOO_LONG = "a number with so many digits is not read"
