"""`DriftLog` appends reports to a file, from threads and processes, without values that may be personal."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from api import Example
from conftest import TOKEN
from fault_server import Server, reply
from package._runtime._drift import Drift
from package._runtime._drift_log import DriftLog

from tests.clients import Client

THING = {"id": "a", "size": 1}
DRIFT = Drift(
    kind="unknown_field", operation="getThing", status_code=200, where="$.beta", pointer="#/a", message="new"
)


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_line_has_what_the_report_has(tmp_path: Path) -> None:
    path = tmp_path / "drift.jsonl"
    body = {**THING, "colour": "blue", "note": "private", "size": "private", "beta": ["private"]}
    with Server(reply(200, body)) as server:
        for _ in range(2):  # each client reports it
            with Example(base_url=server.url, token=TOKEN, on_drift=DriftLog(path)) as example:
                example.things.get("a")
                example.things.get("a")
    first, *others = lines(path)
    assert len(others) == 5
    assert str(first.pop("time")).endswith("Z")
    assert first == {
        "client": "example-client 1.2.3",
        "kind": "unknown_field",
        "operation": "getThing",
        "status_code": 200,
        "where": "$.beta",
        "pointer": "#/components/schemas/Thing",
        "message": "the field is not documented",
        "got": "array[string]",
        "value": None,
    }
    assert [one["value"] for one in others] == [None, "blue", None, None, "blue"]
    assert "private" not in path.read_text()


def test_a_token_is_not_recorded(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "drift.jsonl")
    with (
        Server(reply(200, {**THING, "colour": TOKEN, TOKEN: TOKEN})) as server,
        Example(base_url=server.url, token=TOKEN, on_drift=log) as example,
    ):
        example.things.get("a")
    assert len(lines(tmp_path / "drift.jsonl")) == 2
    assert TOKEN not in (tmp_path / "drift.jsonl").read_text()


def test_threads_write_whole_lines(tmp_path: Path) -> None:
    log = DriftLog(tmp_path / "drift.jsonl")
    threads = [threading.Thread(target=lambda: [log(DRIFT) for _ in range(50)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(lines(tmp_path / "drift.jsonl")) == 400


PROGRAM = """\
import sys
from fleet import Drift, DriftLog
log = DriftLog("drift.jsonl")
for number in range(200):
    name = sys.argv[1] * 500
    log(Drift(kind="unknown_field", operation=name, status_code=200, where="$", pointer="#/a", message=""))
"""


@pytest.mark.slow
def test_processes_write_whole_lines(fleet: Client, tmp_path: Path) -> None:
    environment = {"PYTHONPATH": str(fleet.folder)}
    command = [sys.executable, "-c", PROGRAM]
    running = [subprocess.Popen([*command, name], cwd=tmp_path, env=environment) for name in "abc"]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert sorted(str(one["operation"]) for one in lines(tmp_path / "drift.jsonl")) == [
        name * 500 for name in "abc" for _ in range(200)
    ]


def test_a_file_that_is_moved_is_begun_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    log = DriftLog("drift.jsonl")
    monkeypatch.chdir("/")  # a relative path is that of the beginning
    log(DRIFT)
    (tmp_path / "drift.jsonl").rename(tmp_path / "old.jsonl")
    log(DRIFT)
    assert len(lines(tmp_path / "drift.jsonl")) == len(lines(tmp_path / "old.jsonl")) == 1


def test_a_file_that_cannot_be_written_is_refused_at_first_and_logged_later(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(FileNotFoundError):
        DriftLog(tmp_path / "no folder" / "drift.jsonl")
    folder = tmp_path / "folder"
    folder.mkdir()
    log = DriftLog(folder / "drift.jsonl")
    (folder / "drift.jsonl").unlink()
    folder.rmdir()
    log(DRIFT)
    (record,) = caplog.records
    assert (record.name, record.levelno) == ("example", logging.WARNING)
    assert record.getMessage().startswith("drift is not recorded: [Errno 2] No such file or directory")
