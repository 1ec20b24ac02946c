"""How the document is edited: its files, its lines, and what is left to people."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import yaml

from codegen.commands.main import main
from tests.command_line import FACE
from tests.drift.client_reports.depot import ALL, DOCUMENT, X, api, edits, report, written


def test_hostile_names_and_values_stay_text(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    name = "a: {b}\n- #'\"\\\x1b[31m::error::\U0001f600"
    document = yaml.safe_load(api("3.1.0"))
    document["components"]["schemas"]["All"]["properties"]["x"]["enum"] = ["a"]
    told = [
        report("unknown_field", f"$[{name!r}]", ALL, got="string"),
        report("unknown_value", "$.x", X, got="string", value=name),
    ]
    path = written(tmp_path, yaml.safe_dump(document), *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 1
    assert "\x1b" not in capsys.readouterr().out
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--apply"], FACE) == 0
    made = yaml.safe_load(path.read_text())["components"]["schemas"]["All"]["properties"]
    assert made["x"]["enum"] == ["a", name]
    assert made[name]["type"] == "string"


def test_edits_keep_line_ends_and_the_byte_order_mark(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    text = "\ufeff" + DOCUMENT.replace("VERSION", "3.1.0").replace("\n", "\r\n").rstrip()
    told = [
        report("wrong_type", "$.lid.colour", "#/components/schemas/Lid/properties/colour", got="null"),
        {**report("undocumented_status", "$", "#/paths/~1boxes~1{id}/get/responses"), "status_code": 404},
    ]
    document = written(tmp_path, text, *told)
    document.chmod(0o640)
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml"]
    assert main([*arguments, "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    assert main([*arguments, "--apply"], FACE) == 0
    applied = document.read_bytes()
    assert applied.startswith(b"\xef\xbb\xbfopenapi")
    assert applied.count(b"\r\n") == applied.count(b"\n")
    assert b'type: [string, "null"]   # in words' in applied
    assert document.stat().st_mode & 0o777 == 0o640
    document.write_bytes(text.encode())
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(
        ["git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "-"],
        input=patch.encode(),
        check=True,
    )
    assert document.read_bytes() == applied


def test_the_file_with_the_part_is_edited(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    document = yaml.safe_load(api("3.1.0"))
    document["components"]["schemas"]["All"]["properties"]["x"] = {"$ref": "my models/x.yaml"}
    (tmp_path / "my models").mkdir()
    (tmp_path / "my models" / "x.yaml").write_text("type: object\nproperties: {}   # none yet\n")
    told = [
        report("unknown_field", "$.x.note", "#/components/schemas/x", got="string"),
        report("unknown_field", "$.y", ALL, got="string"),
    ]
    written(tmp_path, yaml.safe_dump(document), *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--patch"], FACE) == 0
    patch = capsys.readouterr().out
    subprocess.run(["git", "init", "-q"], check=True)
    subprocess.run(["git", "apply", "-"], input=patch, text=True, check=True)
    assert (tmp_path / "my models" / "x.yaml").read_text() == (
        "type: object\nproperties: "
        "{note: {type: string, description: Found in responses and not described yet.}}   # none yet\n"
    )
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml"], FACE) == 0


def test_what_an_overlay_says_is_not_edited(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    overlay = {
        "overlay": "1.0.0",
        "info": {"title": "More", "version": "1"},
        "actions": [{"target": "$.components.schemas.All.properties", "update": {"z": {"type": "string"}}}],
    }
    (tmp_path / "overlay.yaml").write_text(yaml.safe_dump(overlay))
    told = [
        report("wrong_type", "$.z", f"{ALL}/properties/z", got="null"),
        report("wrong_type", "$.x", X, got="null"),
    ]
    written(tmp_path, api("3.1.0"), *told)
    arguments = ["drift", "drift.jsonl", "--spec", "openapi.yaml", "--overlay", "overlay.yaml"]
    assert main([*arguments, "--patch"], FACE) == 1
    done = capsys.readouterr()
    assert edits(done.out) == ["-          type: string", "+          type: [string, 'null']"]
    assert "overlay.yaml:" in done.err
    assert "written in overlay.yaml, which is no file of the document" in done.err


def test_what_cannot_be_edited_does_not_keep_the_rest_from_it(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    """An alias stands in two places; and a strict document refuses a field without an example."""
    monkeypatch.chdir(tmp_path)
    text = api("3.1.0").replace(
        "        x:\n          type: string\n",
        "        x: &text\n          type: string\n        y: *text\n        z: {type: string}\n",
    )
    assert "*text" in text
    told = [report("wrong_type", f"$.{name}", f"{ALL}/properties/{name}", got="null") for name in "yz"]
    document = written(tmp_path, text, *told)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--apply"], FACE) == 1
    assert "such as an alias" in capsys.readouterr().err
    assert document.read_text() == text.replace("z: {type: string}", "z: {type: [string, 'null']}")

    document.write_text(text)
    (tmp_path / "drift.jsonl").write_text(
        json.dumps({**report("undocumented_status", "$", "#/paths/~1all/get/responses"), "status_code": 204})
    )
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--strict"], FACE) == 1
    capsys.readouterr()


def test_edits_that_are_refused_cost_one_further_reading(
    tmp_path: Path, monkeypatch: Any, capsys: Any
) -> None:
    """A strict document allows no content for 204, and the other edits are made nevertheless."""
    monkeypatch.chdir(tmp_path)
    from codegen.commands import reading

    text = api("3.1.0").replace("openapi: 3.1.0\n", "openapi: 3.1.0\nx-generate: {strict: true}\n")
    document = yaml.safe_load(text)
    document["info"]["description"] = "About boxes."
    document["servers"] = [{"url": "https://depot.example.com"}]
    operation = document["paths"]["/all"]["get"]
    operation |= {"summary": "Get all", "description": "It returns all.", "tags": ["Boxes"]}
    document["tags"] = [{"name": "Boxes", "description": "About boxes."}]
    schemas = document["components"]["schemas"]
    schemas["All"]["description"] = "All."
    schemas["All"]["properties"] = {
        f"x{n}": {"type": "string", "description": "It.", "examples": ["a"]} for n in range(8)
    }
    responses = "#/paths/~1all/get/responses"
    told = [{**report("undocumented_status", "$", responses), "status_code": 201 + n} for n in range(4)]
    told += [report("wrong_type", f"$.x{n}", f"{ALL}/properties/x{n}", got="null") for n in range(8)]
    written(tmp_path, yaml.safe_dump(document, sort_keys=False), *told)
    assert main(["check", "--spec", "openapi.yaml"], FACE) == 1
    assert "problem" not in capsys.readouterr().err
    read = 0
    understood = reading.understood

    def counting(*arguments: Any) -> Any:
        nonlocal read
        read += 1
        return understood(*arguments)

    monkeypatch.setattr(reading, "understood", counting)
    assert main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE) == 1
    counts = json.loads(capsys.readouterr().out)["counts"]
    assert (counts["edit"], counts["by-hand"], read) == (11, 1, 2)


def test_composed_schemas_that_meet_again_take_no_time(tmp_path: Path, monkeypatch: Any, capsys: Any) -> None:
    monkeypatch.chdir(tmp_path)
    link = "#/components/schemas/"
    tower = {
        f"L{n}": {"allOf": [{"$ref": f"{link}L{n + 1}"}, {"allOf": [{"$ref": f"{link}L{n + 1}"}]}]}
        for n in range(40)
    }
    document = yaml.safe_load(api("3.1.0", **tower, L40={"type": "object", "required": ["a"]}))
    document["components"]["schemas"]["All"]["properties"]["x"] = {"$ref": f"{link}L0"}
    told = [
        report("unknown_field", "$.x.y", f"{link}L0", got="string"),
        report("wrong_type", "$.x", X, got="null"),
    ]
    written(tmp_path, yaml.safe_dump(document), *told)
    main(["drift", "drift.jsonl", "--spec", "openapi.yaml", "--format", "json"], FACE)
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 2
