"""What the generator cannot carry into a client yet: refused at its place, never dropped.

Each rule here is a sentence with, where there is one, the way around it. A rule goes when its feature comes.
"""

from __future__ import annotations

from collections.abc import Iterator

from codegen.document import Node
from codegen.problems import Problem, Refused
from codegen.simplify.pending import not_yet
from codegen.standard import METHODS


def refuse_uncarried(root: Node) -> Node:
    """Return the simplified document as it is, if each of its features and types can be carried.

    Raises:
        Refused: With one problem (rule ``not-yet``) for each use of one that cannot.
    """
    problems = [*_whole_document(root)]
    for path, item in root.entries("paths"):
        if not path.startswith("x-"):
            problems += _path_item(item)
    if problems:
        raise Refused(list(dict.fromkeys(problems)))
    return root


def _whole_document(root: Node) -> Iterator[Problem]:
    if root.mapping("webhooks"):
        yield Problem("webhooks are not supported yet", "not-yet", ("webhooks",), "key")


def _path_item(item: Node) -> Iterator[Problem]:
    for method in METHODS:
        if method in item:
            yield from _operation(item.mapping(method))


def _operation(operation: Node) -> Iterator[Problem]:
    if "callbacks" in operation:
        yield not_yet("a callback", operation, "callbacks", on="key")
    for _, response in operation.entries("responses"):
        if response.mapping("links"):
            yield not_yet("a link", response, "links", on="key")
