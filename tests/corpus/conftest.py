"""What the tests of the corpus share: a document, and its client, as it is or with a fault put into it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from codegen.pipeline import Output
from corpus.examine import judged
from corpus.outcome import Outcome
from tests.clients import output_of

SHOP = Path(__file__).parent / "shop.yaml"

Judge = Callable[[Mapping[str, str]], Outcome]


@pytest.fixture(autouse=True)
def _own_imports(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Forget the packages that a test has imported, because others in this process have the same names."""
    before, paths = dict(sys.modules), tuple(filter(None, sys.path))
    monkeypatch.setattr(sys, "path", [*sys.path])
    yield
    for name, module in [*sys.modules.items()]:
        file = getattr(module, "__file__", None) or ""
        if before.get(name) is not module and file and not file.startswith(paths):
            del sys.modules[name]
    sys.modules.update({name: module for name, module in before.items() if name not in sys.modules})


@pytest.fixture(scope="session")
def shop() -> Output:
    """What is generated for the shop."""
    return output_of(SHOP)


@pytest.fixture
def judge(shop: Output, tmp_path: Path) -> Judge:
    """Judge the shop's client with some pieces of its source replaced by others."""

    def judge(replaced: Mapping[str, str]) -> Outcome:
        files = dict(shop.files)
        for old, new in replaced.items():
            found = [path for path, text in files.items() if path.endswith(".py") and old in text]
            assert found, f"{old!r} is nowhere in the client"
            files |= {path: files[path].replace(old, new) for path in found}
        return judged(shop, files, tmp_path)

    return judge
