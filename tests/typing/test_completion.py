"""Completion in editors, asked of pyright's language server: values of enums, keys of dicts."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clients import output_of
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

MARK = "|"
"""Where the cursor stands in a line."""

SECONDS = 300
"""When the server is stopped. It has to read much, maybe on a machine that does other things."""


class Editor:
    """An editor with one open file, to the language server (the Language Server Protocol 3.17)."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._sent = 0
        self._server = subprocess.Popen(
            [sys.executable, "-m", "pyright.langserver", "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._timer = threading.Timer(SECONDS, self._server.kill)
        self._timer.start()
        root = folder.as_uri()
        capabilities = {"textDocument": {"completion": {}}, "workspace": {"configuration": True}}
        folders = {"rootUri": root, "workspaceFolders": [{"uri": root, "name": "uses"}]}
        self.ask("initialize", processId=None, capabilities=capabilities, **folders)
        self._write({"method": "initialized", "params": {}})

    def completions(self, code: str) -> set[str]:
        """The labels that are offered at the mark."""
        before, _, after = code.partition(MARK)
        uri = (self._folder / f"uses_{self._sent}.py").as_uri()
        document = {"uri": uri, "languageId": "python", "version": 1, "text": before + after}
        self._write({"method": "textDocument/didOpen", "params": {"textDocument": document}})
        position = {"line": before.count("\n"), "character": len(before.rpartition("\n")[2])}
        found = self.ask("textDocument/completion", textDocument={"uri": uri}, position=position)
        items = found["items"] if isinstance(found, dict) else found or []
        return {str(item["label"]).strip("'\"") for item in items}

    def ask(self, method: str, **params: object) -> Any:
        self._sent += 1
        self._write({"id": self._sent, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._sent and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            if "id" in message and "method" in message:  # the server asks, too, such as for settings
                asked = message.get("params") or {}
                answer = [None for _ in asked["items"]] if "items" in asked else None
                self._write({"id": message["id"], "result": answer})

    def close(self) -> None:
        self._timer.cancel()
        self._server.kill()
        self._server.communicate()

    def _write(self, message: dict[str, object]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while line := self._server.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has ended"
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Editor]:
    folder = tmp_path_factory.mktemp("editor")
    for path, text in output_of(ROOT / "tests" / "cases" / "literals" / "openapi.yaml").files.items():
        if path.startswith("literals/"):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, encoding="utf-8")
    environment = Path(sys.prefix)
    settings = {"venvPath": str(environment.parent), "venv": environment.name}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings))
    opened = Editor(folder)
    yield opened
    opened.close()
    shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ('client.chats.list(state="|")', {"open", "closed"}),
        ("client.chats.list(state=|)", {"open", "closed"}),
        ('client.chats.list(states=["|"])', {"open", "closed"}),
        ('client.chats.create(messages=[], model="|")', {"large", "small"}),
        ('client.chats.create(messages=[{"|"}])', {"role", "content", "sentAt"}),
        ('client.chats.create(messages=[{"role": "|"}])', {"system", "user"}),
        ('client.chats.create(messages=[{"role": "user", "|"}])', {"content", "sentAt"}),
        ('models.Chat(messages=[], state="|")', {"open", "closed"}),
        ('models.User(content=[{"|"}])', {"text", "x-weight"}),
    ],
)
def test_an_editor_offers_what_may_be_passed(editor: Editor, line: str, offered: set[str]) -> None:
    code = f"from literals import Literals, models\n\ndef call(client: Literals) -> None:\n    {line}\n"
    assert offered <= editor.completions(code)
