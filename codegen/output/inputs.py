"""The inputs of a run besides the text of the document, each as a line of the record.

`check` compares those of the last run with those of now, and so names what has changed: which part of the
document, which template, which tool. An input is here only if it can change the bytes of a client. The
version of Python cannot, so it is not here: the same document gives the same bytes on each one.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from urllib.parse import quote

from codegen import VERSION
from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.output.templates import Templates
from codegen.standard.http_methods import FURTHER, METHODS

GENERATOR = "generator"
"""The name of the code of the generator, without its templates."""

PART, TEMPLATE, OWN_TEMPLATE, TOOL = "#", "template ", "own template ", "tool "
"""How the names of parts of the document, of templates, of the user's templates and of tools begin."""

TOOLS = ("jinja2", "jsonpath-rfc9535", "openapi-python-client", "ruff")
"""The libraries that write the text of a client, or decide what is in it."""

_CODE = Path(__file__).parent.parent
_SILENT = ("commands", "drift")
"""Folders of the generator that only run it, or only report."""

_NESTED = frozenset({
    "components", "definitions", "parameters", "responses", "securityDefinitions", "paths", "webhooks",
})  # fmt: skip
"""The keys of a document whose parts are compared one by one. Each other key is one part."""


def inputs(root: Node, templates: Templates) -> dict[str, str]:
    """The digest or the version of each input, by its name in the record."""
    return {
        **{f"{PART}{fragment(where)}": _short(value) for where, value in document_parts(root)},
        **{f"{TEMPLATE}{path}": digest[:_LENGTH] for path, digest in templates.digests.items()},
        **{f"{OWN_TEMPLATE}{path}": digest[:_LENGTH] for path, digest in templates.own_digests.items()},
        **{f"{TOOL}{name}": number for name, number in tools()},
        GENERATOR: generator(),
    }


def document_parts(root: Node) -> Iterator[tuple[Pointer, Json]]:
    """The parts of a document that change apart from each other: operations, components, and the rest."""
    for key, value in root.items():
        if key not in _NESTED or not isinstance(value, Node):
            yield (key,), value
        elif key in {"paths", "webhooks"}:
            for path, item in value.items():
                yield from _of_path((key, path), item)
        elif key == "components":
            for section, members in value.items():
                if isinstance(members, Node):
                    yield from (((key, section, name), member) for name, member in members.items())
                else:
                    yield (key, section), members
        else:
            yield from (((key, name), member) for name, member in value.items())


def _of_path(where: Pointer, item: Json) -> Iterator[tuple[Pointer, Json]]:
    """The operations of a path, and as one part what they share."""
    if not isinstance(item, Node):
        yield where, item
        return
    if shared := {key: value for key, value in item.items() if key not in {*METHODS, FURTHER}}:
        yield where, Node(shared, pointer=item.pointer)
    yield from (((*where, method), item[method]) for method in METHODS if method in item)
    yield from (((*where, FURTHER, name), one) for name, one in item.mapping(FURTHER).items())


def fragment(where: Pointer) -> str:
    """The pointer as a URI has it (RFC 6901, section 6): one word, whatever the document's names are."""
    return quote(json_pointer(where).encode("utf-8", "surrogatepass"), safe="/~{}:@!$&'()*+,;=")


@cache
def tools() -> tuple[tuple[str, str], ...]:
    """The generator and its tools, with their versions."""
    found = [("wholespec", VERSION)]
    for name in TOOLS:
        try:
            found.append((name, version(name)))
        except PackageNotFoundError:  # a tool without its metadata, as a bundle of an application has it
            continue
    return tuple(found)


@cache
def generator() -> str:
    """The digest of the generator's own code."""
    files = {
        path.relative_to(_CODE).as_posix(): path for path in _CODE.rglob("*") if path.suffix in _SUFFIXES
    }
    total = hashlib.sha256()
    for name, path in sorted(files.items()):
        if not name.startswith(_SILENT):
            total.update(f"{name}\0".encode() + path.read_bytes() + b"\0")
    return total.hexdigest()[:_LENGTH]


_SUFFIXES = {".py", ".json", ".txt"}

_LENGTH = 16
"""Hexadecimal digits. They distinguish two versions of one input, and need not resist an attacker."""


def _short(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:_LENGTH]
