"""Files that must not or cannot be read, and the folder that may be."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.prepare.bundle import Access, bundle
from generate import main
from tests.prepare.bundle.several_files import bundled, fault, faults, of_schema, place, written

# What is refused


@pytest.mark.parametrize(
    ("reference", "rule", "message"),
    [
        ("no.yaml", "dangling-reference", "leads nowhere: there is no file {folder}/no.yaml"),
        ("bb.yaml", "dangling-reference", "there is no file {folder}/bb.yaml; did you mean 'b.yaml'?"),
        ("sub", "dangling-reference", "leads nowhere: {folder}/sub is no file"),
        ("pipe.yaml", "dangling-reference", "leads nowhere: {folder}/pipe.yaml is no file"),
        ("sub\\nowhere.yaml", "dangling-reference", "leads nowhere: there is no file"),
        ("b.yaml%00", "dangling-reference", "leads to no file"),
        ("x" * 300, "dangling-reference", "leads nowhere"),
        ("b.yaml#/Pat", "dangling-reference", "leads nowhere: b.yaml has no 'Pat'; did you mean 'Pet'?"),
        ("b.yaml#/Pet/items", "dangling-reference", "leads nowhere: b.yaml#/Pet has no 'items'"),
        ("b.yaml#/list/7", "dangling-reference", "leads nowhere: b.yaml#/list has no '7'"),
        ("b.yaml#nowhere", "dangling-reference", "leads nowhere: b.yaml has no anchor 'nowhere'"),
        ("ring.yaml#/a/b", "dangling-reference", "leads nowhere: it leads through itself"),
        ("urn:example:pet", "dangling-reference", "leads nowhere: no schema has this '$id'"),
        ("../secret.yaml", "external-reference", "leads out of the folder"),
        ("%2e%2e/secret.yaml", "external-reference", "leads out of the folder"),
        ("sub/../../secret.yaml", "external-reference", "leads out of the folder"),
        ("../missing.yaml", "external-reference", "leads out of the folder"),
        ("link.yaml", "external-reference", "is a symbolic link that leads out of the folder"),
        ("linked/secret.yaml", "external-reference", "is a symbolic link that leads out of the folder"),
        ("/etc/passwd", "external-reference", "is an absolute path, which is not read"),
        ("//example.com/b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("~/b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("C:\\b.yaml", "external-reference", "is an absolute path, which is not read"),
        ("file:///etc/passwd", "external-reference", "is an absolute path, which is not read"),
        ("file:b.yaml", "external-reference", "is an absolute path, which is not read"),
        (
            "http://example.com/b.yaml",
            "external-reference",
            "is a URL of 'http', which is not read; use https",
        ),
        ("ftp://example.com/b.yaml", "external-reference", "is a URL of 'ftp', which is not read"),
        ("data:application/json,{}", "external-reference", "is a URL of 'data', which is not read"),
        ("https://example.com/s/b.yaml", "external-reference", "to fetch it: --fetch https://example.com/s/"),
        ("HTTPS://example.com/s/b.yaml", "external-reference", "to fetch it: --fetch https://example.com/s/"),
        ("b.yaml#/number", "wrong-reference", "does not lead to a schema"),
        ("b.yaml#/list", "wrong-reference", "does not lead to a schema"),
        ("empty.yaml", "wrong-reference", "does not lead to a schema"),
        ("whole.yaml", "wrong-reference", "leads to a whole document, not to a schema"),
        ("whole.yaml#/components/parameters/P", "wrong-reference", "leads to a parameter, not to a schema"),
        ("A", "dangling-reference", "did you mean '#/components/schemas/A'?"),
        ("components/schemas/A", "dangling-reference", "did you mean '#/components/schemas/A'?"),
        ("http://[", "dangling-reference", "is neither a path nor a URL"),
        ("https://[", "dangling-reference", "is neither a path nor a URL"),
    ],
)
def test_what_must_not_be_read_or_cannot_be_is_one_problem(
    folder: Path, reference: str, rule: str, message: str
) -> None:
    (folder.parent / "secret.yaml").write_text("type: string\n")
    (folder / "link.yaml").symlink_to(folder.parent / "secret.yaml")
    (folder / "linked").symlink_to(folder.parent)
    (folder / "sub").mkdir()
    os.mkfifo(folder / "pipe.yaml")
    found = of_schema(
        folder,
        reference,
        b="Pet: {type: string}\nlist: [1]\nnumber: 7\n",
        empty="",
        ring="a: {$ref: 'ring.yaml#/a/b'}\n",
        whole="openapi: 3.1.0\ncomponents: {parameters: {P: {name: p, in: query, schema: {}}}}\n",
    )
    (one,) = faults(found)
    assert (one.rule, one.where) == (rule, ("components", "schemas", "A", "properties", "x", "$ref"))
    assert message.format(folder=folder) in one.message
    assert one.past is not None


def test_a_file_that_cannot_be_read_is_a_problem(folder: Path) -> None:
    if os.geteuid() == 0:
        pytest.skip("root may read everything")
    path = written(
        folder, {"openapi.yaml": "paths: {}\ncomponents: {schemas: {A: {items: {$ref: b.yaml}}}}\n"}
    )
    (folder / "b.yaml").write_text("type: string\n")
    (folder / "b.yaml").chmod(0)
    assert "Permission denied" in fault(bundle(load(path)))[1]


def test_a_missing_file_is_one_problem_however_many_references_lead_there(folder: Path) -> None:
    entry = "paths: {/a: {$ref: a.yaml}, /b: {$ref: a.yaml}, /c: {$ref: ./a.yaml}}\n"
    found = bundled(folder, entry=entry)
    (one,) = faults(found)
    assert (
        one.message == f"'a.yaml' leads nowhere: there is no file {folder}/a.yaml (3 references lead there)"
    )
    assert place(found, *one.where) == "openapi.yaml:3:20"  # type: ignore[misc]


@pytest.mark.parametrize(
    "entry",
    [
        "paths: {/a: {$ref: no.yaml}}",
        "paths: {$ref: no.yaml}",
        "paths: {/a: {get: {$ref: no.yaml}}}",
        "paths: {/a: {get: {responses: {'204': {description: D.}}, callbacks: {c: {$ref: no.yaml}}}}}",
        "webhooks: {a: {$ref: no.yaml}}",
        "webhooks: {$ref: no.yaml}",
        "paths: {/a: {$ref: /a.yaml}}",
    ],
)
def test_operations_are_never_left_out(
    folder: Path, tmp_path: Path, entry: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """To tolerate the rule would make a client without them."""
    path = written(folder, {"openapi.yaml": entry})
    tolerated = ["--tolerate", "dangling-reference,external-reference"]
    assert main(["--spec", str(path), "--out", str(tmp_path / "out"), *tolerated]) == 1
    printed = capsys.readouterr().err
    assert "1 problem; nothing was written" in printed
    assert "--tolerate" not in printed


def test_a_fragment_that_was_meant_for_the_entry_document_is_read_as_it(folder: Path) -> None:
    found = of_schema(folder, "s/b.yaml", s__b="properties: {a: {$ref: '#/components/schemas/A'}}\n")
    rule, message = fault(found)
    assert rule == "dangling-reference"
    assert message.startswith("'#/components/schemas/A' leads nowhere: s/b.yaml has no 'components'; ")
    assert message.endswith("did you mean '../openapi.yaml#/components/schemas/A'?")
    (problem,) = faults(found)
    assert problem.reading == "read as '../openapi.yaml#/components/schemas/A'"
    assert [edit.value for edit in problem.past or ()] == ["#/components/schemas/A"]


def test_problems_of_all_files_are_reported(folder: Path) -> None:
    entry = "paths: {/a: {$ref: a.yaml}, /b: {$ref: b.json}}\n"
    written(folder, {"b.json": '{"get": {"a": 1 "b": 2}}'})
    with pytest.raises(Refused) as refused:
        bundled(folder, entry=entry, a="get:\n\ta: b\n")
    source = refused.value.source
    assert source is not None
    places = [source.place(one.where) for one in refused.value.problems]
    assert [(Path(one.file).name, one.line, one.column) for one in places] == [
        ("a.yaml", 2, 1),
        ("b.json", 1, 16),
    ]


# Options


def test_a_larger_folder_may_be_named(folder: Path) -> None:
    (folder.parent / "common.yaml").write_text("type: string\n")
    found = of_schema(folder, "../common.yaml", Access(folder.parent))
    assert not faults(found)
    assert [*found.files] == ["openapi.yaml", "../common.yaml"]
    assert (
        "leads out of the folder" in fault(of_schema(folder, "../../common.yaml", Access(folder.parent)))[1]
    )


def test_the_advice_is_a_larger_folder_if_the_files_are_there(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    using = (
        "{get: {parameters: [{name: q, in: query, schema: {$ref: %s}}], "
        "responses: {'204': {description: A}}}}"
    )
    entry = f"paths: {{/a: {using % '../common/a.yaml'}, /b: {using % '../b.yaml'}}}\n"
    path = written(folder, {"openapi.yaml": entry})
    out = ["--spec", str(path), "--out", str(folder / "out")]
    assert main(out) == 1
    assert "--tolerate external-reference\n" in capsys.readouterr().err
    (folder.parent / "common").mkdir()
    for file in ("common/a.yaml", "b.yaml"):
        (folder.parent / file).write_text("type: string\n")
    assert main(out) == 1
    assert f"--root {folder.parent}\n" in capsys.readouterr().err
    assert main([*out, "--root", str(folder.parent)]) == 0


def test_a_link_within_the_folder_is_followed(folder: Path) -> None:
    (folder / "link.yaml").symlink_to("b.yaml")
    assert not faults(of_schema(folder, "link.yaml", b="type: string\n"))


def test_the_named_folder_must_contain_the_document(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(folder, {"openapi.yaml": "paths: {/a: {$ref: a.yaml}}\n"})
    for root in (tmp_path / "no", tmp_path / "other", path):
        (tmp_path / "other").mkdir(exist_ok=True)
        assert main(["--spec", str(path), "--out", str(tmp_path / "out"), "--root", str(root)]) == 2
        assert "is not a folder with" in capsys.readouterr().err
