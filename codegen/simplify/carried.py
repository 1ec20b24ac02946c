"""What the generator cannot carry into a client yet: refused at its place, never dropped.

Each rule here is a sentence with, where there is one, the way around it. A rule goes when its feature comes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from codegen.document import Node
from codegen.problems import Problem, Refused
from codegen.security import is_bearer, requirements
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
            problems += _path_item(root, item)
    if problems:
        raise Refused(list(dict.fromkeys(problems)))
    return root


def _whole_document(root: Node) -> Iterator[Problem]:
    if root.mapping("webhooks"):
        yield Problem("webhooks are not supported yet", "not-yet", ("webhooks",), "key")
    for index, server in enumerate(root.mappings("servers")):
        defined = server.mapping("variables")
        for name in re.findall(r"\{([^{}]*)\}", server.text("url")):
            if "default" not in defined.mapping(name):
                message = f"the server's variable {name!r} has no default"
                yield Problem(message, "server-variable", ("servers", index, "url"))


def _path_item(root: Node, item: Node) -> Iterator[Problem]:
    if "servers" in item:
        yield not_yet("a server for one path", item, "servers", on="key")
    for method in METHODS:
        if method in item:
            yield from _operation(root, item.mapping(method))


def _operation(root: Node, operation: Node) -> Iterator[Problem]:
    for key, what in (("callbacks", "a callback"), ("servers", "a server for one operation")):
        if key in operation:
            yield not_yet(what, operation, key, on="key")
    yield from _security(root, operation)
    for _, response in operation.entries("responses"):
        if "links" in response:
            yield not_yet("a link", response, "links", on="key")


def _security(root: Node, operation: Node) -> Iterator[Problem]:
    """One bearer token, or nothing, must be enough."""
    owner = requirements(root, operation)
    schemes = root.mapping("components").mapping("securitySchemes")
    asked = owner.mappings("security")
    if any(all(is_bearer(schemes.mapping(name)) for name in requirement) for requirement in asked):
        return
    for index, requirement in enumerate(asked):
        for name in requirement:
            scheme = schemes.mapping(name)
            if not is_bearer(scheme):
                what = f"security of type {scheme.text('type')!r}"
                yield not_yet(what, owner, "security", index, name, on="key")
