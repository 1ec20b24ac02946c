"""Quoting: whatever the text, the source means that text and nothing else."""

from __future__ import annotations

import ast
import re
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.views.text.quoting import (
    Code,
    Section,
    code_span,
    docstring,
    join,
    literal,
    markdown,
    markdown_with_code,
    name,
    splice,
    toml,
)
from codegen.views.text.wrapping import wrap

NASTY = st.text(st.one_of(st.sampled_from("\"'\\\n\r\t`{}#\0\x1b\u202e\ud800 "), st.characters(codec=None)))

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | NASTY,
    lambda inner: st.lists(inner) | st.dictionaries(NASTY, inner),
    max_leaves=10,
)


@pytest.mark.slow
@given(JSON)
def test_a_literal_evaluates_to_the_value(value: object) -> None:
    source = literal(value)  # type: ignore[arg-type]
    assert "\n" not in source
    assert ast.literal_eval(source) == value


@pytest.mark.parametrize("value", [float("inf"), float("-inf"), float("nan")])
def test_a_number_that_json_lacks_has_no_literal(value: float) -> None:
    with pytest.raises(ValueError, match="not a JSON number"):
        literal(value)


def test_what_is_not_json_has_no_literal() -> None:
    with pytest.raises(TypeError):
        literal(object())  # type: ignore[arg-type]


@given(NASTY, NASTY, st.sampled_from([0, 4, 8]))
def test_a_docstring_is_one_string_and_nothing_else(text: str, other: str, indent: int) -> None:
    try:
        source = docstring(text, indent=indent, sections=[Section("Args", (("name", other),))])
    except ValueError:
        return
    tree = ast.parse(
        f"def f():\n{' ' * indent or ' '}{source}".encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    )
    (function,) = tree.body
    assert isinstance(function, ast.FunctionDef)
    (statement,) = function.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Constant)
    assert isinstance(statement.value.value, str)


@pytest.mark.parametrize("text", ['"', 'a"', '"""', 'a"""b', "a\\", '\\"', '""""""', "\\" * 3])
def test_a_docstring_loses_nothing(text: str) -> None:
    assert ast.literal_eval(docstring(text, indent=0)) == text


def test_a_docstring_shows_what_would_reorder_or_end_the_line() -> None:
    assert docstring("a\u202eb\x1b[31m", indent=0) == '"""a\\\\u202eb\\\\x1b[31m"""'


def test_a_long_docstring_is_wrapped_with_its_quotes_on_a_line_of_their_own() -> None:
    assert docstring("word " * 30, indent=4).splitlines() == [
        '"""' + "word " * 18 + "word",
        "    " + "word " * 10 + "word",
        '    """',
    ]


def test_lists_tables_and_code_keep_their_lines() -> None:
    table = ["| a | b |", "|---|---|"]
    code = ["```", "code   here", "```"]
    text = ["First", "line.", "", "- one item that is", "  on two lines", "- another", "", *table, "", *code]
    lines = ["First line.", "", "- one item that is on two lines", "- another", "", *table, "", *code]
    assert wrap("\n".join(text), 80) == lines


def test_quotes_keep_their_marks() -> None:
    text = "Before.\n> [!NOTE]\n> A note that is\n> long.\n>\n> - item\n> > inner\nAfter\nit."
    assert wrap(text, 18) == [
        "Before.",
        "> [!NOTE]",
        "> A note that is",
        "> long.",
        ">",
        "> - item",
        ">> inner",
        "After it.",
    ]


def test_a_fence_is_no_quote_and_a_quote_within_it_is_code() -> None:
    text = "First a paragraph.\n\n```\n> one\n> two\n```"
    assert wrap(text, 15) == ["First a", "paragraph.", "", "```", "> one", "> two", "```"]


def test_a_hard_break_ends_a_line_and_a_list_in_a_list_is_filled() -> None:
    text = "One  \ntwo\nthree.\n\n- an item\n    - an item in it that is long\n  and more"
    assert wrap(text, 22) == [
        "One",
        "two three.",
        "",
        "- an item",
        "    - an item in it",
        "      that is long and",
        "      more",
    ]


@given(NASTY, st.integers(1, 60))
def test_filling_keeps_every_word(text: str, width: int) -> None:
    assert "".join(re.sub(r"[>\s]", "", text)) == re.sub(r"[>\s]", "", "".join(wrap(text, width)))


@pytest.mark.slow
@given(st.text(st.characters(codec="utf-8")))
def test_toml_says_the_text(text: str) -> None:
    assert tomllib.loads(f"a = {toml(text)}") == {"a": text}


def test_markdown_is_one_line_without_markup() -> None:
    assert markdown("a *b*\n<script>[x](y)") == r"a \*b\* \<script\>\[x\](y)"
    assert code_span("a`b") == "``a`b``"
    assert code_span("`") == "`` ` ``"


def test_markdown_with_code() -> None:
    assert markdown_with_code("the `a_b*`\nof *b* and ``c``") == r"the `a_b*` of \*b\* and \`\`c\`\`"
    assert markdown_with_code("`a` and `b") == r"`a` and \`b"


def test_only_quoted_text_can_be_put_together() -> None:
    assert splice("{}[{}]", name("list"), Code("int")) == "list[int]"
    assert type(join(", ", [Code("a"), Code("b")])) is Code
    with pytest.raises(TypeError, match="not quoted"):
        splice("{}", "import os")  # type: ignore[arg-type]
    assert type(Code("a") + Code("b")) is str


@pytest.mark.parametrize("text", ["", "a b", "class", "é", "1a", "a;b"])
def test_a_name_is_an_identifier(text: str) -> None:
    with pytest.raises(ValueError, match="not a Python name"):
        name(text)
