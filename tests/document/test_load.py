"""Loading: YAML and JSON by one set of rules, and where everything stands."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.document.failures import Unusable
from codegen.document.load import Loaded, load
from codegen.document.node import Json, Node, Pointer, plain
from codegen.document.places import Place
from codegen.document.problems import Refused
from codegen.document.source_map import SourceMap


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def document(folder: Path, text: str | bytes, name: str = "openapi.yaml") -> Loaded:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load(path)


def refusal(folder: Path, text: str | bytes, name: str = "openapi.yaml") -> list[tuple[int, int, str]]:
    with pytest.raises(Refused) as refused:
        document(folder, text, name)
    source = refused.value.source
    assert source is not None
    found = [(source.place(one.where, one.on), one.message) for one in refused.value.problems]
    return [(place.line, place.column, message) for place, message in found]


TAG = "the tag '{}' is not read: remove it, or put a text that begins with '!' in quotes"
NO_MAPPING = "an OpenAPI document is a mapping that begins with 'openapi: 3.1.0'; this one is {}"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("False", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("1", 1),
        ("-12", -12),
        ("0", 0),
        ("1.5", 1.5),
        ("1e3", 1000.0),
        ("9" * 40, int("9" * 40)),
        ("no", "no"),
        ("on", "on"),
        ("NO", "NO"),
        ("y", "y"),
        ("010", "010"),
        ("0x1F", "0x1F"),
        ("0o17", "0o17"),
        ("1_000", "1_000"),
        ("+1", "+1"),
        ("12:30", "12:30"),
        ("12:30:45", "12:30:45"),
        ("2024-01-01", "2024-01-01"),
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:00Z"),
        (".5", ".5"),
        (".inf", ".inf"),
        (".nan", ".nan"),
        ("'1'", "1"),
        ('"true"', "true"),
        ("! 1", "1"),
        ("!!str 1", "1"),
        ("!!timestamp 2024-01-01", "2024-01-01"),
        ("!!int '1'", 1),
        ("!!float 1", 1),
        ("!!bool true", True),
        ("!!null ''", None),
        ("!<tag:yaml.org,2002:js/undefined> ''", None),
        ("!!seq [1]", [1]),
        ("1.34.2", "1.34.2"),
        ("=", "="),
    ],
)
def test_a_plain_scalar_is_what_json_says(folder: Path, written: str, value: Json) -> None:
    found = document(folder, f"a: {written}\n").root["a"]
    assert found == value
    assert type(found) is type(value)


def test_keys_are_the_text_that_was_written(folder: Path) -> None:
    text = "200: a\n1.10: b\ntrue: c\nno: d\nnull: e\n2024-01-01: f\n"
    assert list(document(folder, text).root) == ["200", "1.10", "true", "no", "null", "2024-01-01"]


def test_every_mapping_knows_its_place(folder: Path) -> None:
    root = document(folder, "a:\n  - b: {c: 1}\n").root
    inner = root["a"]
    assert isinstance(inner, list)
    assert isinstance(inner[0], Node)
    assert inner[0].pointer == ("a", 0)
    assert inner[0].mapping("b").pointer == ("a", 0, "b")


def test_an_alias_is_a_copy_that_stands_where_it_is_used(folder: Path) -> None:
    root = document(folder, "a: &x {b: {c: 1}}\nd: *x\ne: [*x]\n").root
    assert root["a"] == root["d"] == {"b": {"c": 1}}
    assert root.mapping("a").mapping("b").pointer == ("a", "b")
    assert root.mapping("d").mapping("b").pointer == ("d", "b")


def test_yaml_and_json_give_the_same(folder: Path) -> None:
    data = {"a": [1, 2.5, True, None, "é\u2028\n"], "b": {"c/d~e": {}}, "": "x"}
    text = json.dumps(data)
    assert document(folder, text, "a.json").root == document(folder, text, "a.yaml").root == data


def test_a_byte_order_mark_is_no_part_of_the_text(folder: Path) -> None:
    assert document(folder, "\ufeffa: 1\n").root == {"a": 1}
    assert document(folder, '\ufeff{"a": 1}', "a.json").root == {"a": 1}


TEXT = """\
é: "ü"
list:
  - one
  - {two: 2, "three": [4, 5]}
deep: # a comment
  key:   value
  bläh:
    x: 1
"""


@pytest.mark.parametrize(
    ("pointer", "key", "value"),
    [
        ((), (1, 1), (1, 1)),
        (("é",), (1, 1), (1, 4)),
        (("list",), (2, 1), (3, 3)),
        (("list", 0), (3, 5), (3, 5)),
        (("list", 1), (4, 5), (4, 5)),
        (("list", 1, "two"), (4, 6), (4, 11)),
        (("list", 1, "three"), (4, 14), (4, 23)),
        (("list", 1, "three", 1), (4, 27), (4, 27)),
        (("deep", "key"), (6, 3), (6, 10)),
        (("deep", "bläh", "x"), (8, 5), (8, 8)),
        (("deep", "absent"), (5, 1), (6, 3)),
    ],
)
def test_places_in_yaml(folder: Path, pointer: Pointer, key: tuple[int, int], value: tuple[int, int]) -> None:
    source = document(folder, TEXT).source
    assert source.place(pointer, "key") == Place(*key)
    assert source.place(pointer) == Place(*value)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_places_in_json(folder: Path, newline: str) -> None:
    lines = ["{", '\t"a": [', '  {"b\\u0041\\"]": [1, {}, "x,]}"], "é": 1},', "  2", "],", '"c": null', "}"]
    source = document(folder, newline.join(lines), "a.json").source
    assert source.place(("a",), "key") == Place(2, 2)
    assert source.place(("a", 0, 'bA"]'), "key") == Place(3, 4)
    assert source.place(("a", 0, 'bA"]', 2)) == Place(3, 26)
    assert source.place(("a", 0, "é")) == Place(3, 40)
    assert source.place(("a", 1)) == Place(4, 3)
    assert source.place(("c",)) == Place(6, 6)
    assert source.line(4) == "  2"


@pytest.mark.parametrize(
    ("merging", "merged"),
    [
        ("{<<: *x, c: 3}", {"c": 3, "d": {"e": 2}}),
        ("{c: 3, <<: *x}", {"c": 3, "d": {"e": 2}}),
        ("{<<: [*y, *x]}", {"c": 4, "d": {"e": 2}}),
        ("{<<: {}}", {}),
        ("{<<: 5}", {"<<": 5}),
    ],
)
def test_merge_keys_add_what_is_not_written_out(folder: Path, merging: str, merged: object) -> None:
    (folder / "spec.yaml").write_text(f"b: &x {{c: 1, d: {{e: 2}}}}\ny: &y {{c: 4}}\na: {merging}\n")
    root = load(folder / "spec.yaml").root
    assert plain(root["a"]) == merged
    assert all(part.pointer[0] == "a" for part in root.mapping("a").values() if isinstance(part, Node))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "'a' is here a second time; the first is on line 1")]),
        ("a:\n\t- b\n", [(2, 1, "a tab cannot indent a line; use spaces")]),
        ("a: 'x\n\nb: 1\n", [(1, 4, "the quote that opens here is not closed")]),
        ("a: b: c\n", [(1, 5, "a text with a colon and a space in it must be in quotes")]),
        ("a: @b\n", [(1, 4, "a text cannot begin with '@'; put it in quotes")]),
        ("a: [1, 2\nb: 3\n", [(1, 4, "the list that begins here is not closed; write ']' at its end")]),
        (
            "a:\n  b: 1\n c: 2\n",
            [(3, 2, "this line is indented by 1 space; 2 spaces are expected, like 'b'")],
        ),
        ('a: "\\q"\n', [(1, 5, "there is no such escape; in double quotes write a backslash as two")]),
        ("a: !!python/name:os.x x\n", [(1, 4, TAG.format("!!python/name:os.x"))]),
        ("a: !!map []\nb: !x []\n", [(1, 4, TAG.format("!!map")), (2, 4, TAG.format("!x"))]),
        ("a: !!int true\nb: !!bool 1\n", [(1, 4, TAG.format("!!int")), (2, 4, TAG.format("!!bool"))]),
        ("!x a: !!binary eA==\n", [(1, 1, TAG.format("!x")), (1, 7, TAG.format("!!binary"))]),
        ("a: &x [*x]\n", [(1, 8, "the alias 'x' stands within its own anchor")]),
        ("a: *x\n", [(1, 4, "there is no anchor 'x' above; a text that begins with '*' must be in quotes")]),
        ("? [a]\n: 1\n", [(1, 3, "a key must be a single value, not a mapping or a list")]),
        ("--- {}\n--- {}\n", [(2, 1, "a second document begins here; one file holds one")]),
        ("a: 1e999\n", [(1, 4, "1e999 is too large a number")]),
        (f"a: {'9' * 5000}\n", [(1, 4, "a number with so many digits is not read")]),
        ("a: \x01\n", [(1, 4, "the character '\\x01' may not stand in YAML")]),
        (b"a: \xff\n", [(1, 4, "the byte 0xff is not UTF-8; save the file in that encoding")]),
        ("", [(1, 1, NO_MAPPING.format("empty"))]),
        ("- a\n", [(1, 1, NO_MAPPING.format("a list"))]),
        ("a\n", [(1, 1, NO_MAPPING.format("a single value"))]),
    ],
)
def test_yaml_that_is_refused(folder: Path, text: str | bytes, expected: list[tuple[int, int, str]]) -> None:
    assert refusal(folder, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('{"a": NaN}', [(1, 7, "NaN is not a number of JSON's")]),
        ('{"a": 1e999}', [(1, 7, "1e999 is not a number of JSON's")]),
        ('{"a": 1 "b"}', [(1, 8, "a comma is missing here")]),
        ('{"a": 1"b": 2}', [(1, 8, "a comma is missing here")]),
        ('{"a": 1{', [(1, 8, "a comma is missing here")]),
        (
            '{"a": "\\ud83d\\ude00", "b": "\\ud83d"}',
            [(1, 28, "an escape such as '\\ud800' is half of a character")],
        ),
        ("},", [(1, 1, "a value is missing here")]),
        ('# a\n{"a": 1}', [(1, 1, "JSON has no comments; remove it")]),
        ('{"a": 1, /* b */ "c": 2 "d"}', [(1, 24, "a comma is missing here")]),
        ('{"a": 1} /* b', [(1, 10, "JSON has no comments; remove it")]),
        ('{"a": [,]}', [(1, 8, "a value is missing here")]),
        ('{"a": [ /* b */ ,] // c\n}', [(1, 8, "a value is missing here")]),
        ('{"a": {,}}', [(1, 8, "this is a comma too many; remove it")]),
        ('{"a": [1,,], // b\n}', [(1, 10, "a value is missing here")]),
        ('{"a": [1,\u00a0]}', [(1, 10, "a value cannot begin with '\\xa0'; put a text in double quotes")]),
        ('{"a": "//b', [(1, 7, "the quote that opens here is not closed")]),
        ('{"a": ' + "9" * 5000 + "}", [(1, 7, "a number with so many digits is not read")]),
        (
            '{"a": 1,\n "b": {"a": 2, "a": 3}, "a": 4}',
            [
                (2, 16, "'a' is here a second time; the first is on line 2"),
                (2, 25, "'a' is here a second time; the first is on line 1"),
            ],
        ),
    ],
)
def test_json_that_is_refused(folder: Path, text: str, expected: list[tuple[int, int, str]]) -> None:
    assert sorted(refusal(folder, text, "a.json")) == expected


@pytest.mark.parametrize(
    ("text", "left_out"),
    [
        ('// a\n{"a": ["// no comment"]}', ["// a"]),
        ('{"a": [ "// no comment" /* b\n */ ]\n}', ["/* b\n */"]),
        ('{"a": ["// no comment", // b\n],}', [",", "// b", ","]),
        ('{"a": ["// no comment" /* , */ , /* , */ ] /**/ , // ,\n}', ["/*", ",", "/*", "/**/", ",", "//"]),
        ('{"a": // b\r["// no comment"]}', ["// b"]),
        ('// b\r\n{"a": ["// no comment"]} // c', ["// b", "// c"]),
        ('{"a": ["// no comment"]}', []),
        *(
            (f'// b{space}: c\n{{"a": ["// no comment", /*{space}d */]}}', ["// b", ",", "/*"])
            for space in "\u00a0\u3000\u2028\u2029\u0085\f\v\x1c"
        ),
    ],
)
def test_json_is_read_without_comments_and_last_commas(folder: Path, text: str, left_out: list[str]) -> None:
    read = document(folder, text, "a.json")
    assert read.root == {"a": ["// no comment"]}
    assert read.source.text == text
    offsets = read.source.left_out
    assert len(offsets) == len(left_out)
    assert all(text.startswith(part, at) for part, at in zip(left_out, offsets, strict=True))
    assert text.startswith('"// no comment"', read.source.offset(("a", 0)))


@pytest.mark.parametrize("name", ["a", "a.txt", "a.json"])
@pytest.mark.parametrize("before", ["// b\n", "/* b\n: c */", " \n// b\r/**/ //\n", "\ufeff// b\n"])
def test_json_may_begin_with_a_comment_whatever_its_name(folder: Path, before: str, name: str) -> None:
    read = document(folder, before + '{"a": 1, // c\n}', name)
    assert read.root == {"a": 1}
    assert read.source.is_json


@pytest.mark.parametrize("before", ["", "# {\n", "/a: 2\n", "//a: {}\n", "/*: {}\n"])
def test_yaml_may_begin_with_what_looks_like_a_comment(folder: Path, before: str) -> None:
    read = document(folder, before + "a: 1\n", "a")
    assert read.root["a"] == 1
    assert not read.source.is_json


@pytest.mark.parametrize("text", ['{"a": 1}' + "/*" * 50_000, '["' + 'x\\"' * 50_000, "[" + ",/**/" * 50_000])
def test_what_only_looks_like_comments_is_refused_at_once(folder: Path, text: str) -> None:
    started = process_time()
    refusal(folder, text, "a.json")
    assert process_time() - started < 5


@pytest.mark.parametrize(
    "written",
    [
        b"\xef\xbb\xbfa: 1\n",
        b"a: 1\r\n",
        b"a: 1\r",
        b"---\na: 1\n...\n",
        b"%YAML 1.2\n---\na: 1\n",
        b"a:\t1\n",
        b'{"a": 1}',
    ],
    ids=["a mark of UTF-8", "CR LF", "CR", "marks of a document", "a directive", "a tab within", "JSON"],
)
def test_forms_of_yaml_that_are_read(folder: Path, written: bytes) -> None:
    (folder / "a.yaml").write_bytes(written)
    assert load(folder / "a.yaml").root == {"a": 1}


@pytest.mark.parametrize("name", ["a.yaml", "a.json"])
def test_other_encodings_need_a_mark(folder: Path, name: str) -> None:
    for encoding in ("utf-16", "utf-32"):
        (folder / name).write_bytes('{"a": "é"}'.encode(encoding))
        assert load(folder / name).root == {"a": "é"}
    for written in ('{"a": 1}'.encode("utf-16-le"), b"\xff\xfea"):
        (folder / name).write_bytes(written)
        with pytest.raises(Refused) as refused:
            load(folder / name)
        assert isinstance(refused.value.problems[0].where, Place)


def test_depth_is_bounded_whatever_the_form(folder: Path) -> None:
    deep = 200
    flow = "a: " + "[" * deep + "]" * deep
    block = "\n".join(" " * level + "a:" for level in range(deep))
    for text in (flow, block):
        ((_, _, message),) = refusal(folder, text)
        assert message == "nested more than 150 levels deep"
    for levels in (deep, 100_000):
        ((_, column, message),) = refusal(folder, '{"a": ' + "[" * levels + "]" * levels + "}", "a.json")
        assert message == "nested more than 150 levels deep"
        assert column > 150


def test_a_bomb_of_aliases_is_refused_before_it_goes_off(folder: Path) -> None:
    lines = ["a0: &a0 [1, 2, 3, 4, 5, 6, 7, 8, 9]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    ((_, _, message),) = refusal(folder, "\n".join(lines))
    assert message == "the aliases stand for more than 500,000 values, 10 characters of text counted as one"


@pytest.mark.parametrize(("anchored", "times"), [("x" * 100_000, 60), (f"{{{'x' * 1000}: 1}}", 6000)])
def test_aliases_of_a_long_text_are_a_bomb_as_well(folder: Path, anchored: str, times: int) -> None:
    text = f"a: &long {anchored}\nb: [{', '.join(['*long'] * times)}]\n"
    ((line, _, message),) = refusal(folder, text)
    assert line == 2
    assert message.startswith("the aliases stand for more")


@pytest.mark.parametrize("name", ["absent.yaml", "."])
def test_a_file_that_cannot_be_read(folder: Path, name: str) -> None:
    with pytest.raises(Unusable):
        load(folder / name)


def test_a_file_that_is_too_large(folder: Path) -> None:
    path = folder / "a.yaml"
    with path.open("wb") as file:
        file.truncate(64 * 1024 * 1024 + 1)
    with pytest.raises(Unusable, match="larger than 64 MiB"):
        load(path)


BRACKETS = [*"{}[]\"'|>#%1,é\n\t"]
PIECES = [*BRACKETS, "a: ", "- ", "  ", "&x ", "*x", "!t ", "? ", ": ", "---", "<<: "]
FRAGMENTS = st.lists(st.sampled_from(PIECES)).map("".join)


@given(st.one_of(st.binary(), FRAGMENTS.map(str.encode)), st.sampled_from(["a.yaml", "a.json", "a"]))
def test_no_input_ends_in_anything_but_a_document_or_a_refusal(
    tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str
) -> None:
    places: list[Pointer | Place] = [("a", 0, "b")]
    try:
        source: SourceMap | None = SourceMap(document(tmp_path_factory.getbasetemp(), data, name).source)
    except Refused as refused:
        source, places = refused.source, [problem.where for problem in refused.problems]
    assert source is not None
    for where in places:
        place = source.place(where, "key")
        assert place.column >= 1
        source.file(place).line(place.line)
