"""Samples in a copy of a document: each operation gets one, and nothing else changes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.commands.main import main
from codegen.document.load import load
from codegen.document.source_map import SourceMap
from codegen.output.samples import Documented, documented
from tests.command_line import FACE
from tests.conftest import ROOT

SAMPLE = 'from things import Things\n\nwith Things() as client:\n    client.add("\\"a\\": # {b}")\n'
GET = ("paths", "/things", "get")
POST = ("paths", "/things", "post")
OURS = {"lang": "Python", "source": SAMPLE.rstrip("\n")}
THEIRS = {"lang": "Shell", "source": "curl"}


def made(tmp_path: Path, text: str, *pointers: Any, suffix: str = ".yaml") -> Any:
    """The document with the sample at these operations, after a check that nothing else has changed."""
    file = tmp_path / f"openapi{suffix}"
    file.write_bytes(text.encode())
    document = load(file)
    samples = dict.fromkeys(pointers, SAMPLE)
    found = documented(SourceMap(document.source), samples)
    again = documented(SourceMap(_loaded(tmp_path, made_text(found), suffix).source), samples)
    assert (made_text(again), again.written) == (made_text(found), 0)
    before, after = (yaml.safe_load(one) for one in (text, made_text(found)))
    for path in before["paths"].values():
        for operation in path.values():
            operation.pop("x-codeSamples", None)
    there = []
    for path in after["paths"].values():
        for method, operation in path.items():
            if "x-codeSamples" in operation:
                there.append((method, operation.pop("x-codeSamples")))
    assert before == after
    rest = iter(made_text(found))
    assert all(character in rest for character in text), "something was only inserted"
    return found, there


def made_text(found: Documented) -> str:
    """The text of the entry document."""
    return found.texts[0][1]


def _loaded(tmp_path: Path, text: str, suffix: str) -> Any:
    file = tmp_path / f"copy{suffix}"
    file.write_bytes(text.encode())
    return load(file)


BLOCK = """\
# A comment.
paths:
  /things:
    get:  # of the list
      operationId: list
      responses: {}
    post:
        summary: |
          Add
        responses: {}
"""


@pytest.mark.parametrize("text", [BLOCK, BLOCK.replace("\n", "\r\n")])
def test_operations_in_lines(tmp_path: Path, text: str) -> None:
    found, there = made(tmp_path, text, GET, POST)
    assert (found.written, found.kept, found.elsewhere) == (2, 0, ())
    assert there == [("get", [OURS]), ("post", [OURS])]
    assert ("\r\n" in text) == ("\r\n" in made_text(found))
    assert made_text(found).count("\r\n") in {0, made_text(found).count("\n")}


@pytest.mark.parametrize(
    "text",
    [
        "paths: {/things: {get: {responses: {}}, post: {responses: {}}}}\n",
        "paths:\n  /things:\n    get: {responses: {}}\n    post: {\n      responses: {},\n    }\n",
        "paths:\n  /things:\n    get: &one {responses: {}}\n    post: {summary: x, responses: {}}\n",
    ],
)
def test_operations_in_braces(tmp_path: Path, text: str) -> None:
    assert made(tmp_path, text, GET, POST)[1] == [("get", [OURS]), ("post", [OURS])]


def test_how_a_comment_ends_says_nothing_about_the_layout(tmp_path: Path) -> None:
    text = """\
paths:
  /things:
    get:  # in lines, [ or {, or both,
      responses: {}
    post: {  # in braces
      responses: {}}
    put:
      x-codeSamples:  # an item [
        - lang: Shell
          source: curl
    delete:
      x-codeSamples: [  # in brackets
        {lang: Shell, source: curl}]
"""
    put, delete = ("paths", "/things", "put"), ("paths", "/things", "delete")
    _, there = made(tmp_path, text, GET, POST, put, delete)
    assert there == [
        ("get", [OURS]),
        ("post", [OURS]),
        ("put", [OURS, THEIRS]),
        ("delete", [OURS, THEIRS]),
    ]


@pytest.mark.parametrize("indent", [None, 2])
def test_json(tmp_path: Path, indent: int | None) -> None:
    operations = {"get": {"responses": {}}, "post": {"summary": "é"}}
    text = json.dumps({"paths": {"/things": operations}}, indent=indent)
    found, there = made(tmp_path, text, GET, POST, suffix=".json")
    assert there == [("get", [OURS]), ("post", [OURS])]
    assert json.loads(made_text(found))
    assert ("\n" in made_text(found)) == bool(indent)


@pytest.mark.parametrize(
    "own",
    [
        "\n        - lang: Shell\n          source: curl\n",
        "\n      - lang: Shell\n        source: curl\n",
        " [{lang: Shell, source: curl}]\n",
    ],
)
def test_samples_of_the_document_stay(tmp_path: Path, own: str) -> None:
    text = f"paths:\n  /things:\n    get:\n      x-codeSamples:{own}      responses: {{}}\n"
    assert made(tmp_path, text, GET)[1] == [("get", [OURS, THEIRS])]


def test_a_sample_in_python_is_kept(tmp_path: Path) -> None:
    text = "paths:\n  /things:\n    get:\n      x-codeSamples: [{lang: python, source: mine}]\n"
    found, _ = made(tmp_path, text, GET)
    assert (made_text(found), found.written, found.kept) == (text, 0, 1)


def test_an_operation_with_an_alias_gets_one(tmp_path: Path) -> None:
    text = "paths:\n  /things:\n    get: &both\n      responses: {}\n    post: *both\n"
    found, there = made(tmp_path, text, GET, POST)
    assert (found.written, len(there)) == (1, 1)


def test_what_is_not_in_the_text_is_reported(tmp_path: Path) -> None:
    found, there = made(tmp_path, BLOCK, ("paths", "/others", "get"), ("paths", "/things", 0))
    assert (made_text(found), found.written, there) == (BLOCK, 0, [])
    assert len(found.elsewhere) == 2


def test_the_byte_order_mark_stays(tmp_path: Path) -> None:
    document, copy = tmp_path / "openapi.yaml", tmp_path / "copy.yaml"
    head = "openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\n"
    document.write_text(head + BLOCK.replace("{}", '{"204": {description: Done.}}'), encoding="utf-8-sig")
    assert main(["snippets", str(document), "--into", str(copy)], FACE) == 0
    assert copy.read_bytes().startswith(b"\xef\xbb\xbfopenapi: 3.1.0\n")


def wholespec(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "wholespec", *map(str, arguments)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.slow
def test_the_command(tmp_path: Path) -> None:
    document = ROOT / "tests" / "cases" / "fakes" / "openapi.yaml"
    done = wholespec("snippets", document, "--into", tmp_path / "documented.yaml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "11 of 11 operations got an example\n", "")
    text = (tmp_path / "documented.yaml").read_text()
    operation = yaml.safe_load(text)["paths"]["/robots"]["get"]
    assert operation["x-codeSamples"][0]["source"].startswith("from robots import Robots\n")
    assert wholespec("snippets", document).stdout == text
    again = wholespec("snippets", tmp_path / "documented.yaml", "--into", tmp_path / "again.yaml")
    assert again.stdout == "0 of 11 operations got an example; 11 had one already\n"


@pytest.mark.slow
def test_operations_in_other_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "things.yaml").write_text('get:\n  responses: {"204": {description: Done.}}\n')
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\npaths: {/things: {$ref: things.yaml}}\n"
    )
    done = wholespec("snippets", tmp_path / "openapi.yaml", "--into", tmp_path / "copy.yaml")
    assert (done.returncode, done.stdout) == (1, "0 of 1 operations got an example\n")
    assert "things.yaml:2:3: no example can be inserted here: to copy all files" in done.stderr


def test_the_copy_of_a_document_in_several_files_is_a_folder(tmp_path: Path) -> None:
    source, copy = tmp_path / "api", tmp_path / "copy"
    (source / "paths").mkdir(parents=True)
    copy.mkdir()
    get, post = ('  responses: {"204": {description: Done.}}\n',) * 2
    (source / "paths" / "things.yaml").write_text(f"get:\n{get}post:\n{post}")
    (source / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Things, version: 1.0.0}\n"
        f"paths:\n  /things: {{$ref: paths/things.yaml}}\n  /others:\n    get:\n    {get}"
    )
    assert main(["snippets", str(source / "openapi.yaml"), "--into", str(copy)], FACE) == 0
    things = yaml.safe_load((copy / "paths" / "things.yaml").read_text())
    assert [*things["get"]] == [*things["post"]] == ["x-codeSamples", "responses"]
    paths = yaml.safe_load((copy / "openapi.yaml").read_text())["paths"]
    assert paths["/things"] == {"$ref": "paths/things.yaml"}
    assert "x-codeSamples" in paths["/others"]["get"]


def test_the_standard_input_has_no_name_in_a_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["snippets", "-", "--into", str(tmp_path)], FACE) == 2
    assert "name a file with --into" in capsys.readouterr().err
    assert [*tmp_path.iterdir()] == []
