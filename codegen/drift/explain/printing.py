"""Prints answers for people and for programs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import asdict

from codegen.drift.explain.answers import Answer
from codegen.drift.explain.lookup import Found
from codegen.drift.formats import in_json
from codegen.views.text.printable import printable

_BOTH = "`x-python-name` in the document, or `name` in the configuration"
_SETTINGS = {
    **dict.fromkeys(("method", "resource", "class of an object", "enumeration", "union"), _BOTH),
    "member of an enumeration": "`x-enum-varnames` in the document",
    "method that waits": "its `name` where it is declared",
}
"""The setting that chooses another name, by the kind of symbol."""

_MOST_USERS = 20
"""The maximum number of users to print. The JSON report has all of them."""


def text(found: Found, answers: Sequence[Answer], out: str) -> str:
    """Return the answers, or the candidates if the question has several meanings."""
    lines = [printable(found.note)] if found.note else []
    if found.near:
        lines += ["Did you mean one of these?", *(f"  {printable(one)}" for one in found.near)]
    if found.is_ambiguous:
        lines.append(f"{len(answers)} symbols have this name. Name one of them:")
        lines += (f"  {one.name}: {one.kind}, {printable(out)}/{one.file}:{one.line}" for one in answers)
        return "\n".join(lines) + "\n"
    for answer in answers:
        lines += ["", *_lines(answer, out)] if lines else _lines(answer, out)
    return "\n".join(lines) + "\n"


def _lines(answer: Answer, out: str) -> Iterator[str]:
    yield f"{answer.name}: {answer.kind}"
    yield f"  in the client: {printable(out)}/{answer.file}:{answer.line}"
    if answer.origins:
        first, *others = map(printable, answer.origins)
        yield f"  in the document: {first}"
        yield from (f"                   {one}" for one in others)
    else:
        yield "  in the document: nothing; it is part of the runtime, which is the same in every client"
    if answer.wire:
        yield f"  on the wire: {printable(answer.wire)}"
    yield f"  made by: {answer.template}" + (f", from {answer.view}" if answer.view else ", which is copied")
    if answer.why:
        yield f"  why this name: {printable(' '.join(answer.why))}"
    if answer.alternatives:
        yield f"  it could have been: {', '.join(answer.alternatives)}"
        yield f"  to choose another: set {_SETTINGS.get(answer.kind, '`x-python-name` in the document')}"
    if answer.users:
        yield f"  used by: {', '.join(answer.users[:_MOST_USERS])}" + (
            f" and {len(answer.users) - _MOST_USERS} more" if len(answer.users) > _MOST_USERS else ""
        )


def as_json(question: str, found: Found, answers: Sequence[Answer]) -> str:
    """Return the answers, or the candidates, as JSON."""
    value = {
        "question": question,
        "note": found.note,
        "ambiguous": found.is_ambiguous,
        "near": list(found.near),
        "symbols": [asdict(one) for one in answers],
    }
    return in_json("explain", value)
