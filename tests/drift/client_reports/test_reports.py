"""How reports are read and counted, and what the command prints."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from codegen.commands.main import main
from tests.command_line import FACE
from tests.conftest import ROOT
from tests.drift.client_reports.depot import ALL, DOCUMENT, X, api, report, written
from tests.drift.sarif import mistakes


def test_reports_are_counted_by_what_they_mean(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    note = report("wrong_type", "$.x", X, got="null", client="depot-client 1.0.0")
    field_ = report("unknown_field", "$.y", ALL, got="string")
    written(
        tmp_path,
        api("3.1.0"),
        field_,
        {**note, "time": "2026-02-01T00:00:00Z"},
        {**note, "time": "2026-01-01T00:00:00Z", "operation": "other"},
    )
    (tmp_path / "more.jsonl").write_text(
        f"\n{json.dumps({**note, 'time': '2026-03-01T00:00:00Z', 'client': 'depot-client 1.1.0'})}\r\n\n"
    )
    assert (
        main(["drift", "drift.jsonl", "more.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE) == 1
    )
    told = json.loads(capsys.readouterr().out)
    assert told["reports"] == {
        "count": 4,
        "first": "2026-01-01T00:00:00Z",
        "last": "2026-03-01T00:00:00Z",
        "clients": {"depot-client 1.0.0": 2, "depot-client 1.1.0": 1},
    }
    first, second = told["findings"]
    assert (first["count"], first["rule"], first["outcome"], first["lines"]) == (
        3,
        "null",
        "edit",
        ["-          type: string", "+          type: [string, 'null']"],
    )
    assert [met["operation"] for met in first["met"]] == ["getBox", "other"]
    assert (first["file"], first["line"], first["pointer"]) == ("openapi.yaml", 21, X)
    assert (second["count"], second["rule"], second["first"]) == (1, "unknown-field", None)
    assert told["counts"] == {"edit": 2, "by-hand": 0, "documented": 0, "elsewhere": 0}
    assert told["patch"].startswith("--- a/openapi.yaml\n+++ b/openapi.yaml\n@@ -")


def test_reports_come_from_the_standard_input(tmp_path: Path) -> None:
    written(tmp_path, api("3.1.0"))
    line = json.dumps(report("wrong_type", "$.x", X, got="null"))
    command = [sys.executable, str(ROOT / "generate.py"), "drift", "-", "--spec", "openapi.yaml"]
    done = subprocess.run(command, input=line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "")
    assert done.stdout.startswith(
        "1 report\n\nThe document lacks this, and can be edited (1)\n"
        "openapi.yaml:21:9: All.x is sometimes null [null]\n"
    )


BAD = {
    b"{": "this is not JSON: ",
    b"[]": "a report is an object of JSON, this is a list",
    b"\xff": "this is not UTF-8",
    b"NaN": "this is not JSON: NaN is no value of JSON",
    b"[" * 60_000: "this is not JSON: ",
    b" " * 70_000 + b"{}": "a line of more than 64 KiB is no report",
    b"{}": "'kind' of a report is a string; there is none",
    b'{"kind": 1}': "'kind' of a report is a string; this is a number",
    b'{"kind": "new"}': "'kind' is undocumented_status, ",
    json.dumps({**report("wrong_type", "$", ""), "status_code": True}).encode(): "'status_code' of a report",
    json.dumps(report("wrong_type", "x", "")).encode(): "'where' is a place such as '$.items[*].id', not 'x'",
    json.dumps(report("wrong_type", "$.a['", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", r"$['\x']", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", "$['\ud800']", "")).encode(): "'where' is a place",
    json.dumps(report("wrong_type", "$", "/a")).encode(): "'pointer' begins with '#/'",
    json.dumps(report("wrong_type", "$", "", got="str")).encode(): "'got' is a type of JSON",
    json.dumps(report("wrong_type", "$", "", got="array[")).encode(): "'got' is a type of JSON",
    json.dumps(
        report("wrong_type", "$", "", value=[])
    ).encode(): "'value' of a report is a string or a number",
    json.dumps(report("wrong_type", "$", "", time="now")).encode(): "'time' is a time such as",
    json.dumps(report("wrong_type", "$", "", value=1))
    .replace('": 1}', '": 1e999}')
    .encode(): "'value' of a report is larger",
}


def test_a_line_that_is_no_report_is_named(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    good = json.dumps(report("wrong_type", "$.x", X, got="null")).encode()
    for line, says in BAD.items():
        (tmp_path / "drift.jsonl").write_bytes(b"\n".join([good, line, good, line]))
        assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 2
        told = capsys.readouterr()
        assert told.out == ""
        places = [one.partition(says)[0] for one in told.err.splitlines()[1:]]
        assert [re.sub(r":\d+: $", "", one) for one in places] == ["  drift.jsonl:2", "  drift.jsonl:4"]


def test_a_line_that_is_not_json_is_named_with_the_column(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    (tmp_path / "drift.jsonl").write_bytes(b'{"time": "x"\n{"time" 1}\n')
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 2
    assert capsys.readouterr().err.splitlines()[1:] == [
        "  drift.jsonl:1:13: this is not JSON: Expecting ',' delimiter",
        "  drift.jsonl:2:9: this is not JSON: Expecting ':' delimiter",
    ]


def test_a_file_without_reports_proves_nothing(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    (tmp_path / "drift.jsonl").touch()
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0
    assert "No client reported a difference here." in capsys.readouterr().out


def test_an_index_without_an_item_is_elsewhere(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    parameters = "#/paths/~1boxes~1{id}/parameters"
    found = [report("wrong_type", "$.x", f"{parameters}/{at}") for at in ("7", "9" * 5000)]
    written(tmp_path, DOCUMENT.replace("VERSION", "3.1.0"), *found)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0
    assert "reports of another version, or of the client of another API (2)" in capsys.readouterr().out


def test_a_file_that_is_not_there_is_named(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    assert main(["drift", "gone.jsonl", "--spec", "openapi.yaml"], FACE) == 2
    assert capsys.readouterr().err == "wholespec: gone.jsonl: No such file or directory\n"


@pytest.mark.parametrize("form", ["github", "sarif"])
def test_other_forms(form: str, tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    gone = report("unknown_field", "$.y", "#/components/schemas/Gone", got="string")
    written(tmp_path, api("3.1.0"), report("wrong_type", "$.x", X, got="null"), gone)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", form], FACE) == 1
    told = capsys.readouterr().out
    if form == "github":
        assert told.startswith(
            "::error file=openapi.yaml,line=21,col=9,title=Drift%3A null::All.x is sometimes null\n2 reports"
        )
        assert "for users of the client: code that reads the value has to handle None" in told
    else:
        assert mistakes(json.loads(told)) == []
        assert [one["level"] for one in json.loads(told)["runs"][0]["results"]] == ["note", "error"]


def test_a_document_without_a_file_is_refused(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    written(tmp_path, api("3.1.0"))
    assert main(["drift", "drift.jsonl", "--spec", "-"], FACE) == 2
    assert "give the document as one" in capsys.readouterr().err


def test_the_command_that_is_advised_is_for_the_same_document(tmp_path: Path, capsys: Any) -> None:
    written(
        tmp_path,
        DOCUMENT.replace("VERSION", "3.1.0"),
        report("unknown_field", "$.size", "#/components/schemas/Box", got="integer"),
        name="my api.yaml",
    )
    (tmp_path / "more.yaml").write_text(
        "overlay: 1.0.0\ninfo: {title: M, version: '1'}\nactions: [{target: $.info, update: {x-a: 1}}]\n"
    )
    arguments = ["drift", "drift.jsonl", "--spec", "my api.yaml", "--overlay", "more.yaml"]
    assert main(arguments, FACE) == 1
    (advised,) = re.findall(r"To fix it: `wholespec (.*?)` edits", capsys.readouterr().out)
    assert advised == "drift drift.jsonl --spec 'my api.yaml' --overlay more.yaml --apply"
    assert main(shlex.split(advised), FACE) == 0
