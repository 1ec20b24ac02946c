"""The models, enums and unions of the API.

If a response differs from the API's document, a field has the received value, whatever its
annotation says. It is `UNSET` if the value is missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from msgspec import UNSET, UnsetType

from ._runtime._open_enum import OpenEnum
from ._runtime._two_way import TwoWayStruct

if TYPE_CHECKING:
    from . import params as _params


class Kind(OpenEnum):
    """\"\"\""""

    QUOTE_QUOTE_QUOTE = '"""'
    BACKSLASH = "\\"
    A_B = "a\nb"
    VALUE_7_7 = "{{ 7 * 7 }}"
    IMPORT_OS = "'; import os #"
    U0000 = "\x00"
    U202E = "\u202e"
    E = "é"
    E_X = "é x"
    U1F600 = "😀"


class Text(TwoWayStruct, frozen=True, kw_only=True, repr_omit_defaults=True, gc=False):
    """'''\"\"\""\\"""

    say_please_raw: str = msgspec.field(name="say ''' please {% raw %} #")
    """\\u0022\\u0022\\u0022 \\x00 \\u202e end."""
    config: Kind | UnsetType = msgspec.field(default=UNSET, name="{{ config }}")

    def __init__(
        self, *, say_please_raw: str, config: _params.Kind | UnsetType = UNSET
    ) -> None: ...
