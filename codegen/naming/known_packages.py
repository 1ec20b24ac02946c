"""Names of well-known packages. A client with such a name would hide the package, or be mistaken for it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_IMPORTS = frozenset({
    "attr", "bs4", "consul", "crypto", "cv2", "dateutil", "digitalocean", "discord", "dns", "docx",
    "faiss", "fitz", "git", "google", "googleapiclient", "igraph", "jose", "kafka", "ldap", "magic",
    "mastodon", "mysqldb", "nacl", "openssl", "osgeo", "pil", "pkg_resources", "pptx", "serial",
    "skimage", "sklearn", "slack", "slugify", "socks", "telegram", "tests", "trello", "twitter", "usb",
    "win32api", "wx", "yaml", "zmq",
})  # fmt: skip
"""Names under which well-known distributions of other names are imported."""


def known_distribution(name: str) -> bool:
    """Whether a well-known distribution has this name."""
    return name in _distributions()


def known_import(name: str) -> bool:
    """Whether a well-known package is imported by this name, such as ``github`` of PyGithub."""
    return name in _imports()


@cache
def _distributions() -> frozenset[str]:
    lines = Path(__file__).with_name("known_packages.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split())


@cache
def _imports() -> frozenset[str]:
    """The distributions, also without the words for Python around their names."""
    names = {re.sub(r"[-.]", "_", name) for name in _distributions()}
    bare = {re.sub(r"^(python_|py_?)|_(python|py)$", "", name) for name in names}
    return frozenset({*names, *bare, *_IMPORTS} - {"", "api", "client"})
