"""A server that follows a document: it refuses other requests, and returns what it is told to."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Self
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs


class Server:
    """Validates requests with a document, and returns the value that it was told to."""

    def __init__(self, api: dict[str, Any]) -> None:
        self.received: Any = None
        self.requests: list[str] = []
        self._api = api
        self._validators: dict[int, Any] = {}
        """Those of schemas of the document, by their identity."""
        outer = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = (
                True  # the body would wait until the client has acknowledged the headers
            )

            def do_GET(self) -> None:
                length = int(self.headers.get("Content-Length", 0))
                status, body = outer.answer(
                    self.command, self.path, dict(self.headers), self.rfile.read(length)
                )
                self.send_response(status)
                self.send_header("Content-Length", str(len(body)))
                self.send_header("Content-Type", "application/json")
                self.end_headers()
                self.wfile.write(body)

            do_POST = do_GET  # noqa: N815 - the name that the base class calls

            def log_message(self, *arguments: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._http.server_port}"

    def __enter__(self) -> Self:
        threading.Thread(target=self._http.serve_forever, args=(0.01,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._http.shutdown()
        self._http.server_close()

    def answer(self, method: str, target: str, headers: Mapping[str, str], body: bytes) -> tuple[int, bytes]:
        self.requests.append(target)
        parts = urlsplit(target)
        steps = parts.path.split("/")
        template = next((one for one in self._api["paths"] if one.split("/")[1] == steps[1]), "")
        operation = self._api["paths"].get(template, {}).get(method.lower())
        if operation is None:
            return 404, b"{}"
        given = {
            "query": dict(parse_qsl(parts.query, keep_blank_values=True)),
            "header": {name.lower(): value for name, value in headers.items()},
            "path": {template.split("/")[-1].strip("{}"): unquote(steps[-1])} if len(steps) > 2 else {},
        }
        for one in operation.get("parameters", []):
            name = one["name"].lower() if one["in"] == "header" else one["name"]
            value = given[one["in"]].get(name)
            if value is None and one.get("required"):
                return 422, b'"missing"'
            if value is not None and not any(self._fits(read, one["schema"]) for read in _readings(value)):
                return 422, b'"invalid parameter"'
        if "requestBody" in operation:
            schema = operation["requestBody"]["content"]["application/json"]["schema"]
            if not body or not self._fits(json.loads(body), schema):
                return 422, b'"invalid body"'
        if "204" in operation["responses"]:
            return 204, b""
        return 200, json.dumps(self.received).encode()

    def _fits(self, value: Any, schema: Any) -> bool:
        if (validator := self._validators.get(id(schema))) is None:
            whole = {**schema, "components": self._api["components"]}
            validator = jsonschema_rs.Draft202012Validator(whole, validate_formats=True)
            self._validators[id(schema)] = validator
        return validator.is_valid(value)


def _readings(text: str) -> Iterator[Any]:
    """The values that a text in a URL may stand for."""
    yield text
    with suppress(ValueError):
        yield json.loads(text)
