"""The command `init`: writes a configuration with what can be guessed, and a workflow."""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Mapping
from pathlib import Path

from codegen import VERSION
from codegen.commands.entry_point import EntryPoint
from codegen.commands.terminal import Terminal
from codegen.describe.recognition.pages.stainless import declaration
from codegen.document.failures import Unusable
from codegen.document.load import load
from codegen.document.node import Json, Node
from codegen.document.problems import Refused
from codegen.drift.formats import in_json
from codegen.model.api import Api
from codegen.naming.distribution import name_distribution
from codegen.output.files import replace_files
from codegen.pipeline import generate
from codegen.prepare.config.configuration import NAME, parsed_configuration
from codegen.prepare.config.configured_actions import operation_pointers
from codegen.prepare.config.translated.finding import imported
from codegen.prepare.config.translated.imported import Imported
from codegen.standard.rules import is_tolerable

_FOLDERS = ("", "spec", "api", "docs", "openapi")
_NAMES = ("openapi", "swagger", "api", "spec")
WORKFLOW = Path(".github/workflows/wholespec.yml")


def init(options: argparse.Namespace, entry_point: EntryPoint, terminal: Terminal) -> int:
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
        raise Unusable(
            f"{document}: a configuration cannot contain this name, which is not UTF-8; rename the file"
        )
    root = load(document).root
    found = imported([document.parent, Path()] if document.parent != Path() else [Path()], root)
    read = _read(document)
    if found and found.pages:
        _add_pages(found, read)
    files = {target: _configuration(document, options.out or entry_point.out, root, found, read)}
    parsed_configuration(target, files[target])  # this also checks the converted settings
    if not WORKFLOW.exists():
        WORKFLOW.parent.mkdir(parents=True, exist_ok=True)
        files[WORKFLOW] = _WORKFLOW.format(version=VERSION)
    replace_files({path: text.encode() for path, text in files.items()})
    terminal.info(_printed([*files], found, entry_point, options.format))
    return 0


def _printed(written: list[Path], found: Imported | None, entry_point: EntryPoint, form: str) -> str:
    taken = found.taken if found else 0
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
        lines.append(f"{found.name}: {taken} settings converted")
        lines += [f"{found.name}: not converted: {one}" for one in found.left]
    return "\n".join([*lines, f"next: {entry_point.call} build", ""])


def _document() -> Path:
    """The document in this folder or in one of the usual subfolders."""
    suffixes = (".yaml", ".yml", ".json")
    places = [Path(folder, name + suffix) for folder in _FOLDERS for name in _NAMES for suffix in suffixes]
    found = [place for place in places if place.is_file()]
    if not found:
        raise Unusable("no document such as openapi.yaml found here; pass its path: init DOCUMENT")
    return found[0]


def _read(document: Path) -> Api | Refused:
    """The client that the document has without a configuration, or its problems."""
    try:
        return generate(document).api
    except Refused as refused:
        return refused


def _add_pages(found: Imported, read: Api | Refused) -> None:
    """Declare pagination for each operation that matches a scheme of the other generator's configuration."""
    if isinstance(read, Refused):
        found.left.append("'pagination': the document has problems; correct them and run this again")
        return
    count = 0
    for operation in read.operations:
        settings = found.operations.setdefault(f"{operation.method} {operation.path}", {})
        if "x-pagination" not in settings and (value := declaration(found.pages, operation, read)):
            settings["x-pagination"] = value
            count += 1
    if not count:
        found.left.append("'pagination': no operation of the document matches one of its schemes")


def _configuration(document: Path, out: Path, root: Node, found: Imported | None, read: Api | Refused) -> str:
    settings = found.settings if found else {}
    lines = [
        "# The configuration of wholespec. docs/configuration.md describes all settings.",
        f"document = {_toml(str(document))}",
        f"output = {_toml(str(out))}",
        *(f"{key} = {_toml(value)}" for key, value in settings.items()),
        "",
        *(f"# {line}" for line in _guesses(root, found, read)),
    ]
    if found and found.excluded:
        lines += ["", "[exclude]", f"operations = {_toml([*found.excluded])}"]
    for table, parts in (("operations", found.operations), ("schemas", found.schemas)) if found else ():
        for name, values in ((one, settings) for one, settings in parts.items() if settings):
            lines += [
                "",
                f"[{table}.{_key(name)}]",
                *(f"{key} = {_toml(one)}" for key, one in values.items()),
            ]
    for action in found.actions if found else ():
        lines += ["", "[[actions]]", *(f"{key} = {_toml(one)}" for key, one in action.items())]
    return "\n".join((*lines, ""))


def _guesses(root: Node, found: Imported | None, read: Api | Refused) -> list[str]:
    """Settings to choose from, with their defaults."""
    settings: Mapping[str, Json] = found.settings if found else {}
    lines: list[str] = []
    if isinstance(read, Refused):
        rules = sorted({one.rule for one in read.problems})
        if all(is_tolerable(one) for one in read.problems):
            lines.append(f"tolerate = {json.dumps(rules)}  # the document breaks these rules")
    else:
        names = name_distribution(read)
        guessed = {
            "package": names.package,
            "distribution": names.name,
            "client": names.client,
            "environment": names.environment,
        }
        lines += [f"{key} = {_toml(value)}" for key, value in guessed.items() if key not in settings]
    if "license" not in settings:
        lines.append('license = "MIT"  # without a license, the client has none')
    if "authors" not in settings:
        lines.append('authors = ["Your Name <you@example.com>"]')
    is_translated = found is not None and found.changes("security")
    if (
        not is_translated
        and not root.get("security")
        and not any(one.get("security") for _, _, _, one in operation_pointers(root))
    ):
        lines.append('security = "bearer"  # the document does not say how calls authenticate')
    return lines


def _toml(value: Json) -> str:
    """A value on one line. Null is omitted, because TOML lacks it."""
    if isinstance(value, dict):
        members = [f"{_key(key)} = {_toml(one)}" for key, one in value.items() if one is not None]
        return f"{{ {', '.join(members)} }}" if members else "{}"
    if isinstance(value, list):
        return f"[{', '.join(_toml(one) for one in value if one is not None)}]"
    # unescaped, because JSON would write pairs of surrogates, which TOML does not have
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def _key(name: str) -> str:
    return name if re.fullmatch(r"[\w-]+", name, re.ASCII) else _toml(name)


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
