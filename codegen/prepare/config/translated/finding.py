"""Finds the configuration of another generator beside a document."""

from __future__ import annotations

from pathlib import Path

from codegen.document.load import load
from codegen.document.node import Node
from codegen.document.problems import Refused
from codegen.prepare.config.translated import openapi_python_client, stainless
from codegen.prepare.config.translated.imported import Imported

_STAINLESS = (
    *("stainless.yml", "stainless.yaml", ".stainless/stainless.yml", ".stainless/stainless.yaml"),
    *("openapi.stainless.yml", "openapi.stainless.yaml"),
)
_READER = ("config.yaml", "config.yml", "config.json")


def imported(folders: list[Path], root: Node) -> Imported | None:
    """Translate the first configuration of another generator that is in one of the folders.

    Raises:
        Refused: It is not YAML or JSON; that of Stainless is not a mapping.
        Unusable: It cannot be read.
    """
    for folder in folders:
        for name in _STAINLESS:
            if (folder / name).is_file():
                return stainless.translated_stainless(
                    folder / name, load(folder / name, "a configuration of Stainless").root, root
                )
        for name in _READER:
            if (folder / name).is_file():
                values = _of_another(folder / name)
                if values.keys() & openapi_python_client.KEYS:
                    return openapi_python_client.translated_openapi_python_client(folder / name, values, root)
    return None


def _of_another(path: Path) -> Node:
    """A file with a common name; empty if it is not one mapping."""
    try:
        return load(path).root
    except Refused as refused:
        if {problem.rule for problem in refused.problems} <= {"not-a-mapping", "documents"}:
            return Node()
        raise
