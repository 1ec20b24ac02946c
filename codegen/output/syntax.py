"""Checks that the rendered Python compiles. This runs before formatting, which could hide an error."""

from __future__ import annotations

import warnings

from codegen.document.failures import Defect


def checked(files: dict[str, str]) -> dict[str, str]:
    """Compile every ``.py`` file and return all files.

    Raises:
        Defect: A file does not compile, or causes a warning. The message names file and line.
    """
    for path, text in files.items():
        if path.endswith(".py"):
            _check(path, text)
    return files


def _check(path: str, text: str) -> None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            compile(text, path, "exec", dont_inherit=True)
    except SyntaxError as error:
        place = f"{path}:{error.lineno or 1}"
        raise Defect(f"{place}: the emitted Python does not compile: {error.msg}") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise Defect(f"{path}:1: the emitted Python does not compile: {error}") from error
