"""Decides which files and URLs the references of a document may lead to.

A document may come from somebody else. What it refers to is copied into a client, so it must not name any
file of the system or any host of the network.
"""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from msgspec import Struct, field


class Unreachable(Exception):
    """The target of a reference must not be read, or cannot be."""

    def __init__(
        self, message: str, rule: str, *, is_tolerable: bool = True, has_file: bool = False, wider: str = ""
    ) -> None:
        super().__init__(message)
        self.message = message
        self.rule = rule
        self.is_tolerable = is_tolerable
        self.has_file = has_file
        """Whether only the part is missing in a file that is there."""
        self.wider = wider
        """The folder that `--root` has to name, so that the file may be read."""

    def with_hint(self, hint: str) -> Unreachable:
        """The same, with a suggestion."""
        return Unreachable(
            f"{self.message}{hint}",
            self.rule,
            is_tolerable=self.is_tolerable,
            has_file=self.has_file,
            wider=self.wider,
        )


class Access(Struct, frozen=True):
    """The files that may be read besides the entry document."""

    root: Path | None = None
    """The folder that all files must be in; None for the folder of the entry document."""
    fetch: Sequence[str] = ()
    """The beginnings of the URLs that may be fetched."""
    instead: Mapping[Path, str] = field(default_factory=dict)
    """Texts that replace the contents of files, by their real paths."""

    def allows(self, url: str) -> bool:
        """Whether a URL may be fetched: its scheme, host and port are those of a permitted one."""
        return any(_is_below(url, permitted) for permitted in self.fetch)


def permitted_url(text: str) -> str:
    """The beginning of URLs that a user permits.

    Raises:
        ValueError: It is not a URL that can be fetched.
    """
    parts = urlsplit(text)
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError(f"{text!r} is not the beginning of a URL such as https://example.com/schemas/")
    if parts.username is not None or parts.query or parts.fragment:
        raise ValueError(f"{text!r} has credentials, a query or a fragment; name a host and a path")
    return text


def without_query(url: str) -> str:
    """A URL as it may be recorded: its query may be a secret."""
    return url.partition("#")[0].partition("?")[0]


def _is_below(url: str, permitted: str) -> bool:
    try:
        one, other = urlsplit(url), urlsplit(permitted)
        same = (one.scheme, one.hostname, one.port or 443) == ("https", other.hostname, other.port or 443)
    except ValueError:  # the port is not a number
        return False
    if not same or one.username is not None or {".", ".."} & {*unquote(one.path).split("/")}:
        return False
    folder = other.path.rstrip("/")
    return one.path == other.path or one.path.startswith(f"{folder}/") or folder == ""


def refuse_form(reference: str) -> None:
    """Refuse a reference by its form alone: an absolute path, a scheme that is never read.

    Raises:
        Unreachable: It has such a form (rule ``external-reference``), or is not a reference.
    """
    try:
        urlsplit(reference)
    except ValueError as error:  # "https://["
        raise Unreachable(f"{reference!r} is neither a path nor a URL", "dangling-reference") from error
    if match := re.match(r"[A-Za-z][A-Za-z0-9+.-]*(?=:)", reference):
        scheme = match[0].lower()
        if scheme != "https" and not reference.startswith("urn:"):
            what = "an absolute path" if len(scheme) == 1 or scheme == "file" else f"a URL of {scheme!r}"
            hint = "use https" if scheme == "http" else _RELATIVE
            raise Unreachable(f"{reference!r} is {what}, which is not read; {hint}", "external-reference")
    elif reference.startswith(("/", "\\", "~/")):
        raise Unreachable(
            f"{reference!r} is an absolute path, which is not read; {_RELATIVE}", "external-reference"
        )


_RELATIVE = "write the path from the folder of this file"


def local_path(path: str, root: Path, reference: str, shown: str) -> Path:
    """The file at a path, without symbolic links.

    Args:
        path: An absolute path.
        root: The folder that it must be in.
        reference: The reference as its author wrote it, for messages.
        shown: The folder as the user wrote it, for messages.

    Raises:
        Unreachable: It is outside of the folder (rule ``external-reference``).
    """
    try:
        folder, real = Path(os.path.realpath(root)), Path(os.path.realpath(path))
        is_link = Path(os.path.normpath(path)).is_relative_to(os.path.abspath(root))
    except (OSError, ValueError) as error:  # a loop of links, a null byte
        raise Unreachable(f"{reference!r} leads to no file", "dangling-reference") from error
    if real.is_relative_to(folder):
        return real
    if is_link:
        message = f"{reference!r} is a symbolic link that leads out of the folder {shown!r}"
    else:
        message = f"{reference!r} leads out of the folder {shown!r}; --root DIR permits a larger one"
    common = Path(os.path.commonpath([folder, real.parent]))
    is_usable = not is_link and real.is_file() and common != common.parent
    raise Unreachable(message, "external-reference", wider=str(common) if is_usable else "")
