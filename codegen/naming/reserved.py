"""Names that a scope must not use, since the generated code around it uses them.

They are computed from what generated modules import (`codegen.runtime.imports`), from the manifest of the
runtime and from its source. Python's keywords are not listed: every `Scope` avoids them.
"""

from __future__ import annotations

import sys
from enum import StrEnum
from functools import cache

from codegen.runtime.imports import BUILTINS, FROM_LIBRARIES, FROM_PACKAGE, MODULES
from codegen.runtime.interface import client_attributes, client_options, error_classes, imports_of_template
from codegen.runtime.manifest import exported_to

WINDOWS_DEVICES = frozenset(
    {"con", "prn", "aux", "nul"}.union(f"{port}{number}" for port in ("com", "lpt") for number in range(10))
)
"""Names that no file or folder can have on Windows, whatever its extension."""

PACKAGES = frozenset({*sys.stdlib_module_names, *WINDOWS_DEVICES, "httpx2", "msgspec"})
"""Modules that the generated package must not hide, and names that a folder cannot have everywhere."""

MODELS = frozenset({*FROM_LIBRARIES, *MODULES, *exported_to("models")})
"""``models.py`` defines all models, enumerations and unions; other modules import it whole."""

FIELDS = frozenset(
    {*FROM_LIBRARIES, *MODULES, *BUILTINS, *(one for one in exported_to("models") if one.endswith("_field"))}
)
"""The annotations and the defaults of later fields would refer to the field of that name."""

MEMBERS = frozenset({*dir(StrEnum), "name", "value"})
"""The attributes of enumerations."""

ARGUMENTS = frozenset({"self", "models", *exported_to("resources")})
"""The function that builds a request uses these in its body."""

PARAMETERS = ARGUMENTS | {"body", "content_type"}
"""With the arguments of a body that is not spread into keywords."""


@cache
def resource_attributes() -> frozenset[str]:
    """The attributes of clients; the module of a resource has the name of the attribute."""
    return client_attributes() | WINDOWS_DEVICES


@cache
def resource_classes() -> frozenset[str]:
    """What the modules import that define or import resource classes."""
    imported_by_client = {*exported_to("_client"), *imports_of_template("_client.py.jinja")}
    return frozenset({*FROM_LIBRARIES, *FROM_PACKAGE, *MODULES, *imported_by_client})


@cache
def client_classes() -> frozenset[str]:
    """What the modules import or export that define or import the client's class."""
    imported = imports_of_template("__init__.py.jinja") | imports_of_template("_client.py.jinja")
    return frozenset({*imported, *exported_to("_client"), *error_classes()})


@cache
def credential_keywords() -> frozenset[str]:
    """The other arguments of clients."""
    return client_options() | {"self", "options"}
