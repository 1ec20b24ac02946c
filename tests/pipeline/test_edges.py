"""Names, files and commands at the edges: what collides, what belongs to others, what would be lost."""

from __future__ import annotations

import json
import os
import shlex
from pathlib import Path

import pytest

from codegen.output import write as writing
from codegen.pipeline import generate
from codegen.views.text.printable import printable
from generate import main

HEAD = "openapi: 3.1.0\ninfo: {title: %s, version: '1'}\nservers: [{url: 'https://a.example.com'}]\n"
DONE = "responses: {'204': {description: Done.}}"


def document(folder: Path, text: str, title: str = "Things") -> str:
    file = folder / "openapi.yaml"
    file.write_text(HEAD % title + text)
    return str(file)


def built(folder: Path, text: str, title: str = "Things") -> dict[str, str]:
    return generate(Path(document(folder, text, title))).files


def refusal(folder: Path, text: str, capsys: pytest.CaptureFixture[str], *options: str) -> str:
    assert main(["--spec", document(folder, text), "--out", str(folder / "out"), *options]) == 1
    assert not (folder / "out").exists()
    return capsys.readouterr().err


def test_members_are_not_attributes_of_the_metaclass(tmp_path: Path) -> None:
    schemas = "paths: {}\ncomponents: {schemas: {A: {type: string, enum: [mro, MRO]}}}\n"
    text = built(tmp_path, schemas)["things/models.py"]
    assert 'MRO = "MRO"' in text or 'MRO = "mro"' in text
    assert "    mro = " not in text


def test_a_tag_may_be_called_like_the_counterpart_of_another(tmp_path: Path) -> None:
    paths = (
        f"paths: {{/a: {{get: {{tags: [Jobs], operationId: a, {DONE}}}}},"
        f" /c: {{get: {{tags: [Jobs Resources], operationId: c, {DONE}}}}},"
        f" /b: {{get: {{tags: [Async Jobs], operationId: b, {DONE}}}}}}}\n"
    )
    files = built(tmp_path, paths.replace("Jobs Resources", "jobs.resource"))
    assert "class JobsResourceResource(Resource)" in files["things/resources/jobs_resource.py"]
    assert "class AsyncJobs(AsyncResource)" in files["things/resources/jobs.py"]
    assert "class AsyncJobsResource(Resource)" in files["things/resources/async_jobs.py"]


def test_so_may_tags_whose_classes_need_longer_names(tmp_path: Path) -> None:
    paths = (
        f"paths: {{/a: {{get: {{tags: [Client], operationId: a, {DONE}}}}},"
        f" /b: {{get: {{tags: [Async Client], operationId: b, {DONE}}}}}}}\n"
    )
    files = built(tmp_path, paths)
    assert "class AsyncClientResource(AsyncResource)" in files["things/resources/client.py"]
    assert "class AsyncClientResourceResource(Resource)" in files["things/resources/async_client.py"]


@pytest.mark.parametrize(
    "text",
    [
        f"paths: {{/a: {{get: {{x-python-name: FETCH, operationId: a, {DONE}}}}}}}",
        "tags: [{name: t, x-python-name: T}]\npaths: {/a: {get: {tags: [t], responses: {}}}}",
        (
            "security: [{k: []}]\npaths: {/a: {get: {responses: {}}}}\n"
            "components: {securitySchemes: {k: {type: apiKey, in: header, name: K, x-python-name: super}}}"
        ),
    ],
)
def test_an_override_is_a_name_like_any_other(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "[python-name]" in refusal(tmp_path, text, capsys)


@pytest.mark.parametrize("title", ["License", "Pip", "Setuptools", "sitecustomize", "idna"])
def test_a_package_takes_the_place_of_no_other(title: str, tmp_path: Path) -> None:
    assert f"{title.lower()}_client/__init__.py" in built(tmp_path, "paths: {}\n", title)


@pytest.mark.parametrize("name", ["httpx2", "msgspec", "pip", "Setuptools", "typing.extensions"])
def test_a_distribution_takes_the_place_of_none_that_it_needs(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "openapi.yaml"
    file.write_text(
        f"openapi: 3.1.0\ninfo: {{title: T, version: '1', x-python: {{distribution: {name}}}}}\npaths: {{}}\n"
    )
    assert main(["--spec", str(file), "--out", str(tmp_path / "out")]) == 1
    assert "[package]" in capsys.readouterr().err


def test_the_variables_of_others_are_not_read_and_all_are_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "security: [{SecretAccessKey: [], SessionToken: []}]\n"
        f"paths: {{/a: {{get: {{operationId: a, {DONE}}}}}}}\n"
        "components: {securitySchemes: {SecretAccessKey: {type: apiKey, in: header, name: A},"
        " SessionToken: {type: apiKey, in: header, name: B}}}\n"
    )
    spec = document(tmp_path, text, "AWS")
    assert main(["--spec", spec, "--out", str(tmp_path / "out")]) == 0
    listed = capsys.readouterr().out.splitlines()[-1]
    assert "AWS_CLIENT_SECRET_ACCESS_KEY, AWS_CLIENT_SESSION_TOKEN, " in listed
    assert "AWS_SECRET_ACCESS_KEY" not in "".join(
        path.read_text() for path in (tmp_path / "out").rglob("*.py")
    )


def test_a_segment_does_not_become_a_way_up(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    parameter = "{name: a, in: path, required: true, style: matrix, schema: {type: string}}"
    text = f"paths: {{'/x/..{{a}}/y': {{get: {{operationId: a, parameters: [{parameter}], {DONE}}}}}}}\n"
    assert "[path]" in refusal(tmp_path, text, capsys)


def test_an_anchor_may_be_defined_twice(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "paths: {}\nx-a: &a 1\nx-b: &a 2\nx-c: *a\nsecurity: 1\n"
    assert "openapi.yaml:8:11: error: 'security' must be a list" in refusal(tmp_path, text, capsys)


@pytest.mark.parametrize(
    "command", ["##vso[task.x]y", "##teamcity[x]", "##[group]", "::error::x", "a\u202eb\nc"]
)
def test_what_is_printed_commands_nothing(command: str) -> None:
    shown = printable(command)
    assert shown.isprintable()
    assert not shown.startswith("::")
    assert "##" not in shown or "[" not in shown


def test_the_advice_is_one_command_that_works_however_many_rounds_it_takes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = "security: 1\npaths: {/a: {get: {operationId: a, responses: {'20': {description: No.}}}}}\n"
    told = refusal(tmp_path, text, capsys)
    (advice,) = [line for line in told.splitlines() if line.startswith("to continue anyway: ")]
    words = shlex.split(advice.removeprefix("to continue anyway: "))
    assert words[-3:] == ["--tolerate", "wrong-type", "--allow-loss"]
    assert main(words[2:]) == 0


def test_nothing_is_lost_unless_it_is_allowed_and_each_loss_is_shown(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (
        "paths: {/a: {post: {operationId: a, requestBody: {content: {'': {}}},"
        " responses: {'200': {description: Ok.}, '2O0': {description: No.}}}}}\n"
    )
    told = refusal(tmp_path, text, capsys)
    assert told.count("[loss]") == 2
    assert "2 problems; nothing was written" in told
    assert main(["--spec", document(tmp_path, text), "--out", str(tmp_path / "out"), "--allow-loss"]) == 0


def test_the_report_says_the_same_in_a_file(tmp_path: Path) -> None:
    text = "paths: {/a: {get: {operationId: a, responses: {2xx: {description: Ok.}}}}}\n"
    spec, file = document(tmp_path, text), tmp_path / "report.json"
    assert main(["--spec", spec, "--out", str(tmp_path / "out"), "--report", str(file)]) == 0
    report = json.loads(file.read_text())
    (finding,) = report["findings"]
    assert (finding["kind"], finding["rule"], finding["line"]) == ("tolerated", "status-code", 4)
    assert report["counts"]["operation"] == 1
    assert report["environment"] == ["THINGS_BASE_URL", "THINGS_LOG"]
    assert main(["--spec", spec, "--out", str(tmp_path / "new"), "--strict", "--report", str(file)]) == 1
    assert json.loads(file.read_text())["outcome"] == "refused"


def test_a_schema_that_cannot_be_carried_is_any_value_and_reported(tmp_path: Path) -> None:
    schemas = (
        "paths: {}\ncomponents: {schemas: {Box: {type: object, properties: {a: {type: string},"
        " b: {allOf: [{$ref: '#/components/schemas/Loop'}]}}},"
        " Loop: {oneOf: [{allOf: [{$ref: '#/components/schemas/Loop'},"
        " {type: object, properties: {c: {}}}]}]}}}\n"
    )
    output = generate(Path(document(tmp_path, schemas)))
    assert {problem.rule for problem in output.tolerated} == {"unsupported"}
    assert "    a: str | UnsetType" in output.files["things/models.py"]


def test_a_folder_of_somebody_else_is_refused_without_reading_it(tmp_path: Path) -> None:
    (tmp_path / "foreign").mkdir()
    (tmp_path / "foreign/secret").write_text("x")
    (tmp_path / "foreign/secret").chmod(0)
    with pytest.raises(writing.Unusable, match="not empty"):
        writing.write({".generated": ""}, tmp_path / "foreign")


def test_files_are_written_across_a_mount_point(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise OSError(18, os.strerror(18))

    source, target = tmp_path / "new", tmp_path / "old"
    source.write_text("new")
    target.write_text("old")
    replace = Path.replace
    monkeypatch.setattr(
        Path, "replace", lambda one, other: refuse() if one == source else replace(one, other)
    )
    writing._move(source, target)
    assert target.read_text() == "new"
    assert [*tmp_path.glob(".*")] == []


def test_a_missing_client_is_reported_briefly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--spec", document(tmp_path, "paths: {}\n"), "--out", str(tmp_path / "none")]) == 1
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize("depth", [2000, 20000])
def test_what_is_nested_too_deeply_is_a_problem_with_its_place(
    depth: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "deep.json"
    file.write_text('{"openapi": "3.1.0", "x-a": ' + '{"a":' * depth + "1" + "}" * depth + "}")
    assert main(["--spec", str(file), "--out", str(tmp_path / "out")]) == 1
    assert "[too-deep]" in capsys.readouterr().err
