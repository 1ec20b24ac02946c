"""Texts are changed where their data changes, and nowhere else."""

from __future__ import annotations

import difflib
import json
import random
from copy import deepcopy
from typing import Any

import pytest
import yaml

from codegen.document.load import parse
from codegen.document.node import plain
from codegen.document.rewriting import ParsedText, edited
from codegen.document.source import Source

# ruff: noqa: E501 - a row is a line
YAML = """\
# The shop
paths:
  /orders:   # all of them
    get:
      responses:
        '200': {description: Done.}   # flow

        # in the end
        default:
          $ref: '#/components/responses/Error'
components:
  schemas:
    State:
      type: string
      enum:
      - open   # at first
      - "paid"

    # What a customer buys.
    Order:
      required: [id, state]
      properties:
        id: {type: string}
        state: &state
          $ref: '#/components/schemas/State'
        note:
          type: string
          description: |
            Several

            lines.

        lines:
          - {name: id}
          - name: count
            type: integer
"""

SCHEMAS = ("components", "schemas")
ORDER = (*SCHEMAS, "Order")


def changed(data: Any, way: tuple[str | int, ...], key: str | int, value: Any) -> Any:
    new = deepcopy(data)
    part = new
    for token in way:
        part = part[token]
    if value is GONE:
        del part[key]
    elif key == "append":
        part.append(value)
    else:
        part[key] = value
    return new


GONE = object()


@pytest.mark.parametrize(
    ("way", "key", "value", "lines"),
    [
        ((*SCHEMAS, "State", "enum"), "append", "sent", ['+      - sent']),
        ((*SCHEMAS, "State", "enum"), "append", None, ['+      - null']),
        ((*SCHEMAS, "State", "enum"), "append", "no", ["+      - 'no'"]),
        ((*SCHEMAS, "State", "enum"), 0, GONE, ["-      - open   # at first"]),
        ((*SCHEMAS, "State"), "nullable", True, ["+      nullable: true"]),
        ((*SCHEMAS, "State"), "type", ["string", "null"], ["-      type: string", "+      type: [string, 'null']"]),
        ((*ORDER, "required"), 1, GONE, ["-      required: [id, state]", "+      required: [id]"]),
        ((*ORDER, "required"), 0, GONE, ["-      required: [id, state]", "+      required: [state]"]),
        ((*ORDER, "required"), "append", "note", ["-      required: [id, state]", "+      required: [id, state, note]"]),
        ((*ORDER,), "required", GONE, ["-      required: [id, state]"]),
        ((*ORDER, "properties", "note"), "format", "date", ["+          format: date"]),
        ((*ORDER, "properties", "id"), "format", "uuid", ["-        id: {type: string}", "+        id: {type: string, format: uuid}"]),
        ((*ORDER, "properties"), "total", {"type": "array", "items": {"type": "number"}}, ["+        total:", "+          type: array", "+          items:", "+            type: number"]),
        ((*ORDER, "properties", "lines", 1), "name", GONE, ["-          - name: count", "-            type: integer", "+          - type: integer"]),
        ((*ORDER, "properties", "lines", 1), "format", "int32", ["+            format: int32"]),
        ((*ORDER, "properties", "lines"), "append", {"name": "x", "of": ["a", {"b": 1}]}, ["+          - name: x", "+            of:", "+            - a", "+            - b: 1"]),
        (("paths", "/orders", "get", "responses"), "404", {"description": "Not: here"}, ["+        '404':", "+          description: 'Not: here'"]),
        (("paths", "/orders", "get", "responses", "200"), "content", {}, ["-        '200': {description: Done.}   # flow", "+        '200': {description: Done., content: {}}   # flow"]),
    ],
)  # fmt: skip
def test_yaml_keeps_its_layout(way: Any, key: Any, value: Any, lines: list[str]) -> None:
    assert told(Source("a.yaml", YAML, is_json=False), way, key, value) == lines
    windows = YAML.replace("\n", "\r\n")
    assert told(Source("a.yaml", windows, is_json=False), way, key, value) == [f"{line}\r" for line in lines]


@pytest.mark.parametrize("indent", [None, 1, 2, 4, "\t"])
@pytest.mark.parametrize("key", ["nullable", "type", "enum"])
@pytest.mark.parametrize("value", [True, GONE, {"a": [1, {"b": []}]}])
def test_json_keeps_its_layout(indent: Any, key: str, value: Any) -> None:
    data = {"a": {"type": "string", "enum": ["x", "y"]}, "b": []}
    if value is GONE and key == "nullable":
        data["a"]["nullable"] = True  # type: ignore[index]
    new = changed(data, ("a",), key, value)
    source = Source("a.json", json.dumps(data, indent=indent), is_json=True)
    assert edited(source.text, ParsedText(source).edits(new)) == json.dumps(new, indent=indent)


def told(source: Source, way: Any, key: Any, value: Any) -> list[str]:
    """The lines that a change takes out and brings in."""
    old = plain(parse(source))
    new = changed(old, way, key, value)
    text = edited(source.text, ParsedText(source).edits(new))
    assert plain(parse(Source("a.yaml", text, is_json=False))) == new
    compared = list(difflib.unified_diff(source.text.split("\n"), text.split("\n"), lineterm="", n=0))[2:]
    return [line for line in compared if not line.startswith("@@")]


def some(chance: random.Random, depth: int = 4) -> Any:
    kind = chance.choice(["map", "list", "text", "text", "other"] if depth else ["text", "other"])
    match kind:
        case "map":
            return {some_key(chance): some(chance, depth - 1) for _ in range(chance.randrange(4))}
        case "list":
            return [some(chance, depth - 1) for _ in range(chance.randrange(4))]
        case "text":
            return some_text(chance)
        case _:
            return chance.choice([None, True, False, 0, -3, 1.5, 10**20])


def some_text(chance: random.Random) -> str:
    return chance.choice(["a", "200", "no", "two words", "a: b", "- x", "#", "'", '"', "\\", "é\n", "\U0001f600", "", "~", "null", "{", "a #b", "1e3", "\u2028", "/p/{id}", "$ref", " x", "x "])  # fmt: skip


def some_key(chance: random.Random) -> str:
    return chance.choice(["a", "b", "200", "no", "/p/{id}", "$ref", "x-y", "two words", "a: b", "#", "null"])


def mutated(chance: random.Random, value: Any) -> Any:
    """Data with a few changes of the kinds that a list can have."""
    if chance.random() < 0.1 and not (isinstance(value, dict) and "root" in value):
        return some(chance, 2)
    if isinstance(value, dict):
        new = {key: mutated(chance, one) for key, one in value.items() if chance.random() < 0.8}
        items = [*new.items()]
        for _ in range(chance.randrange(3)):
            items.insert(chance.randrange(len(items) + 1), (some_key(chance), some(chance, 2)))
        return dict(items)
    if isinstance(value, list):
        if chance.random() < 0.3:
            return [one for one in value if chance.random() < 0.6]
        return [mutated(chance, one) for one in value] + [some(chance, 2) for _ in range(chance.randrange(2))]
    return value


@pytest.mark.parametrize("seed", range(8))
def test_any_change_of_any_data_can_be_written(seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(20):
        value = {"root": some(chance), **{some_key(chance): some(chance) for _ in range(3)}}
        texts = {
            "flow.yaml": yaml.safe_dump(value, default_flow_style=True, allow_unicode=True),
            "block.yaml": yaml.safe_dump(value, default_flow_style=False, allow_unicode=True),
            "mixed.yaml": yaml.safe_dump(value, default_flow_style=None, indent=4),
            "flat.json": json.dumps(value),
            "spread.json": json.dumps(value, indent=3),
        }
        for name, text in texts.items():
            source = Source(name, text, name.endswith("json"))
            old = plain(parse(source))
            new = {**mutated(chance, old), "root": mutated(chance, old["root"])}
            again = edited(text, ParsedText(source).edits(new))
            assert plain(parse(Source(name, again, source.is_json))) == new, (text, again)
