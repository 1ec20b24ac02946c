"""Run the generator."""

from __future__ import annotations

import signal
import sys


def main() -> None:
    """Run the command of this process, and end the process.

    `codegen` has its own name only here: nothing of that name is installed for other programs.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:
        signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C prints no traceback while modules are loaded
    from pathlib import Path  # noqa: PLC0415

    here = Path(__file__).parent
    sys.path.insert(0, str(here if (here / "codegen").is_dir() else here.parent))
    from codegen.commands.face import Face  # noqa: PLC0415 - after the path is set
    from codegen.commands.main import run  # noqa: PLC0415

    is_module = Path(sys.argv[0]).name == "__main__.py"
    run(
        Face(
            name="wholespec",
            call="python -m wholespec" if is_module else "wholespec",
            out=Path("client"),
            remedy="install wholespec again, with its dependencies",
        )
    )


if __name__ == "__main__":
    main()
