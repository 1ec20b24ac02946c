"""The command `snippets`: the document with an example of the client for each operation."""

from __future__ import annotations

from codegen.commands.reading import understood
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal


def snippets(chosen: Settings, terminal: Terminal) -> int:
    """Write a copy of the document, and return the exit code: 1 if an operation has no example there."""
    from codegen.output.samples import documented, samples_of
    from codegen.processes import deep_recursion

    document = understood(chosen)
    samples = samples_of(document.api)
    with deep_recursion():
        made = documented(document.source, samples)
    if chosen.arguments.into is None:
        terminal.say(made.text)
    else:
        text = document.source.entry.mark + made.text
        chosen.arguments.into.write_text(text, encoding="utf-8", newline="")
        kept = f"; {made.kept} had one already" if made.kept else ""
        terminal.tell(f"{made.written} of {len(samples)} operations got an example{kept}\n")
    for pointer in made.elsewhere:
        place = document.source.place(pointer)
        terminal.complain(
            f"{place.file or document.source.entry.name}:{place.line}:{place.column}: no example can be"
            " inserted here: write the operation into the document itself, in lines of its own\n"
        )
    return 1 if made.elsewhere else 0
