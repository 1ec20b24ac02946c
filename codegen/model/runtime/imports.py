"""The imports of generated modules, by the name that they use."""

from __future__ import annotations

from collections.abc import Mapping

from codegen.model.runtime.manifest import exported_to

FROM_LIBRARIES: Mapping[str, str] = {
    "Any": "typing",
    "Callable": "collections.abc",
    "Coroutine": "collections.abc",
    "Literal": "typing",
    "Mapping": "collections.abc",
    "NotRequired": "typing",
    "Sequence": "collections.abc",
    "Struct": "msgspec",
    "TYPE_CHECKING": "typing",
    "TypeAlias": "typing",
    "TypedDict": "typing",
    "UNSET": "msgspec",
    "UUID": "uuid",
    "UnsetType": "msgspec",
    "overload": "typing",
}
"""Names imported from other distributions, with their modules."""

FROM_PACKAGE: Mapping[str, str] = {"models": "", **exported_to("models"), **exported_to("resources")}
"""Names imported from the generated package, with their modules within it."""

MODULES = frozenset({"builtins", "datetime", "msgspec"})
"""Modules imported whole."""

BUILTINS = frozenset({"bool", "bytes", "dict", "float", "int", "list", "str"})
"""Builtins that annotations use."""


def import_statement(name: str, package: str) -> str:
    """The statement that imports a name; empty for one that needs none.

    Args:
        name: A key of the tables above, or any other identifier.
        package: The package as the importing module reaches it: ``"."`` or ``".."``.
    """
    if name in FROM_LIBRARIES:
        return f"from {FROM_LIBRARIES[name]} import {name}"
    if name in FROM_PACKAGE:
        return f"from {package}{FROM_PACKAGE[name]} import {name}"
    return f"import {name}" if name in MODULES else ""
