"""Places of parts in their files, limits, and the record of a document in several files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from codegen.document.limits import MOST_INLINED
from codegen.document.problems import Refused
from generate import main
from tests.prepare.bundle.several_files import OK, bundled, faults, place, written


def test_each_part_has_its_place_in_its_file(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths:\n  /a: {$ref: a.yaml}\ncomponents: {schemas: {B: {$ref: 'b.yaml#/B'}}}\n",
        a="get:\n  parameters:\n  - $ref: c.yaml#/P\n",
        b="B:\n  type: string\n",
        c="P:\n  name: p\n",
    )
    assert place(found, "info", "title") == "openapi.yaml:2:15"
    assert place(found, "paths", "/a", on="key") == "openapi.yaml:4:3"
    assert place(found, "paths", "/a", "get", on="key") == "a.yaml:1:1"
    assert place(found, "paths", "/a", "get", "parameters", 0, "$ref") == "a.yaml:3:11"
    assert place(found, "components", "schemas", "B", "type") == "b.yaml:2:9"
    assert place(found, "components", "schemas", "B", on="key") == "openapi.yaml:5:24"
    assert place(found, "components", "parameters", "P", on="key") == "c.yaml:1:1"
    assert place(found, "components", "parameters", "P", "name") == "c.yaml:2:9"


@pytest.mark.slow
def test_repeating_a_large_file_very_often_is_refused(folder: Path) -> None:
    statuses = "".join(f"    '{status}': {{description: D.}}\n" for status in range(100, 600))
    paths = "".join(f"  /a{number}: {{$ref: a.yaml}}\n" for number in range(MOST_INLINED // 500 + 10))
    with pytest.raises(Refused) as refused:
        bundled(folder, entry=f"paths:\n{paths}", a=f"get:\n  responses:\n{statuses}")
    assert [one.rule for one in refused.value.problems] == ["too-many"]


def test_files_within_files_may_not_nest_too_deeply(folder: Path) -> None:
    deep = "{a: " * 146 + "1" + "}" * 146
    with pytest.raises(Refused) as refused:
        bundled(
            folder,
            entry="paths: {/a: {get: {$ref: a.yaml}}}\n",
            a=f"responses: {{'200': {{description: D., x-a: {deep}}}}}\n",
        )
    assert [one.rule for one in refused.value.problems] == ["too-deep"]


def test_an_operation_that_contains_itself_is_refused(folder: Path) -> None:
    found = bundled(
        folder,
        entry="paths: {/a: {$ref: a.yaml}}\n",
        a=f"get: {{{OK}, callbacks: {{c: {{'{{$url}}': {{$ref: a.yaml}}}}}}}}\n",
    )
    (one,) = faults(found)
    assert one.rule == "circular-reference"


def client(tmp_path: Path, folder: Path) -> Callable[..., int]:
    return lambda command, *more: main(
        [command, "--spec", str(folder / "openapi.yaml"), "--out", str(tmp_path / "out"), *more]
    )


def test_check_names_the_file_that_changed(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = client(tmp_path, folder)
    entry = "paths:\n  /a: {$ref: paths/a.yaml}\n  /b: {$ref: paths/b.yaml}\n"
    item = f"get: {{operationId: listA, tags: [a], summary: All., {OK}}}\n"
    other = item.replace("listA", "listB").replace("[a]", "[b]")
    written(folder, {"openapi.yaml": entry, "paths/a.yaml": item, "paths/b.yaml": other})
    assert run("build") == 0
    assert run("check") == 0
    written(folder, {"paths/b.yaml": f"# A comment is not a change.\n{other}"})
    assert run("check") == 0
    capsys.readouterr()
    written(folder, {"paths/b.yaml": other.replace("All.", "Every one.")})
    assert run("check") == 1
    printed = capsys.readouterr().out
    assert (
        f"  {folder}/paths/b.yaml:1:1: file paths/b.yaml of the document has changed [document-file]"
        in printed
    )
    assert f"  {folder}/paths/b.yaml:1:1: operation GET /b has changed [document-changed]" in printed
    written(folder, {"paths/b.yaml": item})
    (folder / "paths/a.yaml").unlink()
    assert run("check") == 1
    assert "there is no file" in capsys.readouterr().err


def test_the_same_bytes_come_from_any_folder(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    entry = "paths:\n  /a: {$ref: paths/a.yaml}\n"
    item = f"get: {{operationId: listA, {OK}}}\n"
    written(folder, {"openapi.yaml": entry, "paths/a.yaml": item})
    made: list[dict[str, bytes]] = []
    for here, spec in (
        (tmp_path, "spec/openapi.yaml"),
        (folder, "openapi.yaml"),
        (folder / "paths", "../openapi.yaml"),
    ):
        monkeypatch.chdir(here)
        out = tmp_path / f"out{len(made)}"
        assert main(["build", "--spec", spec, "--out", str(out)]) == 0
        made.append({str(one.relative_to(out)): one.read_bytes() for one in out.rglob("*") if one.is_file()})
    assert made[0] == made[1] == made[2]
    assert b"  <paths/a.yaml>\n" in made[0][".generated"]


def test_an_overlay_may_remove_what_refers_to_a_missing_file(folder: Path, tmp_path: Path) -> None:
    entry = f"paths:\n  /a: {{get: {{operationId: listA, {OK}}}}}\n  /b: {{$ref: no.yaml}}\n"
    path = written(folder, {"openapi.yaml": entry})
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: O, version: '1'}\n"
        "actions: [{target: \"$.paths['/b']\", remove: true}]\n"
    )
    options = ["--spec", str(path), "--out", str(tmp_path / "out")]
    assert main(["build", *options]) == 1
    assert main(["build", *options, "--overlay", str(overlay)]) == 0
