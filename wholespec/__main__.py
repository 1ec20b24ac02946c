"""Run the generator."""

from __future__ import annotations

import os
import signal
import sys


def main() -> None:
    """Run the command of this process, and end the process.

    `codegen` has its own name only here: nothing of that name is installed for other programs.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C prints no traceback while modules are loaded
    here = os.path.dirname(__file__)  # noqa: PTH120 - pathlib takes as long to load as Python to start
    is_installed = os.path.isdir(f"{here}/codegen")  # noqa: PTH112
    sys.path.insert(0, here if is_installed else os.path.dirname(here))  # noqa: PTH120
    if sys.argv[1:] == ["--version"] and sys.stdout is not None:
        from codegen import VERSION  # noqa: PLC0415

        try:  # the parser would do the same, but takes longer to load than all else
            sys.stdout.write(f"wholespec {VERSION}\n")
            sys.stdout.flush()
        except OSError as error:  # the reader has left, or the disk is full
            os._exit(0 if isinstance(error, BrokenPipeError) else 2)
        return
    from pathlib import Path  # noqa: PLC0415

    from codegen.commands.entry_point import EntryPoint  # noqa: PLC0415 - after the path is set
    from codegen.commands.main import run  # noqa: PLC0415

    is_module = Path(sys.argv[0]).name == "__main__.py"
    run(
        EntryPoint(
            name="wholespec",
            call="python -m wholespec" if is_module else "wholespec",
            out=Path("client"),
            remedy="install wholespec again, with its dependencies",
        )
    )


if __name__ == "__main__":
    main()
