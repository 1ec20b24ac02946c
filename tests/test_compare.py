"""Drift: which files differ, and whether the document, the generator or a hand is the reason."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from codegen.document.failures import Unusable
from codegen.output import drift, record
from codegen.output.compare import Drift, compare
from codegen.output.write import write

Files = Mapping[str, str]

ONE = {"README.md": "One\nTwo\nThree\n", "shop/a.py": "A = 1\n"}
DOCUMENT = {"info": {"title": "Shop"}}
OTHER_DOCUMENT = {"info": {"title": "Shop!"}}


def output(files: Files, document: object = DOCUMENT) -> Files:
    return {**files, record.NAME: record.compose(files, document)}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    write(output(ONE), tmp_path / "out")
    return tmp_path / "out"


def told(found: Drift) -> list[str]:
    """The lines for people, without the diff."""
    lines = drift.text(found, "spec.yaml", "out", "make generate").splitlines()
    blank = lines.index("")
    return lines[:blank] + lines[len(lines) - lines[::-1].index("") :]


def by_hand(out: Path) -> list[str]:
    return told(compare(output(ONE), out))


HAND = "Files in out/ were edited by hand. `build` does not overwrite them, except with --force."
SPEC = "The spec has changed: out/ was generated from another version of spec.yaml."
GENERATOR = "The templates or the generator have changed since out/ was generated; the spec has not."
RUN = "Run `make generate` and commit the changes."
UNDO = "Undo the edits, or move them to files of your own. Then run `make generate` and commit the changes."


def test_nothing_differs(out: Path) -> None:
    assert not compare(output(ONE), out)


def test_the_document_has_changed(out: Path) -> None:
    new = output({**ONE, "shop/a.py": "A = 2\n", "shop/b.py": ""}, OTHER_DOCUMENT)
    assert told(compare(new, out)) == [
        "out/shop/a.py: out of date",
        "out/shop/b.py: missing, not generated yet",
        SPEC,
        RUN,
    ]


def test_the_generator_has_changed(out: Path) -> None:
    new = output({"README.md": ONE["README.md"], "shop/b.py": "A = 1\n"})
    assert told(compare(new, out)) == [
        "out/shop/a.py: stray, no longer generated",
        "out/shop/b.py: missing, not generated yet",
        GENERATOR,
        RUN,
    ]


def test_a_file_was_edited_by_hand(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 3\n")
    assert by_hand(out) == ["out/shop/a.py: edited by hand", HAND, UNDO]


def test_a_file_was_deleted(out: Path) -> None:
    (out / "shop/a.py").unlink()
    assert by_hand(out) == ["out/shop/a.py: missing, deleted by hand", RUN]


def test_a_file_of_the_user_is_no_drift(out: Path) -> None:
    (out / "shop/b.py").write_text("")
    (out / "link").symlink_to("nowhere")
    assert not compare(output(ONE), out)


def test_a_file_of_the_user_in_the_place_of_a_generated_one_is_drift(out: Path) -> None:
    (out / "shop/b.py").write_text("mine")
    assert told(compare(output({**ONE, "shop/b.py": "B = 1\n"}), out)) == [
        "out/shop/b.py: not a generated file, but in the place of one",
        GENERATOR,
        HAND,
        UNDO,
    ]


def test_a_file_was_replaced_by_a_link_to_its_own_text(out: Path, tmp_path: Path) -> None:
    (out / "shop/a.py").rename(tmp_path / "a.py")
    (out / "shop/a.py").symlink_to(tmp_path / "a.py")
    assert by_hand(out) == ["out/shop/a.py: edited by hand", HAND, UNDO]


def test_the_document_has_changed_and_a_file_was_edited(out: Path) -> None:
    (out / "shop/a.py").write_text("A = 3\n")
    new = output({**ONE, "shop/a.py": "A = 2\n"}, OTHER_DOCUMENT)
    assert told(compare(new, out)) == ["out/shop/a.py: edited by hand, and out of date", SPEC, HAND, UNDO]


def test_without_its_record_the_folder_has_drifted_for_unknown_reasons(out: Path) -> None:
    (out / record.NAME).unlink()
    assert told(compare(output(ONE), out)) == [
        "out/.generated: missing, not generated yet",
        "The reason is unknown, because out/.generated is missing.",
        RUN,
    ]


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
    both = record.merged((out / record.NAME).read_text(), ours[record.NAME])
    (out / record.NAME).write_text(both)
    assert not compare(output(ONE), out)
    assert told(compare(ours, out)) == ["out/shop/a.py: out of date", SPEC, RUN]


def test_comments_and_layout_of_a_document_are_no_change_of_it() -> None:
    assert record.compose(ONE, {"a": 1, "b": [2]}) == record.compose(ONE, {"a": 1, "b": [2]})
    assert record.compose(ONE, {"a": 1, "b": 2}) != record.compose(ONE, {"b": 2, "a": 1}), "but order is"


def test_the_diff_leads_from_what_is_to_what_ought_to_be(out: Path) -> None:
    (out / "README.md").write_text("One\nTwo and a half\nThree")
    (out / "shop/a.py").unlink()
    lines = drift.text(compare(output(ONE), out), "spec.yaml", "out", "make generate").splitlines()
    assert lines[lines.index("") + 1 : len(lines) - lines[::-1].index("") - 1] == [
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
    first = drift.github(compare(output(ONE), out), "spec.yaml", "out", "make generate").splitlines()[0]
    assert first == f"::error file=out/README.md,line=2,title=Drift::edited by hand. {HAND} {UNDO}"


def test_no_text_of_a_file_commands_the_terminal_or_the_ci(out: Path) -> None:
    hostile = "One\n::error::owned\n  ::set-output name=x::y\n##[error]owned\n\x1b[31mred\r\n"
    (out / "README.md").write_text(hostile)
    awkward = output({**ONE, "a\n::error::b": "expected"})
    for printed in (drift.text, drift.github):
        shown = printed(compare(awkward, out), "spec.yaml", "out", "make generate")
        commands = [line for line in shown.splitlines() if line.lstrip().startswith("::") or "##[" in line]
        assert all(line.startswith("::error file=out/") for line in commands)
        assert len(commands) == (2 if printed is drift.github else 0)
        assert "\x1b" not in shown
        assert "\r" not in shown
