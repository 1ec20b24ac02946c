"""The settings of Sphinx for this folder: `make docs`."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from docutils import nodes
from sphinx.application import Sphinx

HERE = Path(__file__).parent
BETWEEN_NAMES = re.compile(r"(?<=[._(,=/\[])(?=[\w\"'{])|(?<=[a-z])(?=[A-Z])")
"""Where inline code may wrap."""
LONG = 30
"""How many characters of inline code fit on a line of a phone."""
EXAMPLES = HERE.parent / "generated" / "docs"

project = "Aether Platform client"
copyright = "the authors of the client"  # noqa: A001 - a setting of Sphinx

extensions = ["myst_parser"]
myst_heading_anchors = 3
suppress_warnings = ["myst.strikethrough"]

html_theme = "furo"
pygments_dark_style = "github-dark"  # the default underlines modules as if they were links
html_title = project
html_copy_source = False
html_show_sphinx = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]


def setup(app: Sphinx) -> None:
    """Bring the examples of the client to the pages, and tell language models of all pages."""
    app.connect("builder-inited", copy_examples)
    app.connect("doctree-resolved", let_code_wrap)
    app.connect("build-finished", write_llms)


def copy_examples(app: Sphinx) -> None:
    """Copy the examples to `docs/`, where the list of methods expects them. It is not in git.

    Tests build the site several times at once, so a page is replaced as a whole, and only if it has changed.
    """
    target = Path(app.srcdir) / "docs"
    target.mkdir(exist_ok=True)
    pages = {page.name: page.read_bytes() for page in EXAMPLES.glob("*.md")}
    for old in target.glob("*.md"):
        if old.name not in pages:
            old.unlink(missing_ok=True)
    for name, content in pages.items():
        page = target / name
        if not page.exists() or page.read_bytes() != content:
            new = target / f".{name}.{os.getpid()}"
            new.write_bytes(content)
            new.replace(page)


def let_code_wrap(app: Sphinx, tree: nodes.document, page: str) -> None:
    """Let inline code that is long, or in a table, wrap between names on a narrow screen, not within one."""
    del app, page
    in_tables = {literal for cell in tree.findall(nodes.entry) for literal in cell.findall(nodes.literal)}
    for literal in list(tree.findall(nodes.literal)):
        if literal in in_tables or len(literal.astext()) > LONG:
            first, *others = BETWEEN_NAMES.split(literal.astext())
            literal.clear()
            literal.append(nodes.Text(first))
            for part in others:
                literal.extend([nodes.raw("", "<wbr>", format="html"), nodes.Text(part)])


def write_llms(app: Sphinx, exception: Exception | None) -> None:
    """Write `llms.txt` (https://llmstxt.org) with a link to each page."""
    if exception is None and app.builder.format == "html":
        (Path(app.outdir) / "llms.txt").write_text("".join(_llms(app)), encoding="utf-8")


def _llms(app: Sphinx) -> Iterator[str]:
    yield f"# {project}\n\n"
    yield "> A typed Python client for the HTTP API of the Aether Platform, sync and async.\n"
    for title, prefix in (("Guide", ""), ("Examples", "docs/")):
        yield f"\n## {title}\n\n"
        for page in sorted(app.env.found_docs):
            if page.rpartition("/")[0] == prefix.rstrip("/"):
                yield f"- [{app.env.titles[page].astext()}]({page}.html)\n"
