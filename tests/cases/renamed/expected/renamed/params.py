"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from . import models
from ._runtime._former import former_classes

Size: TypeAlias = models.Size | Literal["small", "large"]


if TYPE_CHECKING:
    GroupSize: TypeAlias = Size
    """Deprecated: `GroupSize` is called `Size` now."""
else:
    __getattr__ = former_classes(__name__, {"GroupSize": "Size"})
