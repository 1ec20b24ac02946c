"""Overlays: what they change, that places lead into the right file, and what is wrong with them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

import pytest

from codegen.document.load import load, loaded
from codegen.document.node import Node, plain
from codegen.document.problems import Refused
from codegen.document.source import Source
from codegen.document.source_map import SourceMap
from codegen.output import report
from codegen.pipeline import ReadOptions, generate
from codegen.prepare.bundle import bundle
from codegen.prepare.overlay.actions import Action
from codegen.prepare.overlay.applying import apply
from codegen.prepare.overlay.parsing import read_overlay
from tests.conftest import ROOT

DOCUMENT = """\
openapi: 3.1.0
info:
  title: Shop
tags:
  - name: a
  - name: b
    x-list: [1, 2, 3]
  - name: c
paths:
  /one: {get: {summary: One}, post: {summary: Post}}
  /two: {get: {summary: Two}}
"""


def overlaid(folder: Path, actions: str, version: str = "1.1.0") -> tuple[Node, SourceMap]:
    (folder / "openapi.yaml").write_text(DOCUMENT)
    (folder / "fix.yaml").write_text(
        f"overlay: {version}\ninfo: {{title: Fixes, version: 1.0.0}}\nactions:\n{actions}"
    )
    document = bundle(load(folder / "openapi.yaml"))
    return apply(read_overlay(folder / "fix.yaml")[0], document.root, document.source)


def places(root: Node, source: SourceMap) -> dict[str, str]:
    """Where each scalar of the result is written: the file and the line, and the text there."""
    found: dict[str, str] = {}

    def visit(part: object, pointer: tuple[str | int, ...]) -> None:
        items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
        for key, value in items:
            visit(value, (*pointer, key))
        if not isinstance(part, (dict, list)):
            place = source.place(pointer)
            line = source.file(place).line(place.line)
            found["/".join(map(str, pointer))] = line[place.column - 1 :]
            assert str(part).casefold() in line[place.column - 1 :].casefold(), pointer

    visit(plain(root), ())
    return found


@pytest.mark.parametrize(
    ("actions", "pointer", "expected"),
    [
        (
            "- {target: $.info, update: {version: 2.0.0, x-a: {b: c}}}",
            "info",
            {"title": "Shop", "version": "2.0.0", "x-a": {"b": "c"}},
        ),
        ("- {target: $.info, update: {title: Other}}", "info", {"title": "Other"}),
        ("- {target: $.info.title, update: Other}", "info", {"title": "Other"}),
        ("- {target: $.tags, update: {name: d}}", "tags/3", {"name": "d"}),
        (
            "- {target: '$.tags[?@.name == ''b'']', update: {x-list: [4]}}",
            "tags/1",
            {"name": "b", "x-list": [1, 2, 3, 4]},
        ),
        ("- {target: '$.tags[?@.name == ''b'']', update: {x-list: {e: f}}}", "tags/1/x-list", {"e": "f"}),
        (
            "- {target: '$.tags[0]', remove: true}",
            "tags",
            [{"name": "b", "x-list": [1, 2, 3]}, {"name": "c"}],
        ),
        (
            "- {target: '$.tags[?@.name != ''b'']', remove: true}",
            "tags",
            [{"name": "b", "x-list": [1, 2, 3]}],
        ),
        (
            "- {target: '$.tags[1][''x-list''][0]', remove: true}\n- {target: '$.tags[0]', remove: true}",
            "tags/0",
            {"name": "b", "x-list": [2, 3]},
        ),
        (
            "- {target: '$.tags[*]', update: {x-new: 1}}\n- {target: '$.tags[0]', remove: true}",
            "tags",
            [{"name": "b", "x-list": [1, 2, 3], "x-new": 1}, {"name": "c", "x-new": 1}],
        ),
        (
            "- {target: $.paths.*.get, update: {deprecated: true}}",
            "paths",
            {
                "/one": {"get": {"summary": "One", "deprecated": True}, "post": {"summary": "Post"}},
                "/two": {"get": {"summary": "Two", "deprecated": True}},
            },
        ),
        (
            "- {target: $..summary, remove: true}",
            "paths",
            {"/one": {"get": {}, "post": {}}, "/two": {"get": {}}},
        ),
        ("- {target: '$[''paths'', ''info'']', update: {x-a: 1}}", "info", {"title": "Shop", "x-a": 1}),
        (
            "- {target: $.paths, remove: true}\n- {target: $, update: {paths: {/new: {}}}}",
            "paths",
            {"/new": {}},
        ),
        (
            "- {target: '$.paths[''/two'']', copy: '$.paths[''/one'']'}",
            "paths//two",
            {"get": {"summary": "One"}, "post": {"summary": "Post"}},
        ),
    ],
)
def test_actions_change_the_document_and_keep_the_places(
    tmp_path: Path, actions: str, pointer: str, expected: object
) -> None:
    root, source = overlaid(tmp_path, actions)
    part: object = plain(root)
    for token in pointer.replace("//", "/~").split("/"):
        part = part[int(token)] if isinstance(part, list) else part[token.replace("~", "/")]
    assert part == expected
    places(root, source)


@pytest.mark.parametrize(
    ("actions", "said"),
    [
        ("- {target: $.nothing, remove: true}", "fix.yaml:4:12: error: '$.nothing' matches nothing"),
        ("- {target: '$.info[', remove: true}", "fix.yaml:4:12: error: '$.info[' is not a JSON"),
        ("- {target: $, remove: true}", "the whole document cannot be removed"),
        (
            "- {target: $.info, update: text}",
            "fix.yaml:4:28: error: the target is a mapping",
        ),
        (
            "- {target: $.info, copy: $.tags.*}",
            "'copy' must match one part of the document",
        ),
        ("- {target: $.info, copy: $.nowhere}", "this matches nothing"),
        ("- {target: $.info}", "an action must have an 'update', a 'copy' or 'remove: true'"),
        (
            "- {target: $.info, updat: {}}",
            "'updat' is not a key of an action; did you mean 'update'?",
        ),
        ("- {update: {}}", "an action must have a 'target'"),
        ("- text", "an action is a mapping"),
        ("- {target: $.info, remove: yes}", "'remove' must be true or false"),
    ],
)
def test_what_is_wrong_is_shown_in_the_overlay(tmp_path: Path, actions: str, said: str) -> None:
    with pytest.raises(Refused) as caught:
        overlaid(tmp_path, actions)
    shown = report.text(caught.value.problems, caught.value.source)
    assert said in shown
    assert "fix.yaml:" in shown
    assert "[overlay]" in shown


@pytest.mark.parametrize(
    "text",
    [
        "overlay: 2.0.0\ninfo: {title: a, version: b}\nactions: []\n",
        "openapi: 3.1.0\n",
        "overlay: 1.0.0\nactions: [{target: $, update: {}}]\n",
        "overlay: 1.0.0\ninfo: {title: a, version: b}\n",
        "overlay: 1.0.0\ninfo: {title: a, version: b}\nactions: [{target: $.a, copy: $.b}]\n",
    ],
)
def test_what_is_no_overlay_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "fix.yaml").write_text(text)
    with pytest.raises(Refused):
        read_overlay(tmp_path / "fix.yaml")


def test_an_overlay_lets_models_keep_undeclared_properties(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    action = re.search(r"^  - target: \$\.\.\[.*\n.*additionalProperties.*\n", page, re.MULTILINE)
    assert action is not None
    (tmp_path / "openapi.yaml").write_text(
        "openapi: 3.1.0\ninfo: {title: Shop, version: 1.0.0}\npaths: {}\ncomponents:\n  schemas:\n"
        "    Item: {properties: {part: {properties: {name: {type: string}}}}}\n"
        "    Closed: {properties: {name: {type: string}}, additionalProperties: false}\n"
        "webhooks:\n  made:\n    post:\n      responses: {'200': {description: Ok.}}\n"
        "      requestBody: {content: {application/json: {schema: {anyOf: [\n"
        "        {$ref: '#/components/schemas/Item'}, {$ref: '#/components/schemas/Closed'}]}}}}\n"
    )
    (tmp_path / "keep.yaml").write_text(
        f"overlay: 1.0.0\ninfo: {{title: Keep, version: 1.0.0}}\nactions:\n{action[0]}"
    )
    output = generate(tmp_path / "openapi.yaml", ReadOptions(overlays=[tmp_path / "keep.yaml"]))
    models = next(text for path, text in output.files.items() if path.endswith("/models.py"))
    assert re.findall(r"class (\w+)\(OpenObject\)", models) == ["Item", "ItemPart"]
    assert re.findall(r"class (\w+)\(Struct", models) == ["Closed"]


def test_problems_that_an_overlay_brings_in_point_into_it(tmp_path: Path) -> None:
    (tmp_path / "openapi.yaml").write_text((ROOT / "tests/documents/orders.yaml").read_text())
    overlay = tmp_path / "fix.yaml"
    overlay.write_text(
        "overlay: 1.0.0\ninfo: {title: a, version: b}\nactions:\n"
        "  - target: $.components.schemas.Order.properties\n    update: {note: {type: strin}}\n"
    )
    output = generate(tmp_path / "openapi.yaml", ReadOptions(overlays=[overlay]))
    assert f"{overlay}:5:27: tolerated: wrong-value" in report.tolerated(output.tolerated, output.source)
    overlay.write_text(overlay.read_text().replace("strin}", "string}"))
    files = generate(tmp_path / "openapi.yaml", ReadOptions(overlays=[overlay])).files
    assert "note: str | UnsetType" in files["shop/models.py"]


def scalars(part: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], object]]:
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        yield from scalars(value, (*at, key))
    if not isinstance(part, (dict, list)):
        yield at, part


def parts(part: object, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    yield at
    items = part.items() if isinstance(part, dict) else enumerate(part) if isinstance(part, list) else ()
    for key, value in items:
        yield from parts(value, (*at, key))


@pytest.mark.parametrize("seed", range(100))
def test_places_stay_right_whatever_the_actions(seed: int) -> None:
    """Every value is unique, so its place is right if its text is there."""
    chance, number = random.Random(seed), count()

    def made(depth: int) -> object:
        kind = chance.random() if depth else 0
        if kind < 0.3:
            return f"v{next(number)}"
        several = [made(depth - 1) for _ in range(chance.randint(0, 4))]
        return several if kind < 0.65 else dict(zip("abcd", several, strict=False))

    document = loaded(Source("a.json", json.dumps({key: made(3) for key in "abcd"}, indent=1), is_json=True))
    root, source = document.root, SourceMap(document.source)
    for index in range(8):
        choices = [one for one in parts(plain(root)) if one]
        if not choices:
            break
        text = json.dumps({"t": 0, "v": made(2)}, indent=1)
        overlay = loaded(Source(f"{index}.json", text, is_json=True))
        copied = "".join(f"[{one!r}]" for one in chance.choice(choices))
        kind, value = chance.choice([("update", overlay.root["v"]), ("copy", f"${copied}"), ("remove", None)])
        action = Action(kind, chance.choice(choices), value, overlay.source, ("t",), ("v",))
        with suppress(Refused):  # the value does not fit the target
            root, source = apply([action], root, source)
        for at, scalar in scalars(plain(root)):
            place = source.place(at)
            assert source.file(place).line(place.line)[place.column - 1 :].startswith(f'"{scalar}"'), at
