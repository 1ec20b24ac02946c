"""`explain` knows everything that a user of a client meets, whether it comes from the document or not."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.commands.main import main
from tests.command_line import FACE
from tests.conftest import ROOT
from tests.drift.changes.emitted import names_in
from tests.drift.explain.explained import GOLDENS, explained


@pytest.mark.parametrize("case", GOLDENS)
def test_every_name_that_programs_can_use_is_known(case: Path) -> None:
    """The names are read from the files of the client by another reader."""
    client = explained(case)
    (package,) = (path.parent for path in (case / "expected").glob("*/__init__.py"))
    names = {name.removesuffix("=!)").removesuffix("=)").replace("(", ".") for name in names_in(package)}
    files = [path for path in map(Path, client.output.files) if path.suffix == ".py"]
    modules = {".".join(path.with_suffix("").parts) for path in files}
    modules = {name.removesuffix(".__init__") for name in modules if name.startswith(f"{package.name}.")}
    assert not [one for one in sorted(names | modules) if not client.ask(one)[1]]


@pytest.mark.parametrize(
    ("question", "kind", "place"),
    [
        ("CREDENTIALS_LOG", "function", "_runtime/_log.py"),
        ("Retry-After", "function", "_runtime/_retry_after.py"),
        ("idempotency-key", "value", "_runtime/_call.py"),
        ("HTTPS_PROXY", "function", "_runtime/_pool.py"),
        ("client.timeout", "option of the client", "_runtime/_settings.py"),
        ("Credentials.max_retries", "option of the client", "_runtime/_settings.py"),
        ("AsyncCredentials.http_client", "option of the client", "_runtime/_settings.py"),
        ("on_drift", "option of the client", "_runtime/_settings.py"),
        ("UNSET", "value", "credentials/__init__.py"),
        ("credentials", "package", "credentials/__init__.py"),
        ("errors", "module", "credentials/errors.py"),
        ("FakeCredentials", "class", "testing/__init__.py"),
        ("fake.client", "value", "testing/__init__.py"),
        ("CREDENTIALS_CLIENT_ID", "argument of the client", "credentials/_client.py"),
        ("CREDENTIALS_REFRESH_TOKEN", "argument of the client", "credentials/_client.py"),
    ],
)
def test_what_users_meet_beside_the_document(question: str, kind: str, place: str) -> None:
    client = explained(ROOT / "tests" / "cases" / "credentials")
    found, told = client.ask(question)
    assert not found.is_ambiguous
    assert any(one.file.endswith(place) for one in told), told
    assert kind in {one.kind for one in told}


@pytest.mark.parametrize(
    ("question", "kind", "why"),
    [
        ("disks.begin_replace", "method that returns a poller", "It is `replace`"),
        ("disks.begin_replace.size", "argument", "the property 'size'"),
        ("fake.disks.replace", "fake of a method", "the name of the method `disks.replace`"),
    ],
)
def test_what_stands_beside_a_method_leads_to_its_operation(question: str, kind: str, why: str) -> None:
    answer = explained(ROOT / "tests" / "cases" / "long-running").one(question)
    assert answer.kind == kind
    assert why in " ".join(answer.why)
    assert "#/paths/~1disks~1{name}/put" in answer.origins[0]
    assert (ROOT / answer.view.partition(" in ")[2]).is_file(), answer.view


@pytest.mark.parametrize("words", [["explain", "Order.id"], ["drift", "drift.jsonl"], ["reference", "page"]])
def test_the_document_is_an_option_beside_other_words(
    words: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(words, FACE) == 2
    assert "which document? Add `--spec openapi.yaml`, or name it" in capsys.readouterr().err
