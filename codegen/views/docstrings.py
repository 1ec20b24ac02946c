"""The docstrings of methods: which sections they have, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from codegen.views.bodies import Argument
from codegen.views.text.quoting import Code, Section, docstring

Entries: TypeAlias = Iterable[tuple[str, str]]
"""The entries of a section: a label and a text."""


def method_docstring(  # noqa: PLR0913 - what a docstring has
    paragraphs: Sequence[str],
    arguments: Iterable[Argument],
    *,
    returns: str = "",
    raises: Entries = (),
    callbacks: Entries = (),
    links: Entries = (),
) -> Code:
    """The docstring of a method. Empty paragraphs and sections are omitted.

    Args:
        paragraphs: The text before the sections.
        arguments: The arguments of the method. Those without a text are omitted.
        returns: What the method returns.
        raises: The exceptions, and when they are raised.
        callbacks: The requests that the server sends during the operation.
        links: The operations that a response leads to.
    """
    described = ((one.name, one.text) for one in arguments if one.text)
    returned = [("", returns)] if returns else []
    sections = [
        Section("Args", tuple(described)),
        Section("Returns", tuple(returned)),
        Section("Raises", tuple(raises)),
        Section("Callbacks", tuple(callbacks)),
        Section("Links", tuple(links)),
    ]
    text = "\n\n".join(one for one in paragraphs if one)
    return docstring(text, indent=8, sections=[one for one in sections if one.entries])
