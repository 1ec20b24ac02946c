"""Serves the document's examples over HTTP on this machine, to try a client without an account."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Collection, Iterator, Sequence
from difflib import get_close_matches
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, cast
from urllib.parse import urljoin, urlsplit

import msgspec

from .._api import FACTS
from .._runtime._operation import Operation
from .._runtime._parameters import without_marks
from ._bodies import Content, Example, example_of, granted, served, with_parts
from ._declared import operations_of
from ._fake import GRANTS
from ._routes import Route, paths, route, routes

_SOURCE = "x-example-source"
"""The header that says where a response comes from: `document`, or `schema` if it was made."""


def operations() -> Iterator[Operation[Any]]:
    """The operations of the client. One that may be a stream is there once, without the stream."""
    package = import_module(f"{__name__.rpartition('.testing.')[0]}.resources")
    for module in iter_modules(package.__path__, f"{package.__name__}."):
        for several in operations_of(module.name).values():
            yield several[0]


class Server(ThreadingHTTPServer):
    """A server of examples. It uses only the standard library, and listens on this machine only."""

    daemon_threads = True

    def __init__(self, port: int, token_paths: Collection[str]) -> None:
        super().__init__(("127.0.0.1", port), Handler)
        self.routes: Sequence[Route] = routes(operations())
        self.token_paths = token_paths
        """Where access tokens are granted, to anyone."""

    @property
    def url(self) -> str:
        """The base URL for clients."""
        return f"http://127.0.0.1:{self.server_port}"


class Handler(BaseHTTPRequestHandler):
    """Responds to one request."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = (
        True  # the body would wait until the client has acknowledged the headers
    )

    def respond(self) -> None:
        """Send the example of the operation that the request is for."""
        body = self._read()
        found = route(self._server.routes, self.command, self.path)
        if found is None and self.command == "HEAD":  # as servers do (RFC 9110 section 9.3.2)
            found = route(self._server.routes, "GET", self.path)
        if found is None and self.command == "POST" and self.path in self._server.token_paths:
            self._send(granted(body), "none")
            return
        if found is None:
            self._refuse()
            return
        example = example_of(found.id)
        content = _content(found, example, f"{self._server.url}{self.path}")
        is_documented = example is not None and example.is_documented
        self._send(content, "document" if is_documented else "schema")

    @property
    def _server(self) -> Server:
        return cast("Server", self.server)

    def _read(self) -> bytes:
        """Read the body, so that the connection can be used again."""
        length, body = self.headers.get("content-length", ""), b""
        if length.isdigit():
            body = self.rfile.read(int(length))
        elif self.headers.get("transfer-encoding", "").lower() == "chunked":
            while size := int(self.rfile.readline().partition(b";")[0] or b"0", 16):
                body += self.rfile.read(size + 2)[:size]
            self.rfile.readline()
        return body

    def _refuse(self) -> None:
        others = paths(self._server.routes, self.path)
        status = 405 if others else 404
        shown = self.path.partition("?")[0]
        message = (
            f"{shown} has {', '.join(others)}, not {self.command}"
            if others
            else f"the document has no {self.command} {shown}"
        )
        known = [
            f"{one.operation.method} {_shown(one.operation.path)}" for one in self._server.routes
        ]
        body = with_parts(None, {"code": "NO_SUCH_OPERATION", "message": message})
        if shown == "/":  # what a browser asks for first
            body["operations"] = known
        else:
            body["did_you_mean"] = get_close_matches(f"{self.command} {shown}", known, 5, 0.3)
        content = Content(
            status, "application/json", msgspec.json.format(msgspec.json.encode(body), indent=2)
        )
        self._send(content, "none", {"allow": ", ".join(others)} if others else {})

    def _send(self, content: Content, source: str, headers: dict[str, str] | None = None) -> None:
        self.send_response(content.status)
        more = {} if content.media_type is None else {"content-type": content.media_type}
        for name, value in {**more, _SOURCE: source, **(headers or {})}.items():
            self.send_header(name, value)
        has_content = content.status >= 200 and content.status not in {204, 304}
        if has_content:
            self.send_header("content-length", str(len(content.content)))
        self.end_headers()
        if has_content and self.command != "HEAD":
            self.wfile.write(content.content)

    def log_message(self, format: str, *args: Any) -> None:
        """Write a line for each request to stdout."""
        print(format % args, flush=True)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("do_"):  # the document may have any method
            return self.respond
        raise AttributeError(name)


def _shown(path: str) -> str:
    """The template of a path, without the marks of types."""
    return without_marks(path)


def _content(operation: Operation[Any], example: Example | None, url: str) -> Content:
    if hasattr(operation, "pages"):
        pages = import_module("._pages", __package__)  # which clients without pages do not have
        content: Content = pages.last_page(operation, example, url)
        return content
    return served(operation)


def main(client: Any, arguments: Sequence[str] | None = None) -> int:
    """Serve until Ctrl-C.

    Args:
        client: The class of the client.
        arguments: Those of the command line.
    """
    package = __name__.rpartition(".testing.")[0]
    parser = argparse.ArgumentParser(
        prog=f"python -m {package}.testing",
        description=f"Serve the examples of the document of {FACTS.title} on this machine.",
    )
    parser.add_argument(
        "--port", type=_port, default=8000, help="0 for any free one; default: 8000"
    )
    port: int = parser.parse_args(arguments).port
    try:
        server = Server(port, _token_paths(client))
    except OSError as error:
        print(f"{parser.prog}: cannot listen on port {port}: {error.strerror}", file=sys.stderr)
        return 1
    with server:
        try:
            _introduce(client, server)
            server.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def _introduce(client: Any, server: Server) -> None:
    """Print what is served, and what to set where the client runs."""
    names = [name for name in client._credential_names() if name not in GRANTS]
    variables = [f"{name.upper()}=example" for name in names]
    print(f"{FACTS.title}: examples of {len(server.routes)} operations at {server.url}")
    print("Set these variables where the client runs; Ctrl-C stops the server:")
    for variable in (f"BASE_URL={server.url}", *variables):
        print(f"  export {FACTS.environment}_{variable}", flush=True)


def _token_paths(client: Any) -> Collection[str]:
    """The paths of the URLs where a client gets access tokens."""
    if not hasattr(client, "_security"):
        return ()
    grants = client._security.grants
    urls = (grants.token_url, grants.refresh_url, grants.device_url, grants.device_token_url)
    return {urlsplit(urljoin("http://x/", url)).path for url in urls if url is not None}


def _port(text: str) -> int:
    if not (text.isascii() and text.isdigit() and int(text) < 2**16):
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: it must be from 0 to 65535")
    return int(text)
