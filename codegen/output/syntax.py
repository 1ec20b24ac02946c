"""Whether the emitted Python is Python: as it was rendered, so that nothing wrong can hide in its layout."""

from __future__ import annotations

import warnings

from codegen.document.failures import Defect


def checked(files: dict[str, str]) -> dict[str, str]:
    """The same files, each ``.py`` of which compiles.

    Raises:
        Defect: One does not, or not without a warning; names the file and the line.
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
