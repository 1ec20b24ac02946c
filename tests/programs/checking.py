"""The programs in `examples/` and in READMEs, held against the client: ``python -m tests.programs``.

mypy finds what does not fit. For each such place this tells what the client has instead, and where the
document says so. Exits with 1 if there is one. It knows nothing of the API but what the client and the
document say.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from codegen.document.problems import Refused
from codegen.output.compare import compare
from codegen.pipeline import generate
from tests.clients import Client
from tests.conftest import ROOT
from tests.programs.advice import Advisor, Misfit, Program

SPEC = Path("spec/openapi.yaml")
PAGES = ("README.md", "CONTRIBUTING.md", "docs/*.md", "guide/*.md", "generated/README.md", "generated/api.md")
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def programs(root: Path = ROOT) -> list[Program]:
    """All programs: the files of `examples/`, with their tests, and the blocks of the pages."""
    files = sorted((root / "examples").rglob("*.py"))
    found = [
        Program(file.relative_to(root).as_posix(), 1, file.read_text(encoding="utf-8")) for file in files
    ]
    for pattern in PAGES:
        for page in sorted(root.glob(pattern)):
            text = page.read_text(encoding="utf-8")
            for block in BLOCK.finditer(text):
                line = text.count("\n", 0, block.start(1)) + 1
                found.append(Program(page.relative_to(root).as_posix(), line, block[1]))
    return found


def misfits(client: Client, found: Sequence[Program]) -> list[Misfit]:
    """Every place in the programs that does not fit, in their order.

    Raises:
        AssertionError: mypy finds a mistake in the client itself, or cannot work.
    """
    with TemporaryDirectory() as folder:
        files = written(found, Path(folder))
        advisor = Advisor(client)
        wrong = [
            Misfit(program, error["line"], _said(error), tuple(advisor.advice(program, error)))
            for error in _errors(client, [Path(folder) / file for file in files])
            for program in [files[Path(error["file"]).name]]
        ]
        wrong += advisor.beyond_types(found)
    return sorted(wrong, key=lambda one: (found.index(one.program), one.line))


def _said(error: Mapping[str, Any]) -> str:
    """The message, without the whole signature of what is deprecated."""
    return re.sub(r"^.* is deprecated: ", "deprecated: ", error["message"])


def beyond_types(client: Client, found: Sequence[Program]) -> list[Misfit]:
    """What mypy cannot see of those."""
    return [*Advisor(client).beyond_types(found)]


def written(found: Sequence[Program], folder: Path) -> dict[str, Program]:
    """Write programs into a folder, and return them by the names of their files."""
    files = {program.module or f"program_{number}.py": program for number, program in enumerate(found)}
    assert len(files) == len(found), "two blocks have the name of one file"
    for file, program in files.items():
        # The lines of a block have the numbers that they have in their page.
        (folder / file).write_text("\n" * (program.line - 1) + program.text, encoding="utf-8")
    return files


def _errors(client: Client, files: Sequence[Path]) -> Iterator[dict[str, Any]]:
    cache = ROOT / ".mypy_cache" / "programs"
    options = [
        "--config-file=",
        "--strict",
        "--enable-error-code=deprecated",
        "--output=json",
        "--no-error-summary",
        f"--cache-dir={cache}",
    ]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, *map(str, files)],
        env=os.environ | {"MYPYPATH": str(client.folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    for line in filter(None, done.stdout.splitlines()):
        error = json.loads(line)
        if error["severity"] == "error":
            assert Path(error["file"]).name in {file.name for file in files}, f"the client itself: {line}"
            yield error


def main() -> int:
    """Print what does not fit."""
    os.chdir(ROOT)
    try:
        client = Client(ROOT / "generated", generate(SPEC))
    except Refused:
        print(f"{SPEC} has problems: make generate", file=sys.stderr)
        return 1
    if compare(client.output.files, client.folder):
        print("generated/ is not what the spec makes: make generate", file=sys.stderr)
        return 1
    found = programs()
    wrong = misfits(client, found)
    for one in wrong:
        print(one)
    print(
        f"{len(found)} programs: "
        + (f"{len(wrong)} places do not fit the client" if wrong else "all fit the client")
    )
    return 1 if wrong else 0
