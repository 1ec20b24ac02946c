"""What users add to a client survives: modules, methods, text in pages, templates."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import pytest

from codegen.document.failures import Unusable
from codegen.output import record
from codegen.output.compare import compare
from codegen.output.regions import with_own_texts, without_own_texts
from codegen.output.templates import TEMPLATES
from codegen.output.write import Edited, write
from codegen.pipeline import generate
from tests.conftest import ROOT
from tests.typing.checkers import mypy

SPEC = (ROOT / "tests/documents/orders.yaml").read_text(encoding="utf-8")

CUSTOM = """\
from functools import cached_property

import shop
from shop.models import Order
from shop.resources.orders import Orders


class PaidOrder(Order, frozen=True):
    @property
    def label(self) -> str:
        return f"paid {self.id}"


class MyOrders(Orders):
    def label(self, order_id: str) -> str:
        return f"order {self.get(order_id).id}"


class Shop(shop.Shop):
    @cached_property
    def orders(self) -> MyOrders:
        return MyOrders(self)
"""

PAGE = b"""\
# Shop

<!-- begin own text: introduction -->
<!-- end own text: introduction -->

Generated.
"""


def spec_with(number: int, folder: Path) -> Path:
    """A document that differs in a property, a description and the version from number to number."""
    more = (
        f"{{type: object, required: [id], properties: {{id: {{type: string}}, p{number}: {{type: string}}}}}}"
    )
    path = folder / f"{number}.yaml"
    path.write_text(
        SPEC.replace("{type: object, required: [id], properties: {id: {type: string}}}", more).replace(
            "version: 1.0.0", f"version: 1.0.{number}"
        )
    )
    return path


def insert(file: Path, region: str, text: str) -> None:
    kept = file.read_text()
    assert kept.count(f"begin own text: {region}") == 1, file
    begin = next(line for line in kept.splitlines(keepends=True) if f"begin own text: {region}" in line)
    file.write_text(kept.replace(begin, begin + text))


def test_text_in_a_region_moves_into_the_next_version() -> None:
    edited = PAGE.replace(b"introduction -->\n<", b"introduction -->\nMine.\n<")
    assert without_own_texts("README.md", edited) == PAGE
    new = PAGE.replace(b"Generated.", b"Generated again.")
    assert with_own_texts("README.md", new, edited) == edited.replace(b"Generated.", b"Generated again.")


@pytest.mark.parametrize(
    "broken",
    [
        PAGE.replace(b"<!-- end own text: introduction -->\n", b"Mine.\n"),
        PAGE.replace(b"<!-- begin own text: introduction -->\n", b"Mine.\n"),
        PAGE.replace(b"# Shop", b"# My shop"),
        PAGE.replace(b"\n", b"\r\n"),
        PAGE + PAGE,
        b"\xff\xfe",
        b"",
    ],
)
def test_a_page_that_was_changed_elsewhere_counts_as_edited(tmp_path: Path, broken: bytes) -> None:
    files = {"README.md": PAGE.decode()}
    files = {**files, record.NAME: record.compose(files, record.documents({}))}
    write(files, tmp_path / "out")
    (tmp_path / "out/README.md").write_bytes(broken)
    assert [change.by_hand for change in compare(files, tmp_path / "out").changes] == [True]
    with pytest.raises(Edited):
        write(files, tmp_path / "out")
    assert (tmp_path / "out/README.md").read_bytes() == broken


def test_text_in_a_region_that_no_longer_exists_is_not_dropped(tmp_path: Path) -> None:
    old, new = ({"README.md": text, record.NAME: ""} for text in (PAGE.decode(), "# Shop\n"))
    for files in (old, new):
        files[record.NAME] = record.compose({"README.md": files["README.md"]}, record.documents({}))
    write(old, tmp_path / "out")
    insert(tmp_path / "out/README.md", "introduction", "Mine.\n")
    with pytest.raises(Edited):
        write(new, tmp_path / "out")


def test_no_text_of_a_document_is_a_region(tmp_path: Path) -> None:
    page = r"\n<!-- begin own text: x -->\n<!-- end own text: x -->"
    hostile = rf'"{page}\n# begin own text: y\n# end own text: y\n"'
    spec = tmp_path / "openapi.yaml"
    spec.write_text(
        SPEC.replace("title: Shop", f"title: {hostile}, summary: {hostile}, description: {hostile}")
    )
    for path, text in generate(spec).files.items():
        names = {"README.md": 2, "CHANGELOG.md": 1, "pyproject.toml": 3}.get(path, 0)
        data = text.encode()
        marked = data.replace(b"-->\n<!-- end own", b"-->\nX\n<!-- end own")
        marked = marked.replace(b"\n# end own", b"\nX\n# end own").replace(b"\n  # end", b"\nX\n  # end")
        assert marked.count(b"X\n") - data.count(b"X\n") == names, path
        assert without_own_texts(path, marked) == (data if names else marked)


@pytest.mark.slow
def test_own_code_and_text_survive_regenerations_that_are_killed(tmp_path: Path) -> None:
    out = tmp_path / "client"
    versions = [generate(spec_with(number, tmp_path)).files for number in range(3)]
    write(versions[0], out)
    (out / "shop/custom.py").write_text(CUSTOM)
    (out / "tests").mkdir()
    (out / "tests/test_mine.py").write_text("def test() -> None: ...\n")
    insert(out / "README.md", "introduction", "My introduction.\n")
    insert(out / "README.md", "notes", "My notes.\n")
    insert(out / "CHANGELOG.md", "history", "## 0.9.0\n\nMy history.\n")
    insert(out / "pyproject.toml", "dependencies", '  "attrs",\n')
    insert(out / "pyproject.toml", "extras", 'mine = ["attrs"]\n')
    insert(out / "pyproject.toml", "tables", "[tool.mine]\nkey = 1\n")
    chance = random.Random(14)
    for number in range(50):
        child = os.fork()
        if child == 0:
            write(versions[number % 3], out)
            os._exit(0)
        time.sleep(chance.random() * 0.03)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        assert any(not compare(files, out) for files in versions), "a whole tree, the old one or the new one"
        assert (out / "shop/custom.py").read_text() == CUSTOM
        assert (out / "tests/test_mine.py").exists()
    write(versions[0], out)
    assert "My introduction.\n" in (out / "README.md").read_text()
    assert "My notes.\n" in (out / "README.md").read_text()
    assert "My history.\n" in (out / "CHANGELOG.md").read_text()
    project = tomllib.loads((out / "pyproject.toml").read_text())
    assert "attrs" in project["project"]["dependencies"]
    assert project["project"]["optional-dependencies"]["mine"] == ["attrs"]
    assert project["tool"]["mine"] == {"key": 1}
    program = "from shop.custom import PaidOrder, Shop; print(type(Shop().orders), PaidOrder(id='1').label)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=out, capture_output=True, text=True, check=True
    )
    assert done.stdout == "<class 'shop.custom.MyOrders'> paid 1\n"


@pytest.mark.slow
def test_own_code_passes_the_type_checker(tmp_path: Path) -> None:
    out = tmp_path / "client"
    write(generate(spec_with(0, tmp_path)).files, out)
    generated = [*out.rglob("*.py")]
    (out / "shop/custom.py").write_text(CUSTOM)
    assert mypy(out / "shop", imported=generated) == set()


def test_the_generator_never_writes_what_the_pages_promise_to_users() -> None:
    names = {path.name.split(".")[0] for path in (TEMPLATES / "package").iterdir()}
    assert "custom" not in names


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    path = tmp_path / "openapi.yaml"
    path.write_text(SPEC)
    return path


def own(tmp_path: Path, **files: str) -> Path:
    folder = tmp_path / "mine"
    for path, text in files.items():
        file = folder / path.replace("__", "/").replace("DOT", ".")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
    folder.mkdir(exist_ok=True)
    return folder


def test_own_templates_replace_ours_file_by_file(tmp_path: Path, spec: Path) -> None:
    plain = generate(spec).files
    same = generate(spec, templates=own(tmp_path)).files
    assert {path for path in same if same[path] != plain[path]} == set()
    templates = own(
        tmp_path,
        READMEDOTmdDOTjinja="{# DocumentsView #}\n# {{ view.title }}, mine\n{% include '_mine.jinja' %}\n",
        _mineDOTjinja="A part.",
        LICENSE="Mine alone\n",
        package__customDOTpy='"""Mine."""\n',
        DOTgitignore="dist/\n",
    )
    files = generate(spec, templates=templates).files
    assert files["README.md"] == "# the Shop API, mine\nA part."
    assert files["LICENSE"] == "Mine alone\n"
    assert files["shop/custom.py"] == '"""Mine."""\n'
    assert files[".gitignore"] == "dist/\n"
    others = plain.keys() - {"README.md", record.NAME}
    assert {path: files[path] for path in others} == {path: plain[path] for path in others}


def test_a_file_replaces_a_template(tmp_path: Path, spec: Path) -> None:
    assert generate(spec, templates=own(tmp_path, READMEDOTmd="Mine\n")).files["README.md"] == "Mine\n"


@pytest.mark.parametrize(
    ("path", "text", "said"),
    [
        ("READMEDOTmdDOTjinja", "Line\n{% if %}\n", "mine/README.md.jinja:2: "),
        ("READMEDOTmdDOTjinja", "Line\n{{ view.titel }}\n", "mine/README.md.jinja:2: .*titel"),
        ("READMEDOTmdDOTjinja", "{% include 'nowhere' %}\n", "mine/README.md.jinja:1: 'nowhere' not found"),
        ("REEDMEDOTmdDOTjinja", "", "no template REEDME.md.jinja; did you mean README.md.jinja?"),
        ("package__modelsDOTpyDOTjinja", "def\n", "shop/models.py:1: .*\n.*mine may be wrong"),
        ("package__modelsDOTpyDOTjinja", "X = undefined\n", "models.py:1:5: F821.*\n.*mine may be wrong"),
    ],
)
def test_a_mistake_in_a_template_is_reported_at_its_place(
    tmp_path: Path, spec: Path, path: str, text: str, said: str
) -> None:
    with pytest.raises(Unusable, match=said):
        generate(spec, templates=own(tmp_path, **{path: text}))


def test_templates_that_are_not_there_are_wrong_usage(tmp_path: Path, spec: Path) -> None:
    with pytest.raises(Unusable, match="no such folder"):
        generate(spec, templates=tmp_path / "nowhere")
    (own(tmp_path) / "logo.png").write_bytes(b"\xff")
    with pytest.raises(Unusable, match="UTF-8"):
        generate(spec, templates=tmp_path / "mine")


def test_the_page_lists_every_template_with_its_view() -> None:
    page = (ROOT / "docs/own-code.md").read_text()
    for path in sorted(TEMPLATES.rglob("*.jinja")):
        view = path.read_text().split("\n", 1)[0].strip("{#} ")
        assert f"| `{path.relative_to(TEMPLATES).as_posix()}` | `{view}` |" in page
