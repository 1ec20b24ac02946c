"""The command `explain`."""

from __future__ import annotations

from codegen.commands.build import generated
from codegen.commands.settings import Settings
from codegen.commands.terminal import Terminal


def explain(chosen: Settings, terminal: Terminal) -> int:
    """Explain a symbol of the client that the document generates, and return the exit code.

    It is 1 if nothing, or more than one thing, is called like this.
    """
    question: str = chosen.arguments.symbol
    output = generated(chosen, terminal)
    from codegen.drift.explain import printing
    from codegen.drift.explain.answers import Answers
    from codegen.drift.explain.lookup import find

    answers = Answers.of(output.files, output.api, output.source, chosen.templates)
    found = find(question, answers.index, output.root)
    told = [answers.about(one) for one in found.symbols]
    is_answer = bool(told) and not found.is_ambiguous
    if chosen.format == "json":
        terminal.say(printing.as_json(question, found, told))
    elif is_answer:
        terminal.say(printing.text(found, told, str(chosen.out)))
    else:
        terminal.complain(printing.text(found, told, str(chosen.out)))
    return 0 if is_answer else 1
