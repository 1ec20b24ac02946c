"""`explain` knows every public symbol of several clients."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from codegen.document.node import Json, Node
from codegen.drift.explain.answers import Answer
from codegen.output.write import write
from tests.conftest import ROOT
from tests.drift.explain.explained import GOLDENS, Explained, explained


def symbols(case: Path, folder: Path) -> list[dict[str, Any]]:
    """The public symbols, as Python knows them."""
    one = explained(case)
    write(one.output.files, folder)
    script = Path(__file__).with_name("survey.py")
    done = subprocess.run(
        [sys.executable, script, folder, one.answers.index.package],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def part(root: Node, pointer: str) -> Json:
    """What a pointer leads to."""
    found: Json = root
    for raw in pointer.removeprefix("#").split("/")[1:]:
        token = raw.replace("~1", "/").replace("~0", "~")
        if isinstance(found, list):
            found = found[int(token)]
        else:
            assert isinstance(found, Node)
            found = found[token]
    return found


def assert_leads_somewhere(one: Explained, answer: Answer) -> None:
    """Each place is a line of a file, and its pointer leads to a part of the document."""
    for origin in answer.origins:
        place = origin.rpartition(": ")[0]
        name, line, column = place.rsplit(":", 2)
        file = next(
            (file for file in (one.output.source.entry, *one.output.source.others) if file.name == name), None
        )
        assert file is not None, origin
        assert 1 <= int(column) <= len(file.line(int(line))) + 1


def test_arguments_of_the_client_are_known_by_their_environment_variables() -> None:
    one = explained(ROOT / "tests/cases/servers")
    region, base = one.one("SERVERS_REGION"), one.one("SERVERS_BASE_URL")
    assert (region.name, base.name) == ("servers.Servers.region", "servers.Servers.base_url")
    assert region.origins[0].endswith("#/servers/0/variables/region")
    assert 'one of "eu", "us"' in region.wire
    assert base.origins[0].endswith("#/servers/0")
    assert_leads_somewhere(one, region)


@pytest.mark.parametrize("case", GOLDENS)
def test_every_public_symbol_is_explained(case: Path, tmp_path: Path) -> None:
    one = explained(case)
    found = symbols(case, tmp_path / "client")
    assert len(found) > 30
    for symbol in found:
        name, kind = symbol["name"], symbol["kind"]
        answer = one.one(f"{one.answers.index.package}.{name}")
        assert_leads_somewhere(one, answer)
        assert answer.why, name
        assert (ROOT / answer.template).is_file(), answer
        if kind != "inherited":
            line = one.line(answer)
            assert name.rpartition(".")[2] in line or line.lstrip().startswith("@"), (name, line)
        if "line" in symbol:
            assert answer.line == symbol["line"], name
        if kind in {"class", "field", "member", "resource", "method", "argument"}:
            assert answer.origins, name
            assert answer.view, name
            assert answer.wire, name
        if symbol.get("wire") is not None:
            assert json.dumps(symbol["wire"], ensure_ascii=False)[:50] in answer.wire, name
        again = one.one(f"{answer.file}:{answer.line}")
        assert again.file == answer.file


@pytest.mark.parametrize("case", GOLDENS)
def test_a_name_is_among_those_that_the_rules_propose(case: Path) -> None:
    """The first pointer of a field, a parameter or an operation is that of the part that gave the name."""
    one = explained(case)
    for symbol in one.answers.index.symbols.values():
        answer = one.answers.about(symbol)
        if symbol.is_public and symbol.part.named and symbol.part.kind != "argument of the client":
            assert answer.why[0].startswith(
                ("It comes from", "It is inline", "`x-python-name`", "`name` of")
            ), answer


def operations(one: Explained) -> Iterator[tuple[str, str]]:
    for operation in one.output.api.operations:
        yield f"{operation.method} {operation.path}", str(operation.id)


@pytest.mark.parametrize("case", GOLDENS)
def test_requests_and_pointers_lead_to_their_methods(case: Path) -> None:
    one = explained(case)
    for request, _ in operations(one):
        answer = one.one(request)
        assert answer.wire == request
        pointer = answer.origins[0].rpartition(": ")[2]
        _, told = one.ask(pointer)
        assert answer.name in {other.name for other in told}
