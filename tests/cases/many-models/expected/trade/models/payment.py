"""The classes of `Payment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from .. import models as _models

if TYPE_CHECKING:
    from .._runtime._unknown import Unknown

    Payment: TypeAlias = _models.Card | _models.Transfer | Unknown
    """The property `kind` identifies the type."""
else:
    from .._runtime._union import one_of

    Payment = one_of(
        "Payment",
        lambda: (_models.Card, _models.Transfer),
        by="kind",
        mapping=lambda: {"card": _models.Card, "transfer": _models.Transfer},
    )
