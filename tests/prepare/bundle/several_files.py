"""Documents in several files, and what bundling makes of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from codegen.document.load import load
from codegen.document.problems import Problem
from codegen.prepare.bundle import Access, Bundle, bundle

HEAD = "openapi: {version}\ninfo: {{title: Things, version: '1'}}\n"
OK = "responses: {'204': {description: Done.}}"


def written(folder: Path, files: Mapping[str, str], version: str = "3.1.0") -> Path:
    """The entry document, `openapi.yaml`, beside its other files."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(HEAD.format(version=version) + text if name == "openapi.yaml" else text)
    return folder / "openapi.yaml"


def bundled(folder: Path, access: Access = Access(), version: str = "3.1.0", **files: str) -> Bundle:  # noqa: B008
    names = {"entry": "openapi.yaml"}
    texts = {names.get(name, f"{name.replace('__', '/')}.yaml"): text for name, text in files.items()}
    return bundle(load(written(folder, texts, version)), access)


def of_schema(folder: Path, reference: str, access: Access = Access(), **files: str) -> Bundle:  # noqa: B008
    entry = f"paths: {{}}\ncomponents: {{schemas: {{A: {{properties: {{x: {{$ref: {reference!r}}}}}}}}}}}\n"
    return bundled(folder, access, entry=entry, **files)


def faults(found: Bundle) -> list[Problem]:
    return list(dict.fromkeys(found.faults.values()))


def fault(found: Bundle) -> tuple[str, str]:
    (one,) = faults(found)
    return one.rule, one.message


def schemas(found: Bundle) -> Any:
    return found.root["components"]["schemas"]  # type: ignore[index,call-overload]


def place(found: Bundle, *pointer: str | int, on: Any = "value") -> str:
    at = found.source.place(pointer, on)
    return f"{Path(found.source.file(at).name).name}:{at.line}:{at.column}"
