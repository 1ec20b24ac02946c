"""Every operation of the document is called, fully and sparsely, and gets every documented response.

The server is that of the corpus: it reads each request, and makes each response, by the document as it was
written.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus.examine import judged
from tests.clients import Client


@pytest.fixture
def _forgotten(generated: Client) -> Iterator[None]:
    """The copy of the package that is judged takes the place of the original, until the end of the test."""
    path, modules = [*sys.path], {**sys.modules}
    yield
    sys.path[:] = path
    for name in [name for name in sys.modules if name.partition(".")[0] == generated.name]:
        del sys.modules[name]
    sys.modules.update(modules)


@pytest.mark.usefixtures("_forgotten")
def test_every_operation_is_callable_with_all_that_it_takes_and_returns(
    generated: Client, tmp_path: Path
) -> None:
    outcome = judged(generated.output, generated.files(), tmp_path)
    assert outcome.message == ""
    assert [*outcome.lost] == []
    assert [*outcome.failures] == []
    assert outcome.callable == outcome.operations_in
    assert outcome.schemas_out == outcome.schemas_in
