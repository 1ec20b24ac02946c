"""The benchmarks still run. What they measure here means nothing: one round, with other tests beside it."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from benchmarks import generation, runtime, vendors
from benchmarks.clients import made
from benchmarks.contest import Comparison, Effort, Table, Target, Unit, interleaved
from benchmarks.delays import BARE
from benchmarks.documents import METHODS, document, write_document
from benchmarks.generators import Run
from benchmarks.markdown import record, report, section

pytestmark = pytest.mark.slow

ONCE = Effort(rounds=1, seconds=0.001, calls=64, objects=10_000, processes=1)


def test_every_benchmark_yields_finite_ratios_and_the_report_has_them() -> None:
    with made() as clients:
        measured = list(runtime.tables(clients, ONCE))
    comparisons = [each for table in measured for each in table.comparisons]
    assert len(comparisons) == 2 + 3 + 1 + 6 + 10 + 2 + 1
    for each in comparisons:
        ratios = {name: each.ratio(name) for name in each.samples}
        others = {"stock", "httpx2 + msgspec", BARE} & ratios.keys()
        assert "ours" in ratios, each.case
        assert others, each.case
        assert all(math.isfinite(ratio) and ratio > 0 for ratio in ratios.values()), (each.case, ratios)
    targets = runtime.targets(measured)
    text = report(measured, targets, runtime.LIBRARIES)
    assert all(section(table) in text for table in measured)
    assert all(f"| {target.promise} | {target.ratio:.2f} |" in text for target in targets)


def test_generators_are_measured_on_one_document_and_emit_all_of_it(tmp_path: Path) -> None:
    measured = generation.measure(write_document(2 * METHODS, tmp_path), tmp_path / "out", rounds=1)
    assert measured.operations == 2 * METHODS
    for each in (measured.seconds, measured.memory, measured.imports, *measured.sizes):
        assert each.samples["ours"] != (0.0,)
        assert math.isfinite(each.ratio("stock")), each.case
    assert measured.sizes[0].ratio("stock") == 1.0
    text = report(generation.tables([measured]), [*generation.targets([measured])], generation.LIBRARIES)
    assert "10-operations.json: lines" in text


def test_a_line_of_the_table_of_vendors_has_both_generators_or_a_gap() -> None:
    ours, stock = Run(seconds=1.0, peak=40_000_000, processor=2.0), Run(2.0, 50_000_000, 8.0)
    both = "| a.json | 2.00 s | 8.00 s | 0.25 | 1.00 s | 2.00 s | 0.50 | 40 MB | 50 MB |"
    assert vendors.row(Path("a.json"), ours, stock) == both
    assert vendors.row(Path("a.json"), ours, None) == "| a.json | 2.00 s |  |  | 1.00 s |  |  | 40 MB |  |"


def test_documents_of_vendors_are_files_and_those_of_folders(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").touch()
    (tmp_path / "notes.md").touch()
    assert vendors.documents([str(tmp_path), "c.json"])[1:] == [tmp_path / "b.yaml", Path("c.json")]


def test_a_document_has_the_operations_that_were_asked_for_and_is_the_same_each_time() -> None:
    made = document(300)
    assert made == document(300)
    assert sum(len(item) for item in made["paths"].values()) == 300 * METHODS
    assert len(made["components"]["schemas"]) == 300 * 4 + 1


def test_growth_is_the_line_that_fits() -> None:
    line, certainty = generation.fitted([(size, 3 + 2 * size) for size in (1.0, 10.0, 100.0)])
    assert (line.intercept, line.slope) == pytest.approx((3, 2))
    assert certainty == pytest.approx(1)


def test_contenders_take_turns_in_changing_order_after_one_to_warm_up() -> None:
    order: list[str] = []

    def contender(name: str) -> float:
        order.append(name)
        return 1.0

    interleaved("turns", {name: lambda name=name: contender(name) for name in "abc"}, rounds=6)
    rounds = ["".join(order[at : at + 3]) for at in range(0, len(order), 3)]
    assert rounds[0] == "abc"
    assert [sorted(each) for each in rounds] == [["a", "b", "c"]] * 7
    assert len(set(rounds[1:])) == 6


def test_a_ratio_is_taken_within_the_rounds() -> None:
    """A machine that is slow for some of the rounds changes the figures, not the ratio."""
    slow_then_fast = Comparison("x", Unit.SECONDS, {"ours": (10.0, 1.0, 1.0), "stock": (20.0, 2.0, 2.0)})
    assert slow_then_fast.ratio("stock") == 2.0
    assert slow_then_fast.ratio("ours", to="stock") == 0.5
    assert slow_then_fast.spread("ours") == 4.5


def test_a_target_is_met_within_its_limits() -> None:
    twice = Comparison("x", Unit.SECONDS, {"ours": (1.0,), "stock": (2.0,)})
    assert Target("at least twice", twice, "stock", "ours", least=2).met
    assert not Target("more than twice", twice, "stock", "ours", least=2.1).met
    assert Target("at most twice", twice, "stock", "ours", most=2).met
    assert not Target("less than twice", twice, "stock", "ours", most=1.9).met


def test_a_table_shows_ratio_figure_and_spread() -> None:
    times = Comparison("one", Unit.SECONDS, {"ours": (1e-6,), "stock": (8e-6,), "json": (4e-3,)})
    calls = Comparison("two", Unit.CALLS, {"ours": (0.001,), "stock": (0.002,)})
    memory = Comparison("three", Unit.BYTES, {"ours": (2.0**20,), "stock": (2.0**21,)})
    assert section(Table("Title", "What it is.", (times, calls, memory))) == (
        "### Title\n\nWhat it is.\n\n"
        "|  | ours | stock | json |\n"
        "| --- | ---: | ---: | ---: |\n"
        "| one | 1 (1.00 µs, ±0%) | **8.00** (8.00 µs, ±0%) | **4000.00** (4.00 ms, ±0%) |\n"
        "| two | 1 (1,000/s, ±0%) | **2.00** (500/s, ±0%) |  |\n"
        "| three | 1 (1.0 MiB, ±0%) | **2.00** (2.0 MiB, ±0%) |  |\n"
    )


def test_a_section_is_replaced_and_the_rest_of_the_document_kept(tmp_path: Path) -> None:
    document = tmp_path / "page.md"
    document.write_text("Before.\n<!-- a: begin -->\nold\n<!-- a: end -->\nAfter.\n", encoding="utf-8")
    for text in ("newer", "newest"):
        record(document, "a", text)
    expected = "Before.\n<!-- a: begin -->\n\nnewest\n\n<!-- a: end -->\nAfter.\n"
    assert document.read_text(encoding="utf-8") == expected
    with pytest.raises(ValueError, match="has no section between <!-- b: begin --> and <!-- b: end -->"):
        record(document, "b", "text")
