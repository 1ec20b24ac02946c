"""The command line of the program."""

from __future__ import annotations

import argparse
import codecs
import difflib
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import libcst as cst

from codegen.drift.codemod.engine.names import Names
from codegen.drift.codemod.engine.rewriting import rewritten

_SKIPPED = {"node_modules", "site-packages", "__pycache__", "build", "dist", "venv"}


def main(names: Names) -> int:
    """Rename in the files that the arguments name, and return the exit code."""
    parser = argparse.ArgumentParser(description=f"Update names that {names.package} has renamed.")
    parser.add_argument(
        "paths", nargs="*", type=Path, default=[Path()], help="files and folders (default: this one)"
    )
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit with 1 if there is something to do"
    )
    parser.add_argument("--diff", action="store_true", help="write nothing; print what would change")
    options = parser.parse_args()
    changed, left, failed = dict[Path, bytes](), 0, 0
    files = {path.resolve(): path for path in _files(options.paths)}
    for path in files.values():
        try:
            data = path.read_bytes()
            encoding = "utf-8-sig" if data.startswith(codecs.BOM_UTF8) else "utf-8"
            before = data.decode(encoding)
            result = rewritten(before, names)
            cst.parse_module(result.text)
        except (cst.ParserSyntaxError, cst.CSTValidationError, ValueError, OSError, RecursionError) as error:
            print(f"{path}: skipped: {str(error).splitlines()[0]}", file=sys.stderr)
            failed += 1
            continue
        for one in result.left:
            print(f"{path}:{one.line}: {one.text}")
        left += len(result.left)
        if result.text != before:
            changed[path] = result.text.encode(encoding)
            if options.diff:
                lines = (before.splitlines(keepends=True), result.text.splitlines(keepends=True))
                sys.stdout.writelines(difflib.unified_diff(*lines, str(path), str(path)))
    if not options.check and not options.diff:
        try:
            _write(changed)
        except OSError as error:
            print(f"not written: {error}", file=sys.stderr)
            return 2
    verb = "to change" if options.check or options.diff else "changed"
    print(
        f"{len(changed)} {'file' if len(changed) == 1 else 'files'} {verb}; {left} left to edit by hand",
        file=sys.stderr,
    )
    if failed:
        return 2
    return 1 if (options.check and changed) or left else 0


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            for folder, folders, files in os.walk(path):
                folders[:] = sorted(one for one in folders if one not in _SKIPPED and not one.startswith("."))
                yield from (Path(folder, one) for one in sorted(files) if one.endswith((".py", ".pyi")))
        else:
            yield path


def _write(files: dict[Path, bytes]) -> None:
    """Write all files. No file is replaced until the new text of every file is on disk."""
    ready: list[tuple[Path, Path]] = []
    try:
        for link, data in files.items():
            path = link.resolve()
            temporary = path.with_name(f".{path.name}.{os.getpid()}")
            ready.append((temporary, path))
            temporary.write_bytes(data)
            temporary.chmod(path.stat().st_mode & 0o7777)
        for temporary, path in ready:
            temporary.replace(path)
    finally:
        for temporary, _ in ready:
            temporary.unlink(missing_ok=True)
