"""The extent of an API: whether its classes fit into one module."""

from __future__ import annotations

from codegen.model.api import Api

MOST_DEFINITIONS = 1_000
"""The maximum number of classes, fields and members in one module: about 3,000 lines."""


def has_model_modules(api: Api) -> bool:
    """Whether ``models`` is a package, with a module for each schema, instead of one module."""
    definitions = (
        *(len(model.fields) + 1 for model in api.models.values()),
        *(len(enum.members) + 1 for enum in api.enums.values()),
    )
    return sum(definitions) > MOST_DEFINITIONS
