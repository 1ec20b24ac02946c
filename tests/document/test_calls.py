"""Every operation of the document is called, as much and as little as it allows, and answered with all it documents.

The server is that of the corpus: it reads each request, and makes each answer, by the document as it was written.
"""

from __future__ import annotations

from pathlib import Path

from corpus.examine import judged
from tests.clients import Client


def test_every_operation_is_callable_with_all_that_it_takes_and_returns(
    client: Client, tmp_path: Path
) -> None:
    files = {
        path.relative_to(client.folder).as_posix(): path.read_text(encoding="utf-8")
        for path in client.folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    outcome = judged(client.output, files, tmp_path)
    assert outcome.message == ""
    assert [*outcome.lost] == []
    assert [*outcome.failures] == []
    assert outcome.callable == outcome.operations_in
    assert outcome.schemas_out == outcome.schemas_in
