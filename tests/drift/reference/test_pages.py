"""`reference` reads the HTML that the plug-in makes of a document, and finds each difference to it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from codegen.drift.reference.comparison import compared
from codegen.drift.reference.findings import Finding, Kind, Report
from codegen.drift.reference.html import read_html
from codegen.drift.reference.page import UnreadableError
from codegen.drift.reference.reading import read_page
from codegen.pipeline import Understood, understand
from tests.drift.reference.plug_in import FOLDER, SETS

PAGES = sorted(FOLDER.glob("*/*.html"))
OF_LOANS = {"lend.html"}
UNJUDGED = {"unread", "negated", "composed", "around", "callbacks"}
"""The rules of what the pages do not show; nothing in them has no type, or alternatives that are not shown."""


@cache
def document(name: str) -> Understood:
    return understand(FOLDER / f"{name}.yaml")


def report(page: Path, html: str) -> Report:
    name = "loans" if page.name in OF_LOANS else "library"
    return compared([read_html(page.name, html)], document(name))


def drift(page: Path, html: str) -> list[Finding]:
    return report(page, html).of(Kind.DRIFT)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
def test_a_page_agrees_with_the_document_that_it_was_made_of(page: Path) -> None:
    found = report(page, page.read_text(encoding="utf-8"))
    assert not [one for one in found.findings if one.kind in {Kind.DRIFT, Kind.PROSE}]
    assert {one.rule for one in found.of(Kind.UNJUDGED)} <= UNJUDGED
    older = {"values-added"} if page.stem == "listoddities" and page.parent.name != "0.26.1" else set[str]()
    assert {one.rule for one in found.of(Kind.BEYOND)} == older
    assert found.facts > (10 if "remove" in page.name else 90)


def test_there_are_pages_of_three_versions() -> None:
    assert {page.parent.name for page in PAGES} == SETS.keys()
    assert len({page.name for page in PAGES}) * len(SETS) == len(PAGES)


@dataclass(frozen=True)
class Seed:
    """A way to change a page, and what has to be reported."""

    name: str
    pattern: str
    new: str
    """What the match becomes, with its groups."""
    rules: str
    """At least one of these must be reported, and nothing else."""
    words: str = ""
    """What a finding has to show of the page."""
    places: int = 4
    """How many places to change, one at a time, spread over all pages."""


NAME = r'(name ?">\s*<strong>)'
TYPE = r'(<span class="(?:sl-openapi-)?type ?">)'
# ruff: noqa: E501 - a row is a line
SEEDS = [
    # the operation
    Seed("method", r'(method(?:-badge)? [a-z]+ ?">)(?:GET|PUT|POST)', r"\1TRACE", "method-changed", "TRACE", 3),
    Seed("path", r'(path ?">/)(?:books|shelves)', r"\1book", "path-changed", "/book/", 5),
    Seed("another operation", r'(path ?">)/books/{book}', r"\1/authors", "operation-missing", "", 2),
    Seed("server", r'(value="(?:https://)?)library\.example\.com/v1', r"\1api.example.com", "server-changed", "api.example.com", 2),
    Seed("deprecated", "<div[^>]*>Deprecated</div>", "", "deprecation-changed", "PUT", 2),
    Seed("authorization added", '(<li class="[^"]*scheme)', r"<li><strong>other</strong></li>\1", "security-changed", "Authorizations", 2),
    Seed("authorization removed", '(<ul[^>]*>)<li class="[^"]*scheme[^"]*">(?:(?!</li>).)*?token.*?</li>', r"\1", "security-changed", "Authorizations", 2),
    Seed("no authorization", "<strong>None</strong>", "", "security-changed", "Authorizations", 2),
    Seed("scope", r"books\.read", "books.write", "scopes-changed", "Authorizations", 2),
    # parameters
    Seed("parameter renamed", rf"{NAME}(?:limit|shelf|session|X-Trace)<", r"\1other<", "parameter-missing parameter-added", "other"),
    Seed("parameter moved", r"(<h3[^>]*>\s*)Header( Parameters)", r"\1Cookie\2", "parameter-moved parameter-added", "", 2),
    Seed("parameter deprecated", r'<s>lent</s></strong>\s*<div[^>]*>deprecated</div>', "lent</strong>", "deprecation-changed", "lent", 3),
    # bodies and responses
    Seed("body optional", r"(Request Body\s*)<sup[^>]*>\s*required\s*</sup>", r"\1", "body-required-changed", "Request Body", 2),
    Seed("body gone", r"(<h2[^>]*>\s*)Request Body", r"\1Remarks", "body-added", "Responses", 2),
    Seed("status", r"(<h3[^>]*>\s*)(?:201|202|204|304|409|422|4XX)(\s*</h3>)", r"\g<1>418\2", "response-missing response-added", "418", 5),
    Seed("media type", r'(data-openapi-content-type=")application/json"', r'\1application/cbor"', "media-type-missing media-type-added", "", 3),
    Seed("header renamed", rf"{NAME}(?:X-Total|Link|Location)<", r"\1X-Other<", "header-missing header-added", "X-Other", 3),
    Seed("header optional", r'(X-Total</strong>\s*)<div[^>]*>required</div>', r"\1", "required-changed", "X-Total", 2),
    # callbacks
    Seed("callback", r"\{\$request\.query\.callback\}", "{$request.body#/callback}", "callback-missing callback-added", "{$request.body#/callback}", 2),
    Seed("method of a callback", r"(<h3[^>]*>\s*<code>added(?:(?!</section>).)*?badge [a-z]+ ?\">)POST", r"\1PUT", "callback-missing callback-added", "$request", 1),
    Seed("status of a callback", r"(<h5[^>]*>\s*)204(\s*</h5>)", r"\g<1>205\2", "response-missing response-added", "205", 2),
    Seed("field of a callback", rf"{NAME}id(</strong>(?:(?!</section>).)*<h5)", r"\1other\2", "field-renamed field-missing field-added", "other", 2),
    # fields
    Seed("field renamed", rf"{NAME}(?:title|name|code|number|room|born)<", r"\1other<", "field-renamed field-missing field-added parameter-missing parameter-added", "other", 6),
    Seed("field added", '(<div class="(?:sl-openapi-)?key not-content ?">.{0,40}name ?"> ?<strong>notes<)', r'<div class="key"><div class="name"><strong>new</strong></div><div></div></div>\1', "field-missing", "new"),
    Seed("field optional", r'(<strong>[a-z]*</strong>\s*)<div class="[^"]*">required</div>', r"\1", "required-changed", "", 6),
    Seed("field required", rf"{NAME}((?:details|notes|tags|author|colour)</strong>)", r"\1\2<div>required</div>", "required-changed", "", 5),
    Seed("further fields gone", "<em>key</em></strong>\\s*<div[^>]*>additional properties</div>", "key</strong>", "further-added field-missing", "key", 3),
    # types
    Seed("type", rf"{TYPE}(?:string|integer|number|boolean)<", r"\1wrong<", "type-changed alternative-missing", "wrong", 8),
    Seed("type of items", rf"{TYPE}Array&(?:lt|#x3C);(?:string|integer)(&gt;|>)<", r"\1Array&lt;boolean\2<", "type-changed", "Array<boolean>"),
    Seed("null added", rf"{TYPE}string(</span>\s*</div>)", r"\1string | null\2", "null-changed", "string | null"),
    Seed("null removed", rf"{TYPE}string \| null<", r"\1string<", "null-changed", "string"),
    Seed("null of 3.0 removed", r"<span[^>]*>\s*nullable\s*</span>", "", "null-changed", "", 3),
    Seed("format", "(>\\s*format: )[a-z0-9-]+", r"\1wrong", "format-changed", "format: wrong", 6),
    # values and bounds
    Seed("bound", r"(>\s*&[a-z#0-9A-Z]+;=? )[0-9.]+", r"\g<1>77", "bounds-changed", "77", 6),
    Seed("default", r"(>\s*default: )[a-z0-9]+", r"\1wrong", "bounds-changed", "default: wrong"),
    Seed("pattern", r"\^\[A-Z\]", "^[a-z]", "bounds-changed", "/^[a-z]", 2),
    Seed("unique items", r"(5 items\s*</span>\s*<span[^>]*>\s*)unique items", r"\1", "bounds-changed", "items", 2),
    Seed("value changed", r"(Allowed values:\s*<span[^>]*>\s*)[a-z]+", r"\1wrong", "value-missing value-added", "wrong", 5),
    Seed("value removed", r"<span[^>]*>\s*lost\s*</span>", "", "value-added", "", 2),
    # unions and examples
    Seed("discriminator", "(discriminator: )kind", r"\1sort", "discriminator-changed", "cover", 2),
    Seed("alternative", rf'(role="tabpanel"[^>]*>\s*<div>\s*){TYPE}integer', r"\1\2boolean", "type-changed", "boolean", 3),
    Seed("alternative gone", rf'<div [^>]*role="tabpanel"[^>]*>\s*<div>\s*{TYPE}integer.{{0,120}}?</div>\s*</div>', "", "type-changed alternative-added", "", 2),
    Seed("field of an example", r'(<h5(?:(?!</pre>).)*)"title"', r'\1"heading"', "example-field", '"heading"', 3),
    Seed("value of an example", r'(</h5>(?:(?!</pre>).)*"state": )"lent"', r'\1"burnt"', "example-value", '"burnt"', 2),
]  # fmt: skip


def places(seed: Seed) -> list[tuple[Path, str]]:
    """The pages with one change each."""
    found = [
        (page, f"{html[: match.start()]}{match.expand(seed.new)}{html[match.end() :]}")
        for page in PAGES
        if page.stem != "listoddities"  # on which much is not judged
        for html in [page.read_text(encoding="utf-8")]
        for match in re.finditer(seed.pattern, html, re.DOTALL)
    ]
    assert len(found) >= seed.places
    return found[:: len(found) // seed.places][: seed.places]


def test_there_are_enough_seeds() -> None:
    assert sum(seed.places for seed in SEEDS) >= 100


@pytest.mark.parametrize(
    "seed",
    [
        pytest.param(seed, id=seed.name, marks=[pytest.mark.slow] if at % 4 else [])
        for at, seed in enumerate(SEEDS)
    ],
)
def test_a_difference_of_a_page_is_named(seed: Seed) -> None:
    for page, html in places(seed):
        found = drift(page, html)
        assert found, page
        assert {one.rule for one in found} <= set(seed.rules.split())
        assert any(seed.words in one.words for one in found), found
        assert all(_stands_at(one, html) for one in found)


def _stands_at(one: Finding, html: str) -> bool:
    """Whether an element begins at the place in the page."""
    return html.split("\n")[one.page.line - 1][one.page.column - 1 :].startswith("<")


@pytest.mark.parametrize("at", range(5, 100, 10))
def test_a_page_that_ends_early_is_read_or_refused(at: int) -> None:
    page = FOLDER / "0.26.1" / "replacebook.html"
    html = page.read_text(encoding="utf-8")
    with suppress(UnreadableError):
        drift(page, html[: len(html) * at // 100])


def test_comments_before_a_page_are_read_once() -> None:
    page = FOLDER / "0.26.1" / "replacebook.html"
    comments = "<!-- saved -->\n" * 2000
    html = comments + page.read_text(encoding="utf-8")
    assert read_page(page.name, html, (), ()).security is not None, "it is read as HTML"
    with pytest.raises(UnreadableError):  # trying each way to divide them would never end
        read_page("page.txt", f"{comments}A text", (), ())


def test_a_deep_page_is_read_or_refused() -> None:
    page = FOLDER / "0.20.0" / "removebook.html"
    html = page.read_text(encoding="utf-8")
    key = '<div class="key"><div class="name"><strong>a</strong></div><div><details>'
    assert drift(page, html.replace("<div> <div><p>It is gone", key * 500 + "<div> <div><p>It is gone")) == []


@pytest.mark.parametrize("version", sorted(SETS))
@pytest.mark.parametrize(
    ("now", "rule"), [("not integer", "negation-changed"), ("string", "type-changed"), ("not string", "")]
)
def test_what_a_value_must_not_be_is_compared(version: str, now: str, rule: str) -> None:
    page = FOLDER / version / "listoddities.html"
    html = page.read_text(encoding="utf-8")
    assert html.count(">not string<") == 1
    found = drift(page, html.replace(">not string<", f">{now}<"))
    assert [one.rule for one in found] == ([rule] if rule else [])


def test_a_page_that_forbids_what_the_document_allows() -> None:
    page = FOLDER / "0.26.1" / "listoddities.html"
    html = page.read_text(encoding="utf-8")
    at = html.index(">string<", html.index("<strong>only</strong>"))
    (found,) = drift(page, f"{html[:at]}>not string<{html[at + len('>string<') :]}")
    assert found.rule == "negation-missing"
