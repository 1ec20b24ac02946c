"""The command `init`: writes a configuration with what can be guessed, and a workflow."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from codegen import VERSION
from codegen.check.tolerance import is_tolerable
from codegen.commands.face import Face
from codegen.commands.terminal import Terminal
from codegen.document.failures import Unusable
from codegen.document.load import load
from codegen.document.node import Node
from codegen.document.problems import Refused
from codegen.drift.formats import in_json
from codegen.naming.distribution import name_distribution
from codegen.output.files import replace_files
from codegen.pipeline import generate
from codegen.prepare.config.changes import operation_pointers
from codegen.prepare.config.importing import Imported, imported
from codegen.prepare.config.reading import NAME, parsed

_FOLDERS = ("", "spec", "api", "docs", "openapi")
_NAMES = ("openapi", "swagger", "api", "spec")
WORKFLOW = Path(".github/workflows/wholespec.yml")


def init(options: argparse.Namespace, face: Face, terminal: Terminal) -> int:
    """Write the files, and return the exit code.

    Raises:
        Unusable: There is a configuration already, or no document.
        Refused: The document, or the configuration of another generator, cannot be read.
    """
    target = Path(NAME)
    if target.exists():
        raise Unusable(f"{target} exists already")
    if options.document == "":
        raise Unusable("the name of the document is empty")
    document = Path(options.document) if options.document else _document()
    if "\ufffd" in str(document).encode(errors="surrogateescape").decode(errors="replace"):
        raise Unusable(f"{document}: a configuration is UTF-8 and cannot name this file; rename it")
    root = load(document).root
    found = imported([document.parent, Path()] if document.parent != Path() else [Path()], root)
    files = {target: _configuration(document, options.out or face.out, root, found)}
    parsed(target, files[target])  # what was taken over is checked, too
    if not WORKFLOW.exists():
        WORKFLOW.parent.mkdir(parents=True, exist_ok=True)
        files[WORKFLOW] = _WORKFLOW.format(version=VERSION)
    replace_files({path: text.encode() for path, text in files.items()})
    terminal.tell(_printed([*files], found, face, options.format))
    return 0


def _printed(written: list[Path], found: Imported | None, face: Face, form: str) -> str:
    taken = len(found.settings) + len(found.operations) + len(found.schemas) if found else 0
    if form == "json":
        value = {
            "written": [str(one) for one in written],
            "imported": found.name if found else None,
            "taken_over": taken,
            "not_taken_over": [*found.left] if found else [],
        }
        return in_json("init", value)
    lines = [f"wrote {one}" for one in written]
    if found:
        lines.append(f"{found.name}: {taken} settings taken over")
        lines += [f"{found.name}: not taken over: {one}" for one in found.left]
    return "\n".join([*lines, f"next: {face.call} build", ""])


def _document() -> Path:
    """The document in this folder or in a usual one."""
    suffixes = (".yaml", ".yml", ".json")
    places = [Path(folder, name + suffix) for folder in _FOLDERS for name in _NAMES for suffix in suffixes]
    found = [place for place in places if place.is_file()]
    if not found:
        raise Unusable("there is no document such as openapi.yaml here; name it: init DOCUMENT")
    return found[0]


def _configuration(document: Path, out: Path, root: Node, found: Imported | None) -> str:
    settings = found.settings if found else {}
    lines = [
        "# The configuration of wholespec. docs/configuration.md describes all settings.",
        f"document = {_toml(str(document))}",
        f"output = {_toml(str(out))}",
        *(f"{key} = {_toml(value)}" for key, value in settings.items()),
        "",
        *(f"# {line}" for line in _guesses(document, root, settings)),
    ]
    for table, parts in (("operations", found.operations), ("schemas", found.schemas)) if found else ():
        for name, values in parts.items():
            lines += [
                "",
                f"[{table}.{_toml(name)}]",
                *(f"{key} = {_toml(one)}" for key, one in values.items()),
            ]
    return "\n".join((*lines, ""))


def _guesses(document: Path, root: Node, settings: dict[str, str]) -> list[str]:
    """Settings to choose from, with what holds without them."""
    lines: list[str] = []
    try:
        names = name_distribution(generate(document).api)
    except Refused as refused:
        rules = sorted({one.rule for one in refused.problems})
        if all(is_tolerable(one) for one in refused.problems):
            lines.append(f"tolerate = {json.dumps(rules)}  # the document breaks these rules")
    else:
        guessed = {
            "package": names.package,
            "distribution": names.name,
            "client": names.client,
            "environment": names.environment,
        }
        lines += [f"{key} = {_toml(value)}" for key, value in guessed.items() if key not in settings]
    if "license" not in settings:
        lines.append('license = "MIT"  # without a license, the client has none')
    lines.append('authors = ["Your Name <you@example.com>"]')
    if not root.get("security") and not any(one.get("security") for _, _, _, one in operation_pointers(root)):
        lines.append('security = "bearer"  # the document does not say how calls authenticate')
    return lines


def _toml(text: str) -> str:
    return json.dumps(text).replace("\x7f", "\\u007f")


_WORKFLOW = """\
name: Client

on:
  push:
    branches: [main]
  pull_request:

permissions:
  contents: read

jobs:
  check:
    runs-on: ubuntu-latest
    timeout-minutes: 10
    steps:
      - uses: actions/checkout@v4
        with:
          persist-credentials: false
      - uses: actions/setup-python@v5
        with:
          python-version: "3.13"
      - run: pip install wholespec=={version}
      - run: wholespec check --format github
"""
