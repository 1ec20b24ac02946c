"""`reference --draft` writes OpenAPI for pages whose operations the document lacks."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

import pytest
import yaml as pyyaml
from hypothesis import given
from hypothesis import strategies as st

from codegen.commands.main import main
from codegen.drift.reference.comparison import compared
from codegen.drift.reference.draft import drafted
from codegen.drift.reference.draft_schemas import schema_of
from codegen.drift.reference.draft_text import Data, Noted, yaml
from codegen.drift.reference.findings import Kind
from codegen.drift.reference.page import Shown
from codegen.drift.reference.reading import read_page
from codegen.drift.reference.shapes import Shapes
from codegen.pipeline import Understood, generate, understand
from tests.command_line import FACE
from tests.drift.reference.plug_in import FOLDER

TEXT = FOLDER.parent / "update-an-order.txt"
PAGES = [*sorted(FOLDER.glob("*/*.html")), TEXT]
SHOP = FOLDER.parent / "openapi.yaml"


@cache
def shop() -> Understood:
    return understand(SHOP)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_a_draft_has_what_its_page_shows(page: Path, tmp_path: Path) -> None:
    read = read_page(page.name, page.read_text(encoding="utf-8"), (), ())
    draft = tmp_path / "draft.yaml"
    draft.write_text(
        drafted([read], {"title": "A", "version": "1"}, Shapes(shop().simplified)), encoding="utf-8"
    )
    report = compared([read], understand(draft))
    assert not report.of(Kind.DRIFT)
    assert not report.of(Kind.BEYOND)
    assert report.facts >= 12


def test_the_operations_that_the_document_lacks_become_a_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = tmp_path / "draft.yaml"
    pages = [
        str(FOLDER / "0.26.1" / name) for name in ("addbook.html", "replacebook.html", "removebook.html")
    ]
    arguments = ["reference", *pages, str(TEXT), "--spec", str(SHOP), "--draft", str(draft)]
    assert main(arguments, FACE) == 1
    assert f"The operations that are missing are in {draft}" in capsys.readouterr().out
    text = draft.read_text(encoding="utf-8")
    assert {path: [*item] for path, item in pyyaml.safe_load(text)["paths"].items()} == {
        "/shelves/{shelf}/books": ["post"],
        "/books/{book}": ["put", "delete"],
    }
    for note in ("the id, which the page does not show", "a reference to a schema around this one"):
        assert f"  # fill in: {note}\n" in text
    assert generate(draft).files


def test_a_draft_replaces_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = tmp_path / "openapi.yaml"
    shutil.copy(SHOP, document)
    arguments = ["reference", str(TEXT), "--spec", str(document), "--draft", str(document)]
    assert main(arguments, FACE) == 2
    assert capsys.readouterr().err.endswith("openapi.yaml exists already; name a new file for the draft\n")
    assert document.read_bytes() == SHOP.read_bytes()


def test_without_a_missing_operation_there_is_no_draft(tmp_path: Path) -> None:
    draft = tmp_path / "draft.yaml"
    assert main(["reference", str(TEXT), "--spec", str(SHOP), "--draft", str(draft)], FACE) == 0
    assert not draft.exists()


def test_what_a_text_has_lost_is_marked() -> None:
    page = read_page(TEXT.name, TEXT.read_text(encoding="utf-8"), (), ())
    text = drafted([page], {}, Shapes(shop().simplified))
    assert text.count("# fill in: the status, which the text has lost") == 3
    assert "# fill in: the authorizations, which a text does not show" in text


def test_operations_with_the_same_title_have_different_ids(tmp_path: Path) -> None:
    pages = [read_page(page.name, page.read_text(encoding="utf-8"), (), ()) for page in PAGES]
    for page in pages:
        page.title = "List"
    draft = tmp_path / "draft.yaml"
    info = {"title": "A", "version": "1"}
    draft.write_text(drafted(pages, info, Shapes(shop().simplified)), encoding="utf-8")
    assert len(understand(draft).api.operations) > 1
    paths = pyyaml.safe_load(draft.read_text(encoding="utf-8"))["paths"]
    ids = [operation["operationId"] for path in paths.values() for operation in path.values()]
    assert len({*ids}) == len(ids) > 1


@pytest.mark.parametrize(
    "tags",
    ["<= 007 characters", "> 1..2", "< 1e999", "multiple of --1", "<= \u0663 items", f"> {'9' * 5000}"],
)
def test_a_bound_that_is_no_number_is_left_to_people(tags: str) -> None:
    drafted_schema = schema_of(Shown(name="size", line=1, type="number", tags=tags))
    assert drafted_schema == Noted(
        {"type": "number"}, "fill in: the default and the bounds, which cannot be read"
    )


@pytest.mark.parametrize("default", ["NaN", "1e999", "[" * 100_000])
def test_a_default_that_is_no_number_stays_text(default: str) -> None:
    shown = Shown(name="size", line=1, type="number", tags=f"default: {default}")
    assert schema_of(shown) == {"type": "number", "default": default}


SCALARS = st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"]))
VALUES: st.SearchStrategy[Data] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner) | st.dictionaries(st.text(st.characters(exclude_categories=["Cs"])), inner),
)


@pytest.mark.slow
@given(VALUES)
def test_yaml_is_read_as_it_was_meant(value: Data) -> None:
    assert pyyaml.safe_load(yaml(value)) == value


@pytest.mark.slow
@given(VALUES)
def test_notes_change_nothing(value: Data) -> None:
    noted = yaml({"a": Noted(value, "look at this"), "b": [Noted(value, "and this")]})
    assert pyyaml.safe_load(noted) == {"a": value, "b": [value]}
    assert noted.count("# look at this") >= 1


@pytest.mark.parametrize(
    "text", ["no", "null", "1e3", "2024-01-01", "a: b", "a #b", "- a", "", " a", "=", "~", "<<", "on"]
)
def test_text_stays_text(text: str) -> None:
    assert pyyaml.safe_load(yaml({text: [text]})) == {text: [text]}
