"""Finds the symbols that a question is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from urllib.parse import unquote

from msgspec import Struct
from msgspec.structs import replace

from codegen.document.node import Json, Node, Pointer, json_pointer
from codegen.document.pointers import value_at
from codegen.drift.explain.symbol import Index, Symbol

_FRAME = re.compile(r'File "(?P<file>[^"]+)", line (?P<line>\d+)')
"""A line of a traceback."""

_LINE = re.compile(r"(?P<file>[^:]+\.[a-z]+):(?P<line>\d+)(?::\d+)?")
"""``models.py:41``, as compilers and editors write it."""

_MOST = 5
"""The most suggestions."""

_MOST_ALIKE = 4 * _MOST
"""The most names that are compared for them. A symbol has several names."""


class Found(Struct, frozen=True):
    """The symbols that a question means, or the candidates."""

    symbols: tuple[Symbol, ...] = ()
    note: str = ""
    """A note on the answer for the reader."""
    near: tuple[str, ...] = ()
    """If there are no symbols: names that resemble the question."""
    is_ambiguous: bool = False
    """Whether each symbol is another meaning of the question."""


def find(question: str, index: Index, root: Node) -> Found:
    """Find what a question is about: a name, a line of a file or a traceback, or a pointer.

    For a former name, this finds the symbol with the current name.
    """
    found = _found(question.strip(), index, root)
    former = {
        one.name: index.former[name] for one in found.symbols for name in one.names if name in index.former
    }
    if not former:
        return found
    now = [*dict.fromkeys(one for name in former for one in _having(former[name].now, index))]
    kept = [one for one in found.symbols if one.name not in former and one not in now]
    notes = dict.fromkeys(one.note for one in former.values())
    return replace(_one_of([*kept, *now]), note=" ".join(notes))


def _having(name: str, index: Index) -> list[Symbol]:
    """The symbol with a name, if the client has one."""
    return [one for one in index.symbols.values() if name in one.names][:1]


def _found(text: str, index: Index, root: Node) -> Found:
    if not text:
        return Found(note="The question is empty. Name a symbol of the client, such as a class or a method.")
    if frames := [*_FRAME.finditer(text)]:
        return _in_frames(frames, index)
    if line := _LINE.fullmatch(text):
        return _at_line(line["file"], int(line["line"]), index)
    if text.startswith(("#/", "/")) or text == "#":
        return _of_pointer(text, index, root)
    return _named(text, index, root)


def _in_frames(frames: list[re.Match[str]], index: Index) -> Found:
    """The innermost frame in the client. Frames of the runtime are less useful than the called method."""
    found = [_at_line(frame["file"], int(frame["line"]), index) for frame in frames]
    inside = [one for one in found if one.symbols]
    if not inside:
        return found[-1]
    rendered = [one for one in inside if not one.symbols[0].is_copied]
    return (rendered or inside)[-1]


def _at_line(file: str, line: int, index: Index) -> Found:
    paths = {one.file for one in index.symbols.values()}
    path = file.replace("\\", "/")
    matching = [one for one in paths if path == one or path.endswith(f"/{one}") or one.endswith(f"/{path}")]
    if not matching:
        near = get_close_matches(path, paths, _MOST, 0.3)
        return Found(note=f"{file} is not a Python file of the package `{index.package}`.", near=tuple(near))
    if len(matching) > 1:
        return Found(note=f"Several files of the client are called {file}.", near=tuple(sorted(matching)))
    inside = [one for one in index.symbols.values() if one.file == matching[0]]
    last = max((end for one in inside for _, end in one.spans), default=0)
    if line > last:
        return Found(note=f"{matching[0]} has {last} lines, and no line {line}.")
    here = [one for one in inside if not one.is_module]
    within = [one for one in here if any(first <= line <= end for first, end in one.spans)]
    if not within:
        around = max((one for one in here if one.line <= line), key=lambda one: one.line, default=None)
        note = f"Line {line} of {matching[0]} belongs to no symbol; it is made with the rest of the file."
        return Found(note=note, near=(around.name,) if around else ())

    def order(one: Symbol) -> tuple[int, bool, int]:
        """The innermost first. Credentials have the lines of the class that takes them."""
        size = min(end - first for first, end in one.spans if first <= line <= end)
        return size, one.part.kind.endswith("client"), -one.name.count(".")

    return Found((min(within, key=order),))


def _of_pointer(text: str, index: Index, root: Node) -> Found:
    where = _pointer(text, root)
    if where is None:
        known = [f"#{json_pointer(origin)}" for one in index.symbols.values() for origin in one.part.origins]
        near = get_close_matches(f"#{text.lstrip('#')}", dict.fromkeys(known), _MOST)
        return Found(note=f"The document has nothing at {text}.", near=tuple(near))
    for length in range(len(where), 0, -1):
        here = tuple(
            one for one in index.symbols.values() if where[:length] in one.part.origins and one.is_public
        )
        if here:
            around = f"Nothing is named after {text} itself; this is made of what is around it."
            return Found(here, "" if length == len(where) else around)
    return Found(note=f"{text} is not a symbol of the client: it has an effect on the client as a whole.")


def _pointer(text: str, root: Node) -> Pointer | None:
    """The pointer, with list indices as numbers; None if it leads nowhere."""
    tokens: list[str | int] = []
    part: Json = root
    for raw in text.lstrip("#").split("/")[1:]:
        token = unquote(raw).replace("~1", "/").replace("~0", "~")
        if isinstance(part, Node) and token in part:
            part = part[token]
            tokens.append(token)
        elif isinstance(part, list) and token.isdecimal() and int(token) < len(part):
            part = part[int(token)]
            tokens.append(int(token))
        else:
            return None
    return tuple(tokens)


def _named(text: str, index: Index, root: Node) -> Found:
    plain = text.removesuffix("()").removeprefix(f"{index.package}.")
    exact = [one for one in index.symbols.values() if plain in one.names]
    ending = [
        one
        for one in index.symbols.values()
        if not one.is_module and any(name.endswith(f".{plain}") for name in one.names)
    ]
    public = [one for one in ending if one.is_public]
    # `clusters.update` means the method, not its fake.
    usual = [one for one in public if not one.is_copied and not one.name.startswith("testing.")]
    found = exact or usual or [one for one in public if not one.is_copied] or public or ending
    if not found and (inherited := _inherited(plain, index)):
        return inherited
    if not found:
        former = [one for name, one in index.former.items() if name == plain or name.endswith(f".{plain}")]
        if former and (found := _having(former[0].now, index)):
            return replace(_one_of(found), note=former[0].note)
        found = [*_by_document(text, index, root)]
    if not found and (users := index.texts.get(text.lower())):
        return _using(text, users, index)
    if not found:
        return Found(note=f"The client has no symbol {text!r}.", near=tuple(_near(plain, index))[:_MOST])
    return _one_of(found)


def _using(text: str, users: tuple[str, ...], index: Index) -> Found:
    """The symbols that use a text, such as the name of a header."""
    found: dict[str, Symbol] = {}
    for user in users[:_MOST]:
        name = user
        while name and not (having := _having(name, index)):
            name = name.rpartition(".")[0]
        if name:
            found[having[0].name] = having[0]
    where = "here" if len(found) == 1 else f"in {len(found)} places"
    return Found(tuple(found.values()), f"The runtime uses {text!r} {where}. It is the same in every client.")


def _near(text: str, index: Index) -> Iterator[str]:
    """The names that resemble a text, one for each symbol: a sync and an async one count as one."""
    owners: dict[str, set[str]] = {}
    for one in index.symbols.values():
        for name in _short(one) if one.is_public else ():
            owners.setdefault(name, set()).add(_sync(one.name))
    by_case = {name.lower(): name for name in owners}
    alike = get_close_matches(text, owners, _MOST_ALIKE, 0.6)
    alike += [by_case[one] for one in get_close_matches(text.lower(), by_case, _MOST_ALIKE, 0.6)]
    seen: set[str] = set()
    for name in sorted(alike, key=lambda one: "Async" in one):
        if not owners[name] <= seen:
            seen |= owners[name]
            yield name


def _sync(name: str) -> str:
    return re.sub(r"\bAsync", "", name)


def _one_of(found: list[Symbol]) -> Found:
    """The symbol, or all candidates. A sync and an async one of the same kind are answered as one."""
    sync = {_sync(one.name) for one in found}
    if len(found) == 2 and len(sync) == 1:
        first, second = sorted(found, key=lambda one: "Async" in one.name)
        return Found((first,), f"The same holds for {second.name}.")
    return Found(tuple(found), is_ambiguous=len(found) > 1)


def _inherited(name: str, index: Index) -> Found | None:
    """An attribute that a class of the client inherits from the runtime: ``clusters.with_raw_response``."""
    owner, _, attribute = name.rpartition(".")
    classes = {one.last_name: one for one in index.symbols.values() if one.part.kind in _CLASSES}
    start = [one for one in index.symbols.values() if _is_called(one, owner)]
    pending = [base for one in start for base in _bases(one, index)]
    while pending:
        base = classes.get(pending.pop(0))
        if base is None:
            continue
        if found := index.symbols.get(f"{base.name}.{attribute}"):
            return Found((found,), f"{owner} inherits it from {base.last_name}.")
        pending += base.bases
    return None


def _is_called(symbol: Symbol, name: str) -> bool:
    is_client = name == "client" and symbol.part.kind == "client"
    return is_client or any(one == name or one.endswith(f".{name}") for one in symbol.names)


_CLASSES = {"class", "class of an object", "enumeration", "resource", "client"}


def _bases(symbol: Symbol, index: Index) -> tuple[str, ...]:
    """The bases of a class; of an attribute of the client, those of the class of the resource."""
    resources = [one for one in index.symbols.values() if one.bases and one.part.kind == "resource"]
    is_resource = symbol.part.kind == "resource"
    same = (one.bases for one in resources if is_resource and one.part.origins == symbol.part.origins)
    return symbol.bases or next(same, ())


def _by_document(text: str, index: Index, root: Node) -> Iterator[Symbol]:
    """The symbols with this name in the document: a request, an ``operationId``, a component, a tag."""
    method, _, path = text.partition(" ")
    for one in index.symbols.values():
        if not one.is_public or not one.part.origins:
            continue
        where = one.part.origins[0]
        if one.part.kind == "method":
            is_called = (where[1:2] == (path,) and str(where[-1]).upper() == method.upper()) or (
                _text(root, where, "operationId") == text
            )
        else:
            is_called = where[-1:] == (text,) or _text(root, where, "name") == text
        if is_called:
            yield one


def _text(root: Node, where: Pointer, key: str) -> str:
    """The text under a key of a part of the document."""
    part = value_at(root, where)
    return part.text(key) if isinstance(part, Node) else ""


def _short(symbol: Symbol) -> tuple[str, ...]:
    """The names that a reader may have meant: each name, and its last parts."""
    parts = symbol.name.split(".")
    return (*symbol.names, ".".join(parts[-2:]), parts[-1])
