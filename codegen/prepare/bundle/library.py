"""The files of a document: each is read once, and found by its URI."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import quote, unquote, urljoin, urlsplit

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.document.failures import Unusable
from codegen.document.limits import MOST_FILES
from codegen.document.load import Loaded, parse
from codegen.document.node import Json, Node, Pointer
from codegen.document.problems import Problem, Refused
from codegen.document.source import LARGEST_FILE, Source, decoded
from codegen.prepare.bundle.access import Access, Unreachable, local_path

_ANCHORS = ("$anchor", "$dynamicAnchor")


class File(Struct, frozen=True, eq=False):
    """A file that has been read."""

    uri: str
    """Absolute (RFC 3986), without a fragment."""
    name: str
    """As a reference from the entry document has it: ``paths/things.yaml``, ``https://example.com/a.json``."""
    source: Source
    root: Json
    identified: dict[str, Node] = field(default_factory=dict)
    """The schemas with an ``$id``, by its URI (JSON Schema 2020-12 core, 8.2.1)."""
    anchored: dict[tuple[str, str], Node] = field(default_factory=dict)
    """The schemas with an anchor, by the URI of the schema around it and the anchor (core, 8.2.2)."""

    bases: dict[Pointer, str] = field(default_factory=dict)
    """The base URI of each mapping, by its place, if that is not the URI of the file (core, 8.2.1)."""

    @classmethod
    def of(cls, uri: str, name: str, source: Source, root: Json, *, has_identities: bool) -> File:
        """A file, with its identified schemas if its version of OpenAPI has them."""
        file = cls(uri, name, source, root)
        for base, node in _with_bases(root, uri) if has_identities else ():
            if base != file.uri:
                file.bases[node.pointer] = base
            if isinstance(node.get("$id"), str) or (node is root and isinstance(node.get("$self"), str)):
                file.identified.setdefault(base, node)
            for key in _ANCHORS:
                if isinstance(anchor := node.get(key), str):
                    file.anchored.setdefault((base, anchor), node)
        return file


@cache
def resolved_uri(base: str, reference: str) -> str:
    """The URI that a reference means (RFC 3986, 5.2), without its fragment; itself if it is not a URI."""
    try:
        return urlsplit(urljoin(base, reference)).geturl().partition("#")[0]
    except ValueError:  # "http://["
        return reference


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # the name is too long, or has a null byte
        return False


def _meant(path: Path) -> str:
    """The name of a file that is similar to that of a missing one."""
    try:
        names = sorted(one.name for one in path.parent.iterdir())
    except OSError:
        return ""
    near = get_close_matches(path.name, names, n=1, cutoff=0.7)
    return f"; did you mean {near[0]!r}?" if near else ""


def _with_bases(root: Json, uri: str) -> Iterator[tuple[str, Node]]:
    """Every mapping with the base URI for its references.

    A document may say its own URI by ``$self`` (OpenAPI 3.2.0, 4.1.2.2.1), and a schema by ``$id``.
    """
    itself = root.get("$self") if isinstance(root, Node) else None
    uri = resolved_uri(uri, itself) if isinstance(itself, str) else uri
    pending: list[tuple[str, Json]] = [(uri, root)]
    while pending:
        base, part = pending.pop()
        if isinstance(part, Node):
            identity = part.get("$id")
            base = resolved_uri(base, identity) if isinstance(identity, str) else base
            yield base, part
            pending.extend((base, one) for one in reversed(part.values()) if isinstance(one, (Node, list)))
        elif isinstance(part, list):
            pending.extend((base, one) for one in reversed(part) if isinstance(one, (Node, list)))


_TEXTS = frozenset({".htm", ".html", ".markdown", ".md", ".txt"})
"""Suffixes of files that are one text, such as a description."""


class Library:
    """Reads files, and keeps them."""

    def __init__(self, entry: Loaded, access: Access, *, has_identities: bool) -> None:
        shown = entry.source.name
        self._is_fetched = shown.startswith("https://")
        path = "" if self._is_fetched else os.path.abspath(shown)
        self._folder = Path(path).parent
        self._shown = Path(shown).parent
        self._root = self._folder if access.root is None else access.root
        if access.root is not None and not (
            access.root.is_dir() and path and Path(path).is_relative_to(os.path.abspath(access.root))
        ):
            raise Unusable(f"--root {access.root} is not a folder with {shown} in it")
        self._access = access
        if self._is_fetched:  # the files beside it are its own, as those beside a file are
            self._access = replace(access, fetch=[*access.fetch, urljoin(shown, ".")])
        self._left = LARGEST_FILE - len(entry.source.text)
        self._has_identities = has_identities
        uri, name = (Path(path).as_uri(), quote(Path(path).name)) if path else (shown, shown)
        self.entry = File.of(uri, name, entry.source, entry.root, has_identities=has_identities)
        self.files: dict[str, File] = {self.entry.uri: self.entry}
        """The files by URI, in the order of reading. After a redirect, a file has two."""
        self.broken: list[Problem] = []
        """The problems of files that cannot be parsed."""
        self._failed: dict[str, Unreachable] = {}
        self._identities = dict.fromkeys(self.entry.identified, self.entry)
        self._sources: list[Source] = []

    @property
    def sources(self) -> list[Source]:
        """The files that have been read besides the entry document."""
        return self._sources

    def identified(self, uri: str) -> tuple[File, Node] | None:
        """The schema with an identity, if one of the files has it."""
        file = self._identities.get(uri)
        return None if file is None else (file, file.identified[uri])

    def has(self, uri: str) -> bool:
        """Whether a URI leads to something that can be read."""
        if uri.startswith("https:"):
            return uri in self.files or self._access.allows(uri)
        return uri.startswith("file:") and _exists(unquote(urlsplit(uri).path))

    def file(self, uri: str, reference: str) -> File:
        """The file at an absolute URI.

        Args:
            uri: The URI, without a fragment.
            reference: The reference as its author wrote it, for messages.

        Raises:
            Unreachable: It must not be read, or cannot be.
        """
        if uri not in self.files:
            if uri in self._failed:
                raise self._failed[uri]
            try:
                file = self.files[uri] = self._read(uri, reference)
                self._identities = {**dict.fromkeys(file.identified, file), **self._identities}
            except Unreachable as error:
                self._failed[uri] = error
                raise
        return self.files[uri]

    def _read(self, uri: str, reference: str) -> File:
        if len(self.files) > MOST_FILES:
            raise Unreachable(
                f"the document has more than {MOST_FILES:,} files", "too-many", is_tolerable=False
            )
        if uri.startswith("https:"):
            return self._fetched(uri, reference)
        if self._is_fetched or not uri.startswith("file:"):
            raise Unreachable(f"{reference!r} leads nowhere: no schema has this '$id'", "dangling-reference")
        path = unquote(urlsplit(uri).path)
        name = quote(os.path.relpath(path, self._folder))
        shown = os.path.normpath(self._shown / os.path.relpath(path, self._folder))
        root = self._shown if self._access.root is None else self._access.root
        data = self._content(local_path(path, self._root, reference, os.fspath(root)), shown, reference)
        return self._parsed(uri, name, decoded(shown, data, Path(path).suffix))

    def _fetched(self, uri: str, reference: str) -> File:
        if not self._access.allows(uri):
            what = "is a URL" if "://" in reference else f"leads to {uri}"
            message = f"{reference!r} {what}; to fetch it: --fetch {uri.rpartition('/')[0]}/"
            raise Unreachable(message, "external-reference")
        from codegen.prepare.bundle.fetching import fetch  # noqa: PLC0415 - takes long to import

        final, data = fetch(uri, self._access, self._left)
        self._left -= len(data)
        return self._parsed(final, uri, decoded(uri, data, Path(urlsplit(final).path).suffix))

    def _content(self, path: Path, shown: str, reference: str) -> bytes:
        if (text := self._access.instead.get(path)) is not None:
            return text.encode()
        try:
            if not stat.S_ISREG(path.stat().st_mode):
                raise Unreachable(f"{reference!r} leads nowhere: {shown} is no file", "dangling-reference")
            with path.open("rb") as file:
                data = file.read(self._left + 1)
        except FileNotFoundError as error:
            message = f"{reference!r} leads nowhere: there is no file {shown}{_meant(path)}"
            raise Unreachable(message, "dangling-reference") from error
        except OSError as error:
            message = f"{reference!r} leads nowhere: {shown}: {error.strerror}"
            raise Unreachable(message, "dangling-reference") from error
        if len(data) > self._left:
            message = f"the files of the document have more than {LARGEST_FILE // 1024**2} MiB"
            raise Unreachable(message, "too-many", is_tolerable=False)
        self._left -= len(data)
        return data

    def _parsed(self, uri: str, name: str, source: Source) -> File:
        self._sources.append(source)
        try:
            is_text = PurePosixPath(name).suffix.lower() in _TEXTS
            root = source.text if is_text else parse(source)
            return File.of(uri, name, source, root, has_identities=self._has_identities)
        except Refused as refused:
            for problem in refused.problems:
                place = source.place(problem.where, problem.on)
                self.broken.append(problem.at(place.in_file(source.name)))
            return File(uri, name, source, None)
