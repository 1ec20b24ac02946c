"""What a client of a document reports is described by the patch."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.commands.main import main
from codegen.output.write import write
from codegen.pipeline import generate
from tests.command_line import FACE
from tests.conftest import serving
from tests.drift.client_reports.depot import DOCUMENT

BOX = {"id": "a", "state": "open", "weight": 5}

RESPONSES: Mapping[str, tuple[int, Any]] = {
    "a value": (200, {**BOX, "state": "lost"}),
    "two values": (200, {**BOX, "state": "sold", "kind": "huge"}),
    "fields": (200, {**BOX, "owner": "Anna", "codes": [1, 2], "rows": [["a"]], "box": {"a": 1}, "all": []}),
    "a field that may be null": (200, {**BOX, "owner": None}),
    "a field of a part": (200, {**BOX, "parts": [{**BOX, "shelf": 1.5}]}),
    "a success": (202, BOX),
    "an error": (404, {"error": "none"}),
    "a missing field": (200, {"id": "a", "state": "open"}),
    "the only required field": (200, {**BOX, "lid": {}}),
    "null": (200, {**BOX, "note": None, "lid": None, "kind": None, "state": None, "parts": [None]}),
    "null in items": (200, {**BOX, "tags": [None], "sizes": {"x": None}}),
    "a number": (200, {**BOX, "weight": 1.5}),
    "other types": (200, {**BOX, "note": 7, "tags": [1], "lid": "red", "kind": 3, "parts": [True]}),
    "an array": (200, {**BOX, "note": ["a", "b"]}),
    "another format": (200, {**BOX, "made": "yesterday"}),
}


class Depot(BaseHTTPRequestHandler):
    """Sends one of `RESPONSES`, by the last segment of the path."""

    def do_GET(self) -> None:
        status, value = list(RESPONSES.values())[int(self.path.rpartition("/")[2])]
        body = json.dumps(value).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Depot)) as depot:
        yield f"http://127.0.0.1:{depot.server_port}"


PROGRAM = """\
import sys
from contextlib import suppress
from depot import APIError, Depot, DriftLog
url, path, count = sys.argv[1:]
for which in range(int(count)):
    with Depot(base_url=url, on_drift=DriftLog(path)) as client, suppress(APIError):
        client.boxes.get(str(which))
"""


def reports_of_a_client(folder: Path, server: str) -> list[dict[str, Any]]:
    """What a client of the document in a folder reports."""
    output = generate(
        folder / "openapi.yaml" if (folder / "openapi.yaml").exists() else folder / "openapi.json"
    )
    client = folder / "client"
    write(output.files, client)
    log = folder / "drift.jsonl"
    log.unlink(missing_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(client), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [sys.executable, "-c", PROGRAM, server, str(log), str(len(RESPONSES))]
    subprocess.run(command, env=environment, check=True)
    return [json.loads(line) for line in log.read_text().splitlines()]


@pytest.mark.slow  # makes and calls two clients
@pytest.mark.parametrize(("version", "form"), [("3.0.3", "yaml"), ("3.1.0", "json")])
def test_the_patch_describes_what_a_client_has_reported(
    version: str, form: str, server: str, tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    text = DOCUMENT.replace("VERSION", version)
    document = tmp_path / f"openapi.{form}"
    document.write_text(text if form == "yaml" else json.dumps(yaml.safe_load(text), indent=2) + "\n")
    assert len(reports_of_a_client(tmp_path, server)) > len(RESPONSES)

    monkeypatch.chdir(tmp_path)
    arguments = ["drift", "drift.jsonl", "--spec", document.name]
    assert main(arguments, FACE) == 1
    printed = capsys.readouterr().out
    assert "by hand" not in printed
    assert main([*arguments, "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, text=True, check=True)
    patched = document.read_text()
    if form == "yaml":
        comments = [line.partition("#")[2] for line in text.split("\n") if " # " in line]
        assert [one for one in comments if one not in patched] == []
    assert main(["check", "--spec", document.name], FACE) == 1  # the client is out of date, nothing else
    assert "has changed" in capsys.readouterr().out

    assert reports_of_a_client(tmp_path, server) == []
