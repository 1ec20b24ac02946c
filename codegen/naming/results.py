"""Names the variable for the result of a call, in samples: ``cluster = client.clusters.get(...)``."""

from __future__ import annotations

import builtins
import keyword

from codegen.naming.methods import Method
from codegen.naming.resources import Resource
from codegen.naming.verbs import COLLECTIVE
from codegen.naming.words import singular

_MAX_LENGTH = 24

_TAKEN = frozenset({*dir(builtins), "asyncio", "client", "error", "main", "response", "result"})
"""Names with another meaning in samples."""


def name_result(resource: Resource, method: Method) -> str:
    """``clusters`` for `list`, ``cluster`` for `get`, ``keys`` for `list_keys`; ``result`` if none fits."""
    verb, _, object_ = method.bare.partition("_")
    noun = object_ or resource.attribute
    noun = noun if verb in COLLECTIVE else singular(noun.rpartition("_")[2])
    return noun if _is_usable(noun) else "result"


def name_item(several: str) -> str:
    """``cluster`` for one of ``clusters``; ``item`` if that has no name of its own."""
    one = singular(several)
    return one if one not in {several, "result"} and _is_usable(one) else "item"


def _is_usable(noun: str) -> bool:
    is_name = noun.isidentifier() and not keyword.iskeyword(noun)
    return is_name and len(noun) <= _MAX_LENGTH and noun not in _TAKEN
