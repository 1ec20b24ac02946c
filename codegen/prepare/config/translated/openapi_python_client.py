"""Translates the ``config.yaml`` of openapi-python-client, which renames classes and the package."""

from __future__ import annotations

import re
from pathlib import Path

from codegen.document.node import Node
from codegen.prepare.config.configured_actions import schema_pointers
from codegen.prepare.config.translated.imported import Imported
from codegen.prepare.config.translated.reasons import READER
from codegen.standard.extensions import is_public_name
from codegen.standard.media_types import codec

_NAMES = {
    "project_name_override": "distribution",
    "package_name_override": "package",
    "package_version_override": "version",
}
KEYS = {*_NAMES, *READER, "class_overrides", "content_type_overrides"}
"""The keys of openapi-python-client 0.29."""


def translated_openapi_python_client(path: Path, values: Node, root: Node) -> Imported:
    """The settings of a configuration for a document."""
    found = Imported(str(path))
    for key, value in values.items():
        if key in _NAMES and isinstance(value, str | int | float):
            found.settings[_NAMES[key]] = str(value)
        elif key == "class_overrides":
            _classes(values.mapping(key), root, found)
        elif key == "content_type_overrides":
            _media_types(values.mapping(key), found)
        else:
            found.leave(key, READER.get(key, "not a key of openapi-python-client 0.29"))
    return found


def _classes(overrides: Node, root: Node, found: Imported) -> None:
    """The class names. openapi-python-client identifies a class by the name that it would choose."""
    schemas = {_letters(key): key for key in schema_pointers(root)}
    for key, override in overrides.items():
        name = override.text("class_name") if isinstance(override, Node) else ""
        if isinstance(override, Node) and "module_name" in override:
            found.leave(f"class_overrides.{key}.module_name", "models have no modules of their own")
        if name and _letters(key) not in schemas:
            found.leave(f"class_overrides.{key}", "the document has no schema of that name")
        elif name and not is_public_name(name):
            found.leave(f"class_overrides.{key}", f"{name!r} is not a name for Python")
        elif name:
            found.schemas[schemas[_letters(key)]] = {"name": name}


def _media_types(overrides: Node, found: Imported) -> None:
    """Media types to treat as others, if this generator would treat them differently."""
    for key, value in overrides.items():
        if codec(key) is not codec(str(value)):
            reason = f"the client treats {key} as {codec(key).value}, not like {value}"
            found.leave(f"content_type_overrides.{key}", reason)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text).casefold()
