"""Prints the report of a command, and saves it if the user has named a file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal


def publish(
    printed: Callable[[str], str], chosen: Settings, terminal: Terminal, *, is_result: bool = True
) -> None:
    """Save the report, and print it in the format that the user has chosen.

    Args:
        printed: Returns the report in a format, such as ``json``.
        chosen: The settings of the run.
        terminal: Where it is printed.
        is_result: Whether there is something to fix, so that the report is printed even if `--quiet` is set.
    """
    save(printed, chosen.report)
    (terminal.output if is_result else terminal.info)(printed(chosen.format))


def save(printed: Callable[[str], str], path: Path | None) -> None:
    """Save the report as JSON, if the user has named a file."""
    if path is not None:
        from codegen.output.files import replace_files

        replace_files({path: printed("json").encode()})
