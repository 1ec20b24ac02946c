"""The servers of a Swagger 2.0 document: ``host``, ``basePath`` and ``schemes``."""

from __future__ import annotations

from codegen.document.node import Json, Node

_WEB = ("https", "http")


def converted_servers(root: Node, owner: Node | None = None) -> list[Json]:
    """A server for each scheme, HTTPS first; relative to the document if it names no host.

    An operation may have schemes of its own: then it is the `owner`.
    """
    owner = root if owner is None else owner
    host, base = root.text("host"), root.text("basePath")
    if not host:
        is_there = bool(base) and owner is root
        return [Node({"url": _path(base)}, pointer=("basePath",))] if is_there else []
    named = [scheme for scheme in owner.values_of("schemes") if isinstance(scheme, str)]
    usable = [scheme for scheme in _WEB if scheme in named]
    schemes = usable or named or ["https"]
    place = ("host",) if owner is root else (*owner.pointer, "schemes")
    return [Node({"url": f"{scheme}://{host}{_path(base)}"}, pointer=place) for scheme in schemes]


def _path(base: str) -> str:
    path = base.rstrip("/")
    return path if path.startswith("/") or not path else f"/{path}"
