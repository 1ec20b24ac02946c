"""`--tolerate`: each rule refuses without it, and has with it the consequence that it states."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from codegen.document.problems import Refused
from codegen.output import report
from codegen.pipeline import ReadOptions, generate
from codegen.standard.rules import FORGIVEN, STANDARD, STRICT_RULES, TOLERANCES, consequence, is_tolerable
from tests.check.broken_documents import BROKEN, document
from tests.conftest import ROOT


def test_every_rule_that_can_be_tolerated_is_tried() -> None:
    """Those of strict documents are in `tests/check/strict/`; the others are about the generator's limits."""
    assert set(BROKEN) == set(STANDARD) - {"loss", "unsupported"}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_rule_is_kept_unless_it_is_tolerated(rule: str, tmp_path: Path) -> None:
    file = document(tmp_path, BROKEN[rule].text)
    others = [other for other in TOLERANCES if other != rule]
    with pytest.raises(Refused) as refused:
        generate(file, ReadOptions(tolerate=others, strict=True))
    (problem,) = refused.value.problems
    assert isinstance(problem.where, tuple)
    assert (problem.rule, "/".join(map(str, problem.where))) == (rule, BROKEN[rule].place)
    assert all(map(is_tolerable, refused.value.problems))


@pytest.mark.parametrize("rule", sorted(FORGIVEN & BROKEN.keys()))
def test_mistakes_that_need_no_flag_are_reported(rule: str, tmp_path: Path) -> None:
    text = BROKEN[rule].text.replace("'2000'", "'2xx'").replace("{'': {}}", "{'': {}, text/plain: {}}")
    losing = ["loss"] if rule == "media-type" else []
    file = document(tmp_path, text)
    file.write_text(file.read_text().replace("x-generate: {strict: true}", ""))
    output = generate(file, ReadOptions(tolerate=losing))
    assert rule in {problem.rule for problem in output.tolerated}


@pytest.mark.parametrize("rule", BROKEN)
def test_a_tolerated_document_becomes_a_client(rule: str, tmp_path: Path) -> None:
    output = generate(
        document(tmp_path, BROKEN[rule].text), ReadOptions(tolerate=[rule, "loss", *STRICT_RULES])
    )
    assert output.files
    told = report.tolerated(output.tolerated, output.source)
    assert f"tolerated: {rule}, " in told
    assert any(consequence(problem) in told for problem in output.tolerated if problem.rule == rule)


def test_the_page_of_rules_is_the_table() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    table, _, rest = page.partition("## Rules of strict documents")
    rows = re.findall(r"^\| `([a-z0-9-]+)` \|[^|]*\| (.*) \|$", table, re.MULTILINE)
    assert dict(rows) == STANDARD
    assert rows == sorted(rows)
    strict, _, _ = rest.partition("\n## ")
    tolerated = re.findall(r"^\| `([a-z0-9-]+)` \|[^|]* ✓ \|", page, re.MULTILINE)
    assert set(tolerated) == FORGIVEN
    assert re.findall(r"^\| `([a-z0-9-]+)` \|", strict, re.MULTILINE) == sorted(STRICT_RULES)


@pytest.mark.slow
def test_every_rule_is_documented() -> None:
    page = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z0-9-]+)` \|", page, re.MULTILINE))
    assert documented == set(TOLERANCES) | set(_rules_of_problems())


def _rules_of_problems() -> Iterator[str]:
    """The rules that the modules name where they make a problem, or have one made."""
    for path in (ROOT / "codegen").rglob("*.py"):
        for part in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(part, ast.Call) and ast.unparse(part.func).split(".")[-1] in _MAKERS:
                named = [one.value for one in part.args[1:3] if isinstance(one, ast.Constant)]
                yield from (rule for rule in named[:1] if isinstance(rule, str) and rule != "schema")


_MAKERS = {"Problem", "_report", "_refused", "mistake"}
