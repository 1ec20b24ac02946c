"""The command `snippets`: the document with an example of the client for each operation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from codegen.commands.reading import understood
from codegen.commands.reporting import save
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal

if TYPE_CHECKING:
    from codegen.drift.spot import Spot
    from codegen.output.samples import Documented

_MISSING = (
    "no example can be inserted here: write the operation into the document itself, in lines of its own"
)


def snippets(chosen: Settings, terminal: Terminal) -> int:
    """Write a copy of the document, and return the exit code: 1 if an operation has no example there.

    The copy is the result. If it is written to a file, the report is printed; otherwise it is on the standard
    error, where anything is missing.
    """
    from codegen.drift.spot import Spot
    from codegen.output.files import replace_files
    from codegen.output.samples import documented, samples_of
    from codegen.processes import deep_recursion

    document = understood(chosen)
    with deep_recursion():
        made = documented(document.source, samples_of(document.api))
        places = [document.source.place(pointer) for pointer in made.elsewhere]
    name = document.source.entry.name
    missing = [Spot(place.file or name, place.line, place.column) for place in places]
    printed = partial(_printed, made, missing, chosen)
    save(printed, chosen.report)
    if chosen.arguments.into is None:
        terminal.say(made.text)
        if missing:
            terminal.complain(printed("text" if chosen.format == "text" else chosen.format))
    else:
        replace_files({chosen.arguments.into: (document.source.entry.mark + made.text).encode()})
        if chosen.format == "text":
            terminal.tell(made.summary + "\n")
            terminal.complain(printed("text"))
        else:
            (terminal.say if missing else terminal.tell)(printed(chosen.format))
    return 1 if missing else 0


def _printed(made: Documented, missing: list[Spot], chosen: Settings, form: str) -> str:
    from codegen.drift import machine

    match form:
        case "json":
            value = {
                "document": chosen.document,
                "written": made.written,
                "kept": made.kept,
                "missing": [{**one.as_json, "message": _MISSING} for one in missing],
            }
            return machine.in_json("snippets", value)
        case "sarif":
            found = [
                machine.Result(rule="no-example", is_error=True, message=_MISSING, spot=one)
                for one in missing
            ]
            return machine.in_sarif(found)
        case "github":
            return "".join(one.annotation("error", "no-example", _MISSING) for one in missing)
        case _:
            return "".join(f"{one}: {_MISSING}\n" for one in missing)
