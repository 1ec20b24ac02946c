"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from . import models

Size: TypeAlias = models.Size | Literal["small", "big"]
ShapeKind: TypeAlias = models.ShapeKind | Literal["circle", "square"]
ShapeCode: TypeAlias = models.ShapeCode | Literal[301, 308]
ShapeMixed: TypeAlias = models.ShapeMixed | Literal[1, 2]
