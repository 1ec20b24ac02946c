"""Problems as they are printed: the place, the sentence, the line, the caret, and nothing that commands."""

from __future__ import annotations

import json

import pytest

from codegen.document.places import Place
from codegen.document.problems import Problem
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.output import report

YAML = """\
openapi: 3.1.0
paths:
  /pets:
    post:
      requestbody:
        required: true
"""


def source(text: str, name: str = "spec/openapi.yaml") -> SourceMap:
    return SourceMap(Source(name, text, is_json=name.endswith(".json")))


def at(line: int, column: int, message: str = "this is wrong") -> Problem:
    return Problem(message, "rule", Place(line, column))


def test_a_problem_has_its_place_its_line_and_a_caret():
    message = "'requestbody' is not a key of an operation; did you mean 'requestBody'?"
    problem = Problem(message, "unknown-key", ("paths", "/pets", "post", "requestbody"), "key")
    assert report.text([problem], source(YAML)) == (
        "spec/openapi.yaml:5:7: error: 'requestbody' is not a key of an operation; "
        "did you mean 'requestBody'? [unknown-key]\n"
        "    5 |       requestbody:\n"
        "      |       ^\n"
        "1 problem; nothing was written\n"
    )


def test_problems_are_sorted_by_place_and_printed_once():
    printed = report.text([at(4, 5), at(1, 10), at(4, 1), at(1, 10)], source(YAML)).splitlines()
    assert [line.split(": ")[0] for line in printed if "error" in line] == [
        "spec/openapi.yaml:1:10",
        "spec/openapi.yaml:4:1",
        "spec/openapi.yaml:4:5",
    ]
    assert printed[-1] == "3 problems; nothing was written"


def test_a_long_line_is_cut_around_the_caret():
    text = '{"a": "' + "x" * 5000 + '", "b": 1' + " " * 5000 + "}"
    column = text.index('"b"') + 1
    _, line, caret, _ = report.text([at(1, column)], source(text, "api.json")).splitlines()
    assert len(line) < 130
    assert line.startswith("    1 | ...xxx")
    assert line[caret.index("^") :].startswith('"b": 1')


def test_the_end_of_a_long_line_is_shown_whole():
    text = "a: " + "x" * 500 + "END"
    _, line, caret, _ = report.text([at(1, len(text))], source(text)).splitlines()
    assert line.endswith("END")
    assert caret.index("^") == len(line) - 1


def test_the_caret_stands_below_its_character_whatever_is_before_it():
    for before in ("a\tb", "\x1b[31m", "日本語", "e\u0301e\u0301", "\u202e"):
        _, line, caret, _ = report.text([at(1, len(before) + 1)], source(before + "!")).splitlines()
        wide = sum(character in "日本語" for character in line)
        accents = line.count("\u0301")
        assert caret.index("^") == line.index("!") + wide - accents


def test_a_byte_that_is_not_utf_8_is_shown_as_what_it_is():
    _, line, caret, _ = report.text([at(1, 6)], source("a: \udcff\udc80!")).splitlines()
    assert line.endswith(r"a: \xff\x80!")
    assert caret.index("^") == line.index("!")


def test_no_control_character_of_the_document_is_printed():
    nasty = "\x1b[2J\x07\u202e\u2028\x85\r"
    printed = report.text([at(1, 3, f"there is no {nasty}\n::error::x")], source(nasty + "a"))
    assert printed.isascii()
    assert all(character.isprintable() or character == "\n" for character in printed)
    assert "there is no \\x1b[2J" in printed
    assert len(printed.splitlines()) == 4


def test_no_line_is_a_command_of_a_ci():
    text = "::error::injected\n##[error]injected\n"
    problems = [at(1, 1, "::error::injected"), at(2, 1, "##[error]injected\n::error::injected")]
    for line in report.text(problems, source(text)).splitlines():
        assert not line.lstrip().startswith("::")
        assert "##[" not in line


def test_a_message_is_bounded():
    heading, *_ = report.text([at(1, 1, "there is no " + "x" * 10_000)], source(YAML)).splitlines()
    assert len(heading) < 600
    assert heading.endswith("x... [rule]")


def test_an_empty_document_has_a_line_too():
    assert report.text([at(1, 1)], source("")).splitlines()[1:3] == ["    1 |", "      | ^"]


def test_annotations_are_escaped_and_the_text_follows():
    name = "a,b:c%.yaml"
    printed = report.github([at(2, 3, "100% wrong: a\nb")], source(YAML, name))
    first, rest = printed.split("\n", 1)
    assert first == "::error file=a%2Cb%3Ac%25.yaml,line=2,col=3,title=rule::100%25 wrong: a\\nb"
    assert rest == report.text([at(2, 3, "100% wrong: a\nb")], source(YAML, name))


@pytest.mark.parametrize("name", ["many.yaml", "many.json"])
def test_some_of_very_many_problems_are_shown(name: str) -> None:
    keys = [f"key{number}" for number in range(5000)]
    text = source(json.dumps(dict.fromkeys(keys), indent=1), name)
    printed = report.text([Problem("It is wrong.", "rule", (key,), "key") for key in keys], text).splitlines()
    assert printed[-1] == "5,000 problems, the first 1,000 that were found are shown; nothing was written"
    assert len([line for line in printed if " error: " in line]) == 1000
    assert printed[-4].startswith(f"{name}:1001:2: error")
