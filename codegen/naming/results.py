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
    is_usable = noun.isidentifier() and not keyword.iskeyword(noun) and len(noun) <= _MAX_LENGTH
    return noun if is_usable and noun not in _TAKEN else "result"
