"""Mistakes in YAML and JSON are reported at the place to correct, not where a parser stops."""

from __future__ import annotations

from pathlib import Path

import pytest

from codegen.check import check
from codegen.document.load import load
from codegen.document.problems import Refused
from codegen.document.source_map import SourceMap
from codegen.standard.rules import STRICT_RULES

YAML = """\
openapi: 3.1.0
info:
  title: Shop
  version: "1.0.0"
  description: |
    What people buy,
    and who buys.
tags:
  - name: Orders
    description: What people buy.
  - name: Buyers
paths:
  /orders:
    get:
      tags: [Orders]
      summary: 'Read orders'
      responses:
        "200": {description: The orders.}
        "404":
          description: There are none.
"""

JSON = """\
{
  "openapi": "3.1.0",
  "info": {
    "title": "Shop",
    "version": "1.0.0"
  },
  "tags": [
    {"name": "Orders"},
    {"name": "Buyers"}
  ],
  "paths": {}
}
"""


def told(
    base: str, old: str, new: str, file: Path
) -> tuple[tuple[int, int], list[tuple[tuple[int, int], str]]]:
    """The place that is marked by « in the edited document, and the problems with theirs."""
    assert base.count(old) == 1, old
    before, _, after = base.replace(old, new).partition("«")
    file.write_bytes((before + after).encode("utf-8", "surrogateescape"))
    with pytest.raises(Refused) as refused:
        check(load(file).root, STRICT_RULES, strict=True)
    source = refused.value.source or SourceMap(load(file).source)
    found = [(source.place(one.where, one.on), one.message) for one in refused.value.problems]
    wanted = before.count("\n") + 1, len(before) - before.rfind("\n")
    return wanted, [((place.line, place.column), message) for place, message in found]


QUOTES = "put it in quotes"

SLIPS_OF_YAML = [
    # A colon
    ("openapi: 3", "openapi« 3", "a colon is missing after 'openapi'"),
    ("info:\n", "info«\n", "a colon is missing after 'info'"),
    ("  title: Shop", "  title« Shop", "a colon is missing after 'title'"),
    ("  title: Shop", "  title« = Shop".replace("« =", " «="), "after 'title' a colon is expected, not '='"),
    ('  version: "1.0.0"', '  version« "1.0.0"', "a colon is missing after 'version'"),
    ("tags:\n", "tags«\n", "a colon is missing after 'tags'"),
    ("- name: Orders", "- name« Orders", "a colon is missing after 'name'"),
    ("  /orders:", "  /orders«", "a colon is missing after '/orders'"),
    ("    get:", "    get«", "a colon is missing after 'get'"),
    ("      tags: [Orders]", "      tags« [Orders]", "a colon is missing after 'tags'"),
    ('        "404":', '        "404"«', "a colon is missing after '404'"),
    ("description: There", "«description There", "is a colon missing after 'description'?"),
    ("{description: The orders.}", "{«description The orders.}", "'description The orders.' is not a key"),
    # A space
    ("  title: Shop", "  title:«Shop", "a space is missing after the colon of 'title'"),
    ("- name: Orders", "- name:«Orders", "a space is missing after the colon of 'name'"),
    ("- name: Buyers", "- «name:Buyers", "write a space after the colon of 'name'"),
    (
        '        "404":\n          description: There',
        '        "404":\n          «description:There',
        "'description'",
    ),
    ("  - name: Buyers", "  -«name: Buyers", "a space is missing after the dash"),
    (
        "  - name: Orders\n    description: What people buy.\n  - name: Buyers",
        "  «-name: Orders",
        "after each dash",
    ),
    # Quotes
    ('"1.0.0"', '«"1.0.0', "the quote that opens here is not closed"),
    ("'Read orders'", "«'Read orders", "the quote that opens here is not closed"),
    ("  title: Shop", '  title: «"Shop', "the quote that opens here is not closed"),
    ('        "404":', '        «"404:', "the quote that opens here is not closed"),
    ("[Orders]", '[«"Orders]', "the quote that opens here is not closed"),
    ("'Read orders'", "'Read buyer«'s orders'", "the text ends at this quote"),
    ("'Read orders'", '"Read «"all" orders"', "the text ends at this quote"),
    ("'Read orders'", '"Read «\\orders"', "there is no such escape"),
    ("[Orders]", "[Orders, «v{1}]", "a text with braces in it must be in quotes here"),
    ("'Read orders'", "«'Read the customer''s orders", "the quote that opens here is not closed"),
    # Brackets
    ("[Orders]", "[Orders, «,Buyers]", "this is a comma too many"),
    ('"1.0.0"', '"1.0.0"«,', "no comma ends a line in YAML; remove it"),
    ("[Orders]", "«[Orders", "the list that begins here is not closed; write ']' at its end"),
    (
        "{description: The orders.}",
        "«{description: The orders.",
        "the mapping that begins here is not closed",
    ),
    ("[Orders]", "[Orders]«]", "this ']' closes nothing"),
    ("[Orders]", "[Orders«}", "']' is expected here, not '}'"),
    ("{description: The orders.}", "{description: The orders.«]", "'}' is expected here, not ']'"),
    (
        "{description: The orders.}",
        "{description: A, headers: {}, x-list: «[a, 'b]', c}",
        "the list that begins here is not closed; write ']' at its end",
    ),
    ("[Orders]", "[«{a: b]", "the mapping that begins here is not closed; write '}' at its end"),
    ("[Orders]", "[[Orders, {a: «[b}], c]", "the list that begins here is not closed"),
    ("{description: The orders.}", "{description: A« headers: {}}", "a comma is missing here"),
    ("[Orders]", '["Orders"« "Buyers"]', "a comma is missing here"),
    # Lists
    ("  - name: Buyers", "  «* name: Buyers", "a list item begins with '-', not '*'"),
    ("  - name: Buyers", "  «• name: Buyers", "a list item begins with '-', not '•'"),
    ("  - name: Buyers", "  «+ name: Buyers", "a list item begins with '-', not '+'"),
    # Git
    ("  title: Shop", "«<<<<<<< HEAD\n  title: Shop\n=======\n  title: A\n>>>>>>> a", "Git could not merge"),
    # Indentation
    ("  title: Shop", "«\ttitle: Shop", "a tab cannot indent a line; use spaces"),
    ("    get:", "  «\tget:", "a tab cannot indent a line; use spaces"),
    ("  title: Shop", "«\u00a0\u00a0title: Shop", "this kind of space cannot indent a line"),
    (
        '  version: "1.0.0"',
        '    «version: "1.0.0"',
        "indented by 4 spaces; 2 spaces are expected, like 'title'",
    ),
    ('  version: "1.0.0"', ' «version: "1.0.0"', "indented by 1 space; 2 spaces are expected, like 'title'"),
    ("    description: What people buy.", "   «description: What people buy.", "4 spaces are expected"),
    ("    description: What people buy.", "      «description: What people buy.", "4 spaces are expected"),
    ("  - name: Buyers", "   «- name: Buyers", "indented by 3 spaces; 2 spaces are expected"),
    ("  - name: Buyers", " «- name: Buyers", "indented by 1 space; 2 spaces are expected"),
    ("    and who buys.", "   «and who buys.", "indented by 3 spaces; 4 spaces are expected"),
    (
        "    What people buy,\n    and who buys.\n",
        "«What people buy.\n",
        "must be indented more than its key",
    ),
    ("      summary:", "     «summary:", "indented by 5 spaces; 6 spaces are expected"),
    ("      summary:", "       «summary:", "indented by 7 spaces; 6 spaces are expected"),
    # Characters that mean something
    ("title: Shop", "title: «@shop", f"a text cannot begin with '@'; {QUOTES}"),
    ("title: Shop", "title: «`shop`", f"a text cannot begin with '`'; {QUOTES}"),
    ("title: Shop", "title: «%shop", f"a text cannot begin with '%'; {QUOTES}"),
    ("title: Shop", "title: «*.shop", f"a text cannot begin with '*'; {QUOTES}"),
    ("title: Shop", "title: «*shop", "a text that begins with '*' must be in quotes"),
    ("title: Shop", "title: «& shop", f"a text cannot begin with '&'; {QUOTES}"),
    ("title: Shop", "title: «!shop", "put a text that begins with '!' in quotes"),
    ("title: Shop", "title: «{shop} of all", f"a text cannot begin with '{{'; {QUOTES}"),
    ("title: Shop", "title: «{shop}", "put a text that begins with '{' in quotes"),
    ("title: Shop", "title: «[shop] of all", f"a text cannot begin with '['; {QUOTES}"),
    ("title: Shop", "title: «> shop", f"a text cannot begin with '>'; {QUOTES}"),
    ("title: Shop", "title: «| shop", f"a text cannot begin with '|'; {QUOTES}"),
    ("title: Shop", "title: «, shop", f"a text cannot begin with ','; {QUOTES}"),
    ("title: Shop", "title: «- shop", "a list begins on a line of its own"),
    ("title: Shop", "title: Shop«: all of it", "a text with a colon and a space in it must be in quotes"),
    ("- name: Buyers", "- name: Buyers«: all", "a text with a colon and a space in it must be in quotes"),
    ("[Orders]", "[«#orders]", "'#' begins a comment"),
    # What YAML has and JSON has not
    (
        "  title: Shop",
        "  title: Shop\n  «title: Shop",
        "'title' is here a second time; the first is on line 3",
    ),
    ("paths:\n", "«---\npaths:\n", "a second document begins here"),
    ("  title: Shop", "  «? [a]\n  : b".replace("«? ", "? «"), "a key must be a single value"),
    ("title: Shop", "title: «\x01", "may not stand in YAML"),
    ("title: Shop", "title: «\udcff", "the byte 0xff is not UTF-8"),
    ("title: Shop", "title: «1e999", "1e999 is too large a number"),
]

SLIPS_OF_JSON = [
    # Commas and colons
    ('"Shop",', '"Shop"«', "a comma is missing here"),
    ('{"name": "Orders"},', '{"name": "Orders"}«', "a comma is missing here"),
    ('"Shop",', '"Shop",«,', "this is a comma too many; remove it"),
    ('"Shop",', '"Shop"«;', "a comma is expected here, not ';'"),
    ('"title": ', '"title"« ', "a colon is missing after this key"),
    ('"title": "Shop"', '"title":« ,"a": "Shop"', "a value is missing here"),
    ('"paths": {}', '"paths":« ', "a value is missing here"),
    # Quotes
    ('"Shop"', "«'Shop'", "straight double quotes alone; write \" instead of '"),
    ('"title"', "«'title'", "straight double quotes alone"),
    ('"Shop"', "«\u201cShop\u201d", "straight double quotes alone"),
    ('"title"', "«title", "a key must be in double quotes"),
    ('"Shop"', "«Shop", "a text must be in double quotes"),
    ('"Shop",', '«"Shop,', "the quote that opens here is not closed"),
    ('"paths": {}\n}\n', '"paths": «"', "the quote that opens here is not closed"),
    ('"Shop"', '"Our «"Shop" here"', 'a quote within the text is written \\"'),
    ('"Shop"', '"Our«\nShop"', "a text does not go on in the next line; write \\n"),
    ('"Shop"', '"Our«\tShop"', "within quotes, this character is written \\t"),
    ('"Shop"', '"«\\Shop"', "there is no such escape; a backslash is written as two"),
    ('"Shop"', '"«\\u12"', "four hexadecimal digits are expected"),
    ('"Shop"', '«"\\ud83d"', "half of a character"),
    # Brackets
    ("  ],\n", "  «},\n", "']' is expected here, not '}'"),
    ('"Buyers"}', '"Buyers"«]', "'}' is expected here, not ']'"),
    (
        '"paths": {}\n}\n',
        '"paths": «{\n}\n',
        "the object that begins here is not closed; write '}' at its end",
    ),
    ('"paths": {}\n}\n', '"paths": {}\n}\n«}\n', "this '}' closes nothing; remove it"),
    ('"paths": {}\n}\n', '"paths": {}\n}\n«{}\n', "the document has ended before this"),
    (
        '"tags": [\n    {"name": "Orders"},\n    {"name": "Buyers"}\n  ],',
        '"tags": «[\n    {"name": "Orders"},',
        "the list that begins here is not closed",
    ),
    # Git
    ('  "paths"', '«<<<<<<< HEAD\n  "paths": {},\n=======\n>>>>>>> a\n  "paths"', "Git could not merge this"),
    # Words, numbers and comments
    ('"paths": {}', '"paths": «undefined', "JSON has no undefined; did you mean null?"),
    ('"paths": {}', '"paths": «0x1F', "0x1F is not a number of JSON's"),
    ('"paths": {}', '"paths": «True', "JSON has no True; did you mean true?"),
    ('"paths": {}', '"paths": «None', "JSON has no None; did you mean null?"),
    ('"paths": {}', '"paths": «NaN', "NaN is not a number of JSON's"),
    ('"paths": {}', '"paths": «-Infinity', "-Infinity is not a number of JSON's"),
    ('"paths": {}', '"paths": «012', "it has no leading zero"),
    ('"paths": {}', '"paths": «.5', ".5 is not a number of JSON's"),
    ('"paths": {}', '"paths": «+1', "+1 is not a number of JSON's"),
    ('"paths": {}', '"paths": «1.2.3', "1.2.3 is not a number of JSON's"),
    ('"paths": {}', '"paths": «@a', "a value cannot begin with '@'; put a text in double quotes"),
    ('"Shop",', '"Shop", «# its name', "JSON has no comments; remove it"),
    ('"Shop",', '"Shop",\n    «"title": "Shop",', "'title' is here a second time; the first is on line 4"),
    ('"Shop"', '"«\udcff"', "the byte 0xff is not UTF-8"),
]


@pytest.mark.parametrize(
    ("old", "new", "sentence"), SLIPS_OF_YAML, ids=[new[:30] for _, new, _ in SLIPS_OF_YAML]
)
@pytest.mark.parametrize("ending", ["\n", "\r\n"], ids=["LF", "CR LF"])
def test_a_slip_of_yaml(old: str, new: str, sentence: str, ending: str, tmp_path: Path) -> None:
    document, old, new = (text.replace("\n", ending) for text in (YAML, old, new))
    wanted, found = told(document, old, new, tmp_path / "openapi.yaml")
    assert wanted in [place for place, _ in found], found
    assert any(sentence in message for place, message in found if place == wanted), found


@pytest.mark.parametrize(
    ("old", "new", "sentence"), SLIPS_OF_JSON, ids=[new[:30] for _, new, _ in SLIPS_OF_JSON]
)
def test_a_slip_of_json(old: str, new: str, sentence: str, tmp_path: Path) -> None:
    wanted, found = told(JSON, old, new, tmp_path / "openapi.json")
    assert wanted in [place for place, _ in found], found
    assert any(sentence in message for place, message in found if place == wanted), found


JARGON = ("token", "scalar", "block", "flow", "mapping values", "delimiter", "stream", "parse", "expected <")


@pytest.mark.parametrize(
    ("base", "name"), [(YAML, "openapi.yaml"), (JSON, "openapi.json")], ids=["YAML", "JSON"]
)
@pytest.mark.parametrize("character", ["", *"\"'{}[]:,-#&*!|>%@`\t\x00\u00a0"])
def test_any_typo_is_reported_in_plain_words(base: str, name: str, character: str, tmp_path: Path) -> None:
    """Characters of the document are replaced by another: no traceback, no word of parsers."""
    file = tmp_path / name
    for at in range(len(character), len(base), 9):
        file.write_text(base[:at] + character + base[at + 1 :])
        try:
            load(file)
        except Refused as refused:
            for problem in refused.problems:
                assert not any(word in problem.message for word in JARGON), (at, problem.message)


def test_a_quote_that_ends_at_a_reference_is_not_closed(tmp_path: Path) -> None:
    """The parser takes the quote of ``"#/`` for the closing one, and the rest of the line for a comment."""
    reference = '          $ref: "#/components/responses/None"\n'
    base = YAML.replace("          description: There are none.\n", reference)
    wanted, found = told(base, "title: Shop", 'title: «"Shop', tmp_path / "openapi.yaml")
    assert found[0] == (wanted, "the quote that opens here is not closed")
    wanted, found = told(base, "summary: 'Read orders'", 'summary: «"Read orders', tmp_path / "openapi.yaml")
    assert found == [(wanted, "the quote that opens here is not closed")]
