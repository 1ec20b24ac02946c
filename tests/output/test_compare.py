"""Drift: which files differ, and whether the document, the generator or a hand is the reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from codegen.document.failures import Unusable
from codegen.document.node import Node, placed
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.drift import printing
from codegen.drift.causes.detection import causes
from codegen.drift.causes.inputs import Places
from codegen.drift.causes.kinds import Commands
from codegen.output import record
from codegen.output.compare import Drift, compare
from codegen.output.inputs import inputs
from codegen.output.templates import Templates
from codegen.output.write import write

Files = Mapping[str, str]

ONE = {"README.md": "One\nTwo\nThree\n", "shop/a.py": "A = 1\n"}
DOCUMENT = placed({"info": {"title": "Shop"}})
OTHER_DOCUMENT = placed({"info": {"title": "Shop!"}})
TEXT = '{"info": {"title": "Shop!"}}'


def output(files: Files, document: object = DOCUMENT) -> Files:
    assert isinstance(document, Node)
    return {
        **files,
        record.NAME: record.compose(files, record.documents(document), digests=inputs(document, Templates())),
    }


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(output(ONE), tmp_path / "out")
    return tmp_path / "out"


COMMANDS = Commands("out", "make generate", "make generate OPTIONS=--force")
PLACES = Places("spec.yaml", SourceMap(Source("spec.yaml", TEXT, is_json=True)), "out")


def printed(found: Drift, printer: Callable[..., str] = printing.text) -> str:
    return printer(found, causes(found, PLACES, "out"), COMMANDS, "spec.yaml")


def told(found: Drift) -> list[str]:
    """The lines for people, without the diff."""
    lines = printed(found).splitlines()
    blank, end = lines.index(""), lines.index("out is not what spec.yaml generates:")
    return lines[:blank] + [line for line in lines[end + 1 :] if line]


def by_hand(out: Path) -> list[str]:
    return told(compare(output(ONE), out))


HAND = [
    "Generated files were edited by hand. A build would lose the edits, so it refuses to run.",
    (
        "To fix it: move the edits to the document, a template, or files of your own (docs/own-code.md)."
        " To discard them, run `make generate OPTIONS=--force`."
    ),
]
RUN = "To fix it: run `make generate` and commit the changes."
SPEC = [
    "The document has changed since out/ was generated from it.",
    "  spec.yaml:1:2: `info` has changed [document-changed]",
    RUN,
]
UNEXPLAINED = "Files differ although nothing has changed that decides what is generated."


def test_nothing_differs(out: Path) -> None:
    assert not compare(output(ONE), out)


def test_the_document_has_changed(out: Path) -> None:
    new = output({**ONE, "shop/a.py": "A = 2\n", "shop/b.py": ""}, OTHER_DOCUMENT)
    assert told(compare(new, out)) == [
        "out/shop/a.py: out of date",
        "out/shop/b.py: missing, not generated yet",
        *SPEC,
    ]


def test_the_files_have_changed_and_no_reason_is_known(out: Path) -> None:
    new = output({"README.md": ONE["README.md"], "shop/b.py": "A = 1\n"})
    lines = told(compare(new, out))
    assert lines[:2] == [
        "out/shop/a.py: stray, no longer generated",
        "out/shop/b.py: missing, not generated yet",
    ]
    assert lines[2].startswith(UNEXPLAINED)
    assert lines[3] == "  out/shop/a.py:1:1: 2 files differ, and every input is what it was [unexplained]"


def test_a_file_was_edited_by_hand(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 3\n")
    assert by_hand(out) == [
        "out/shop/a.py: edited by hand",
        HAND[0],
        "  out/shop/a.py:1:1: was edited by hand: 1 line written, 1 gone [edited-by-hand]",
        HAND[1],
    ]


def test_a_file_was_deleted(out: Path) -> None:
    (out / "shop/a.py").unlink()
    assert by_hand(out) == [
        "out/shop/a.py: missing, deleted by hand",
        "Generated files were deleted, so the package may not work.",
        "  out/shop/a.py:1:1: is missing [deleted-by-hand]",
        (
            "To fix it: run `make generate`. To omit something from the client, change the document or the"
            " configuration."
        ),
    ]


def test_a_file_of_the_user_is_no_drift(out: Path) -> None:
    (out / "shop/b.py").write_text("")
    (out / "link").symlink_to("nowhere")
    assert not compare(output(ONE), out)


def test_a_file_of_the_user_in_the_place_of_a_generated_one_is_drift(out: Path) -> None:
    (out / "shop/b.py").write_text("mine")
    assert told(compare(output({**ONE, "shop/b.py": "B = 1\n"}), out)) == [
        "out/shop/b.py: not a generated file, but in the place of one",
        "The client needs names that files of your own have.",
        "  out/shop/b.py:1:1: was not generated, and is in the place of a generated file [foreign-file]",
        (
            "To fix it: rename your files, then run `make generate`. To overwrite them instead, run"
            " `make generate OPTIONS=--force`."
        ),
    ]


def test_a_file_was_replaced_by_a_link_to_its_own_text(out: Path, tmp_path: Path) -> None:
    (out / "shop/a.py").rename(tmp_path / "a.py")
    (out / "shop/a.py").symlink_to(tmp_path / "a.py")
    assert by_hand(out) == [
        "out/shop/a.py: edited by hand",
        "There is a link or a folder in the place of a generated file.",
        "  out/shop/a.py:1:1: is a link or a folder, and was a file [not-a-file]",
        "To fix it: move it away. Then run `make generate OPTIONS=--force` and commit the changes.",
    ]


def test_the_document_has_changed_and_a_file_was_edited(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 3\n")
    new = output({**ONE, "shop/a.py": "A = 2\n"}, OTHER_DOCUMENT)
    assert told(compare(new, out)) == [
        "out/shop/a.py: edited by hand, and out of date",
        HAND[0],
        (
            "  out/shop/a.py:1:1: was edited by hand: 1 line written, 1 gone; and it is out of date besides"
            " [edited-by-hand]"
        ),
        HAND[1],
        *SPEC,
    ]


def test_a_manual_edit_that_equals_the_new_output_is_reported_with_it(out: Path) -> None:
    """Nothing differs, so the client is up to date. That it came about by hand is told with the reason."""
    (out / "shop/a.py").write_text("A = 2\n")
    found = compare(output({**ONE, "shop/a.py": "A = 2\n"}, OTHER_DOCUMENT), out)
    assert not found
    assert found.agreeing == ("shop/a.py",)
    assert {one.rule for one in causes(found, PLACES, "out")} == {"edited-by-hand", "document-changed"}
    assert printed(found, lambda _, why, commands, __: printing.agreement(why, commands)).splitlines() == [
        "out/shop/a.py: was changed by hand, to exactly what is now generated: nothing has to be done to it",
        "spec.yaml:1:2: `info` has changed [document-changed]",
        "`make generate` updates out/.generated, and no other file",
    ]


def test_an_edit_that_agrees_is_reported_beside_other_drift(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 2\n")
    files = {"README.md": "Two\n", "shop/a.py": "A = 2\n"}
    found = compare(output(files, OTHER_DOCUMENT), out)
    assert [one.path for one in found.changes] == ["README.md"]
    assert "exactly what is now generated" in "".join(told(found))


def test_what_has_changed_without_an_effect_is_no_cause(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 3\n")
    found = compare(output(ONE, OTHER_DOCUMENT), out)
    assert [one.rule for one in causes(found, PLACES, "out")] == ["edited-by-hand"]


def test_without_its_record_the_folder_has_drifted_for_unknown_reasons(out: Path) -> None:
    (out / record.NAME).unlink()
    lines = told(compare(output(ONE), out))
    assert lines[0] == "out/.generated: missing, not generated yet"
    assert lines[2] == "  out/.generated:1:1: is missing [record-missing]"
    assert "run `make generate OPTIONS=--force`" in lines[3]


def test_a_folder_that_is_not_there_has_drifted(tmp_path: Path) -> None:
    assert {change.path for change in compare(output(ONE), tmp_path / "out").changes} == set(output(ONE))


def test_a_file_in_place_of_the_folder_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("")
    with pytest.raises(Unusable, match="not a folder"):
        compare(output(ONE), tmp_path / "out")


@pytest.mark.parametrize(
    "path",
    [
        "shop/__pycache__/a.pyc",
        ".git/HEAD",
        ".venv/bin/python",
        "build/lib/a.py",
        "dist/a.whl",
        "a.egg-info/PKG-INFO",
    ],
)
def test_what_tools_leave_is_no_drift(out: Path, path: str) -> None:
    (out / path).parent.mkdir(parents=True, exist_ok=True)
    (out / path).write_text("")
    assert not compare(output(ONE), out)


def test_a_package_may_have_a_module_of_a_tools_name(tmp_path: Path) -> None:
    files = output({"build/a.py": "A = 1\n", ".gitignore": "dist/\n"})
    write(files, tmp_path / "out")
    (tmp_path / "out/build/a.py").write_text("A = 2\n")
    (tmp_path / "out/.gitignore").unlink()
    assert [change.path for change in compare(files, tmp_path / "out").changes] == [
        ".gitignore",
        "build/a.py",
    ]


def test_records_that_git_has_merged_vouch_for_both_sides(out: Path) -> None:
    ours = output({**ONE, "shop/a.py": "A = 2\n"}, OTHER_DOCUMENT)
    both = record.merged_records((out / record.NAME).read_text(), ours[record.NAME])
    (out / record.NAME).write_text(both)
    assert not compare(output(ONE), out)
    (cause,) = causes(compare(ours, out), PLACES, "out")
    assert (cause.rule, cause.file, cause.line) == ("record-merged", "out/.generated", 1)


def test_comments_and_layout_of_a_document_are_no_change_of_it() -> None:
    assert record.compose(ONE, record.documents({"a": 1, "b": [2]})) == record.compose(
        ONE, record.documents({"a": 1, "b": [2]})
    )
    assert record.compose(ONE, record.documents({"a": 1, "b": 2})) != record.compose(
        ONE, record.documents({"b": 2, "a": 1})
    ), "but order is"


def test_the_diff_leads_from_what_is_to_what_ought_to_be(out: Path) -> None:
    (out / "README.md").write_text("One\nTwo and a half\nThree")
    (out / "shop/a.py").unlink()
    lines = printed(compare(output(ONE), out)).splitlines()
    assert lines[lines.index("") + 1 : lines.index("out is not what spec.yaml generates:") - 1] == [
        "--- out/README.md\tactual",
        "+++ out/README.md\texpected",
        "@@ -1,3 +1,3 @@",
        " One",
        "-Two and a half",
        "-Three",
        "\\ No newline at end of file",
        "+Two",
        "+Three",
        "--- /dev/null\tactual",
        "+++ out/shop/a.py\texpected",
        "@@ -0,0 +1 @@",
        "+A = 1",
    ]


def test_annotations_name_the_file_and_the_first_line_that_differs(out: Path) -> None:
    (out / "README.md").write_text("One\n2\nThree\n")
    first = printed(compare(output(ONE), out), printing.github).splitlines()[0]
    assert first.startswith(
        "::error file=out/README.md,line=2,col=1,title=Drift%3A edited-by-hand::was edited"
    )
    assert "make generate OPTIONS=--force" in first


def test_annotations_stand_at_the_line_of_the_document(out: Path) -> None:
    found = compare(output({**ONE, "shop/a.py": "A = 2\n"}, OTHER_DOCUMENT), out)
    first, second, *_ = printed(found, printing.github).splitlines()
    assert first.startswith("::error file=spec.yaml,line=1,col=2,title=Drift%3A document-changed::`info` has")
    assert second == "::warning file=out/shop/a.py,line=1,col=1,title=Drift%3A out-of-date::out of date"


def test_long_diffs_of_files_that_are_out_of_date_are_cut(out: Path) -> None:
    long = "".join(f"LINE_{number} = {number}\n" for number in range(1_000))
    lines = printed(compare(output({**ONE, "shop/a.py": long}, OTHER_DOCUMENT), out)).splitlines()
    assert "... 804 more lines; a build writes them" in lines
    many = [f"shop/{number}.py" for number in range(20)]
    lines = printed(compare(output(ONE | dict.fromkeys(many, long), OTHER_DOCUMENT), out)).splitlines()
    assert lines.count("... 983 more lines; a build writes them") == len(many)
    write(output(ONE | dict.fromkeys(many, "A = 1\n")), out)
    lines = printed(compare(output(ONE | dict.fromkeys(many, long), OTHER_DOCUMENT), out)).splitlines()
    assert "... and the diffs of 15 more files; a build writes them" in lines
    huge = "".join(f"LINE_{number} = {number}\n" for number in range(10_000))
    assert any(
        "too many to compare" in line
        for line in printed(compare(output({**ONE, "shop/a.py": huge}), out)).splitlines()
    )


def test_no_text_of_a_file_commands_the_terminal_or_the_ci(out: Path) -> None:
    hostile = "One\n::error::owned\n  ::set-output name=x::y\n##[error]owned\n\x1b[31mred\r\n"
    (out / "README.md").write_text(hostile)
    awkward = output({**ONE, "a\n::error::b": "expected"})
    for printer in (printing.text, printing.github):
        shown = printed(compare(awkward, out), printer)
        commands = [line for line in shown.splitlines() if line.lstrip().startswith("::") or "##[" in line]
        assert all(line.startswith(("::error file=out/", "::warning file=out/")) for line in commands)
        assert len(commands) == (2 if printer is printing.github else 0)
        assert "\x1b" not in shown
        assert "\r" not in shown
