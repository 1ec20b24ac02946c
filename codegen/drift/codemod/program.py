"""Writes the program that updates users' code: `engine` and the table of names, in one file."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from codegen import VERSION

_ENGINE = Path(__file__).parent / "engine"
_PARTS = ("names", "expressions", "inferring", "visiting", "arguments", "rewriting", "main")

_HEAD = '''\
#!/usr/bin/env -S uv run --script
# /// script
# requires-python = ">=3.11"
# dependencies = ["libcst>=1.5"]
# ///
"""Renames in programs what {package} calls otherwise from {old} to {new}.

Try it with `uv run {name} --diff FOLDER`, and run it with `uv run {name} FOLDER`. Without uv, install libcst
and use python. It changes only what is certainly of the client, and prints FILE:LINE for what a person has to
look at.
Written by wholespec {version}.
"""

from __future__ import annotations
'''


_IMPORT = re.compile(r"^(?:from \S+ )?import (?:\([^)]*\)|.*)\n", re.MULTILINE)


def program(table: Mapping[str, Any], name: str, old: str, new: str) -> str:
    """The text of the program.

    Args:
        table: The names.
        name: The name of its file.
        old: The version of the API that programs are written for.
        new: The version that they are updated to.
    """
    imports: dict[str, None] = {}
    bodies: list[str] = []
    for part in _PARTS:
        text = (_ENGINE / f"{part}.py").read_text(encoding="utf-8")
        text = re.sub(r'\A""".*?"""\n', "", text, flags=re.DOTALL)
        found = _IMPORT.findall(text)
        others = [one for one in found if "__future__" not in one and not one.startswith("from codegen.")]
        imports |= dict.fromkeys(others)
        bodies.append(_IMPORT.sub("", text).strip("\n"))
    shown = {"package": table["package"], "old": _plain(old), "new": _plain(new), "name": _plain(name)}
    data = json.dumps(table, indent=1, ensure_ascii=True)
    end = 'if __name__ == "__main__":\n    sys.exit(main(Names.of(json.loads(_TABLE))))\n'
    texts = [
        _HEAD.format(version=VERSION, **shown),
        _sorted_imports([*imports, "import json\n"]),
        *bodies,
        f"_TABLE = r'''\n{data.replace(chr(39), chr(92) + 'u0027')}\n'''",
        end,
    ]
    return "\n\n".join(texts)


def _sorted_imports(statements: Sequence[str]) -> str:
    """The statements in alphabetical order, with one for each module."""
    modules: dict[str, set[str]] = {}
    lines: list[str] = []
    for one in statements:
        module, _, names = one.partition(" import ")
        if names:
            listed = names.replace("(", "").replace(")", "").split(",")
            modules.setdefault(module, set()).update(filter(None, (name.strip() for name in listed)))
        else:
            lines.append(one)
    lines += [f"{module} import {', '.join(sorted(names))}\n" for module, names in modules.items()]
    return "".join(sorted(lines))


def _plain(text: str) -> str:
    """A version or a file name, without characters that could end a docstring."""
    return re.sub(r"[^0-9A-Za-z.+_-]", "_", text)
