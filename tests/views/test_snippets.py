"""The examples of a client: each is one of its methods, and runs. `test_types.py` checks their types."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.accept import CASES
from tests.clients import Client, output_of
from tests.snippets import assert_examples_run, snippets, taught

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_each_method_has_an_example_that_runs(
    case: Path, emit: Callable[[Path], Client], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert_examples_run(emit(case))


def test_text_of_the_document_stays_in_its_literal(emit: Callable[[Path], Client]) -> None:
    client = emit(CASES[0].parent / "hostile-text")
    for path, text in client.output.files.items():
        if path.startswith("docs/"):
            assert len(re.findall(r"^```", text, re.MULTILINE)) == 2 * len([*snippets({path: text})])


def test_language_models_find_every_page(emit: Callable[[Path], Client]) -> None:
    files = emit(CASES[0].parent / "hostile-text").output.files
    title, _, summary, *_ = files["llms.txt"].splitlines()
    assert (title[:2], summary[:2]) == ("# ", "> ")
    links = re.findall(r"^- \[.+?\]\(([\w./]+)\): .", files["llms.txt"], re.MULTILINE)
    assert {*links} == {path for path in files if path.endswith(".md")}


def test_a_client_of_streams_alone_says_how_to_read_them(tmp_path: Path) -> None:
    path = tmp_path / "openapi.yaml"
    path.write_text(_STREAMS, encoding="utf-8")
    files = output_of(path).files
    assert "Streams" in [title for title, _ in taught(files)]
    assert "    with client.news.read() as stream:\n" in files["README.md"]
    assert "argument `stream`" not in files["README.md"] + files["api.md"]


_STREAMS = """
openapi: 3.1.0
info: {title: News, version: 1.0.0}
servers: [{url: "https://news.example"}]
paths:
  /news:
    get:
      operationId: readNews
      tags: [news]
      responses: {"200": {description: News., content: {text/event-stream: {schema: {type: string}}}}}
"""
