"""The site for users of the client is built without a warning: each page is reached, each link works.

Its blocks of code are run by `tests/spec/test_programs.py` and `tests/repository/test_readme.py`.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

GUIDE = ROOT / "guide"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the site."""
    out = tmp_path_factory.mktemp("site")
    options = ["-q", "-W", "--keep-going", "-b", "html", "-d", out / "doctrees"]
    done = subprocess.run(
        [sys.executable, "-m", "sphinx", *options, GUIDE, out / "html"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return out / "html"


@pytest.mark.slow
def test_every_page_is_built_and_every_link_leads_somewhere(site: Path) -> None:
    for page in [*GUIDE.glob("*.md"), *(ROOT / "generated" / "docs").glob("*.md")]:
        folder = site / "docs" if page.parent.name == "docs" else site
        assert (folder / f"{page.stem}.html").is_file()
    for page in site.rglob("*.html"):
        links = re.findall(r'(?:href|src)="([^"#?]+)', page.read_text(encoding="utf-8"))
        local = [link for link in links if "://" not in link and not link.startswith(("mailto:", "data:"))]
        assert local
        assert [link for link in local if not (page.parent / link).exists()] == []


@pytest.mark.slow
def test_a_page_needs_nothing_from_another_server(site: Path) -> None:
    for page in site.rglob("*.html"):
        assert (
            re.findall(r'(?:src|href)="(?:https?:)?//[^"]+\.(?:js|css|woff2?)"', page.read_text("utf-8"))
            == []
        )


@pytest.mark.slow
def test_language_models_find_every_page(site: Path) -> None:
    """The form of https://llmstxt.org: a title, a summary, and lists of links."""
    title, _, summary, *lines = (site / "llms.txt").read_text(encoding="utf-8").splitlines()
    assert title.startswith("# ")
    assert summary.startswith("> ")
    links = [match for line in lines if (match := re.fullmatch(r"- \[.+\]\((.+)\)", line))]
    pages = {page.relative_to(site).as_posix() for page in site.rglob("*.html")}
    assert {link[1] for link in links} == pages - {"genindex.html", "search.html"}


_FENCE = re.compile(r"^( *)```(\S*).*\n((?:.*\n)*?)^ *```$", re.MULTILINE)


@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.stem)
def test_code_is_marked_as_code(page: Path) -> None:
    """What is marked as Python at the beginning of a line is checked and run by `tests/spec`."""
    for margin, kind, text in _FENCE.findall(page.read_text(encoding="utf-8")):
        assert kind in {"python", "console", "json", "text", "{toctree}", "{include}"}
        assert kind != "python" or not margin
        assert kind != "text" or not _calls(text)


def _calls(text: str) -> bool:
    """Whether a text is Python that does something."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return False
    return any(isinstance(node, ast.Call | ast.Import | ast.ImportFrom) for node in ast.walk(tree))


DARK, LIGHT = range(2)
"""The numbers of Chromium for what a reader prefers."""


@pytest.fixture(scope="module")
def browser() -> str:
    """A browser without a window; without one these tests are skipped."""
    found = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if found is None:
        pytest.skip("there is no Chromium to look at the pages with")
    return found


@pytest.mark.slow
@pytest.mark.parametrize(("width", "scheme"), [(1280, LIGHT), (390, DARK)], ids=["desk", "phone at night"])
@pytest.mark.parametrize("page", sorted(GUIDE.glob("*.md")), ids=lambda page: page.stem)
def test_a_browser_shows_the_page(
    site: Path, browser: str, tmp_path: Path, page: Path, width: int, scheme: int
) -> None:
    """The pictures are in the folder of the run, for people to look at."""
    picture = tmp_path / f"{page.stem}.png"
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"]
    options += [f"--user-data-dir={tmp_path / 'profile'}", f"--window-size={width},1600"]
    options += ["--disable-background-networking", f"--blink-settings=preferredColorScheme={scheme}"]
    address = (site / f"{page.stem}.html").as_uri()
    done = subprocess.run(
        [browser, *options, f"--screenshot={picture}", address],
        capture_output=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    data = picture.read_bytes()
    assert data.startswith(b"\x89PNG")
    assert len(data) > 20_000  # an empty page has a few thousand bytes
