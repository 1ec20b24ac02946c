"""What may be passed for models and enums.

`params.X` is the type of an argument for which `models.X` is documented: an instance of it, or a
dict or a literal. A dict has the names of JSON.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from . import models

Colour: TypeAlias = models.Colour | Literal["red", "light-blue", "", "2", "None"]
Level: TypeAlias = models.Level | Literal[-1, 0, 10]
Mood: TypeAlias = models.Mood | Literal["calm", "wild"]
State: TypeAlias = models.State | Literal[0, 1]
Phase: TypeAlias = models.Phase | Literal[1, 2]
LampSocket: TypeAlias = models.LampSocket | Literal["E14", "E27"]
LampKind: TypeAlias = models.LampKind | Literal["lamp"]
LampReach: TypeAlias = models.LampReach | Literal["everywhere", "50", "100"]
LampSizeNumber: TypeAlias = models.LampSizeNumber | Literal[1]
LampSizeText: TypeAlias = models.LampSizeText | Literal["any"]

if TYPE_CHECKING:
    LampSize: TypeAlias = models.LampSize | LampSizeNumber | LampSizeText
else:
    LampSize = models.LampSize
