"""Which modules several packages share when type checkers read them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.typing.once import share

FILES = {
    "__init__.py": '"""{name}"""\n\nfrom ._runtime._call import Call as Call\n',
    "_api.py": "from ._runtime._facts import Facts\n\nFACTS = Facts(title={name!r})\n",
    "_runtime/__init__.py": "",
    "_runtime/_facts.py": "class Facts:\n    def __init__(self, title: str) -> None: ...\n",
    "_runtime/_call.py": "from .._api import FACTS\nfrom ..models import Error\n\n\nclass Call: ...\n",
    "_runtime/_pool.py": """\
from .._api import FACTS
from sys import argv as argv

_A, B = 1, 2
c: int = 3
""",
    "models.py": "class {name}Error: ...\n\n\nError = {name}Error\n",
}


@pytest.fixture
def packages(tmp_path: Path) -> list[Path]:
    for name in ("one", "other"):
        for path, text in FILES.items():
            file = tmp_path / name / name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text.format(name=name, **{"name!r": repr(name)}))
    return [tmp_path / name / name for name in ("one", "other")]


def test_a_module_is_shared_if_all_that_it_imports_is(packages: list[Path], tmp_path: Path) -> None:
    assert share(packages) == [tmp_path / "one"]
    first, other = ({path.relative_to(one).as_posix() for path in one.rglob("*.*")} for one in packages)
    assert first == {*FILES}
    # `_call.py` is the same, but it imports what is another type in each package.
    assert other == {
        *("__init__.py", "models.py", "_runtime/_call.py"),
        *("_api.pyi", "_runtime/__init__.pyi", "_runtime/_facts.pyi", "_runtime/_pool.pyi"),
    }


def test_a_stub_has_the_names_that_a_module_has_for_others(packages: list[Path]) -> None:
    share(packages)
    assert (packages[1] / "_runtime/_pool.pyi").read_text().splitlines() == [
        "from one._runtime._pool import argv as argv",
        "from one._runtime._pool import _A as _A",
        "from one._runtime._pool import B as B",
        "from one._runtime._pool import c as c",
    ]
