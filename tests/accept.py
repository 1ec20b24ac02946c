"""Updates the expected output of golden cases: ``python -m tests.accept [CASE...]``.

A case is a folder in ``tests/cases`` with ``openapi.yaml`` and the rendered files in ``expected``. Files that
are copied are the same for every document, so ``expected`` does not contain them. No other program writes to
these folders.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from codegen.output import record
from codegen.pipeline import generate

HERE = Path(__file__).parent
TEMPLATES = HERE.parent / "templates"
CASES = tuple(sorted(spec.parent for spec in (HERE / "cases").glob("*/openapi.yaml")))


def rendered(files: dict[str, str]) -> dict[str, str]:
    """Omit the files that are copied, and the record."""
    return {path: text for path, text in files.items() if path != record.NAME and not _is_copied(path)}


def expected(case: Path) -> dict[str, str]:
    """Return the files that a case expects."""
    folder = case / "expected"
    return {
        path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "__pycache__" not in path.parts
    }


def accept(case: Path) -> bool:
    """Replace the expected output of a case with the current output, and return whether they differed."""
    files, before = rendered(generate(case / "openapi.yaml").files), expected(case)
    shutil.rmtree(case / "expected", ignore_errors=True)
    for path, text in files.items():
        target = case / "expected" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    return files != before


def _is_copied(path: str) -> bool:
    package, _, inside = path.partition("/")
    template = TEMPLATES / "package" / inside if inside else TEMPLATES / package
    return template.exists() and not template.with_name(f"{template.name}.jinja").exists()


def main(names: Sequence[str]) -> None:
    """Accept the given cases, or all, and print the names of those that changed."""
    if unknown := set(names) - {case.name for case in CASES}:
        sys.exit(f"no such case: {', '.join(sorted(unknown))}")
    for case in CASES:
        if (not names or case.name in names) and accept(case):
            print(case.name, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
