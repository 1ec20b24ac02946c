"""What is emitted must compile as it was rendered."""

from __future__ import annotations

import pytest

from codegen.document.failures import Defect
from codegen.output.syntax import checked


def test_python_and_whatever_is_none_stay_as_they_are() -> None:
    files = {"shop/a.py": "x = 1\n", "README.md": "x = (\n"}
    assert checked(dict(files)) == files


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("x = 1\ny = (\n", r"shop/a\.py:2: .*'\(' was never closed"),
        ("x = 1\nreturn x\n", r"shop/a\.py:2: .*'return' outside function"),
        ('x = "\\d"\n', r"shop/a\.py:1: .*invalid escape sequence"),
        ("x = '\0'\n", r"shop/a\.py:1: .*null bytes"),
        ("x = " + "(" * 5000 + ")" * 5000 + "\n", r"shop/a\.py:1: .*too many nested parentheses"),
    ],
)
def test_what_is_not_python_is_a_defect_at_its_line(source: str, message: str) -> None:
    with pytest.raises(Defect, match=message):
        checked({"shop/good.py": "x = 1\n", "shop/a.py": source})
