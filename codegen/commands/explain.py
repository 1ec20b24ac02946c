"""The command `explain`."""

from __future__ import annotations

from codegen.commands.build import generated
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal


def explain(chosen: Settings, terminal: Terminal) -> int:
    """Explain a symbol of the client that the document generates, and return the exit code.

    It is 1 if nothing has this name, or several things have it.
    """
    question: str = chosen.arguments.symbol
    output = generated(chosen, terminal)
    from codegen.drift.explain import printing
    from codegen.drift.explain.answers import Answers
    from codegen.drift.explain.lookup import find

    answers = Answers.of(output.files, output.api, output.source, chosen.templates)
    found = find(question, answers.index, output.root)
    explained = [answers.about(one) for one in found.symbols]
    is_answer = bool(explained) and not found.is_ambiguous
    if chosen.format == "json":
        terminal.output(printing.as_json(question, found, explained))
    elif is_answer:
        terminal.output(printing.text(found, explained, str(chosen.out)))
    else:
        terminal.error(printing.text(found, explained, str(chosen.out)))
    return 0 if is_answer else 1
