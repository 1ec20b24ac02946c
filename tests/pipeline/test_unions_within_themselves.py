"""Unions that are members of themselves, directly or through others: what a client has of them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

from codegen.output.write import write
from codegen.pipeline import Output, generate
from tests.clients import Client
from tests.conftest import Server


def ref(name: str) -> dict[str, object]:
    return {"$ref": f"#/components/schemas/{name}"}


def a(name: str, **properties: object) -> dict[str, object]:
    """An object that must have the property of its name."""
    return {"type": "object", "properties": {name: {"type": "string"}, **properties}, "required": [name]}


TEXT = {"type": "string"}
SEVERAL = {"B": a("b", next=ref("A")), "C": a("c")}
BY_KIND = {"propertyName": "kind", "mapping": {name: f"#/components/schemas/{name}" for name in "BC"}}
WITH_KIND = {"B": a("kind", next=ref("A")), "C": a("kind")}


def built(folder: Path, title: str, schemas: Mapping[str, object]) -> Output:
    """The client of a document with one operation, which sends and returns the first of the schemas."""
    content = {"content": {"application/json": {"schema": ref(next(iter(schemas)))}}}
    operation = {
        "operationId": "replace",
        "tags": ["things"],
        "requestBody": {**content, "required": True},
        "responses": {"200": {"description": "Fine.", **content}},
    }
    document = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "servers": [{"url": "https://api.example.com"}],
        "paths": {"/thing": {"put": operation}},
        "components": {"schemas": schemas},
    }
    (folder / "openapi.json").write_text(json.dumps(document))
    output = generate(folder / "openapi.json")
    assert not output.tolerated
    return output


@contextmanager
def client_of(output: Output, folder: Path, server: Server, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """The client, which calls the server, and its models."""
    write(output.files, folder / "out")
    monkeypatch.setattr(sys, "path", [*sys.path])
    made = Client(folder / "out", output)
    with made.classes()[0](base_url=server.url) as client:
        yield client, made.module.models


RINGS: dict[str, dict[str, object]] = {
    "direct ring": {"A": {"oneOf": [ref("A"), ref("B"), ref("C")]}, **SEVERAL},
    "outer ring": {"A": {"oneOf": [ref("D"), ref("B")]}, "D": {"oneOf": [ref("A"), ref("C")]}, **SEVERAL},
    "long ring": {
        "A": {"oneOf": [ref("D"), ref("B")]},
        "D": {"anyOf": [ref("E"), ref("C")]},
        "E": {"oneOf": [ref("A"), ref("Alias"), ref("B")]},
        "Alias": ref("D"),
        **SEVERAL,
    },
}


@pytest.mark.parametrize("title", RINGS)
def test_its_members_are_the_other_classes(
    title: str, tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    output = built(tmp_path, title, RINGS[title])
    package = title.replace(" ", "_")
    assert "A: TypeAlias = B | C | Unknown\n" in output.files[f"{package}/models.py"]
    assert "next: A | UnsetType" in output.files[f"{package}/models.py"]
    assert "-> models.A:" in output.files[f"{package}/resources/things.py"]
    with client_of(output, tmp_path, server, monkeypatch) as (client, models):
        server.answers(200, {"b": "x", "next": {"c": "y"}})
        value = models.B(b="x", next=models.C(c="y"))
        assert client.things.replace(body=value) == value
        assert server.received.json == {"b": "x", "next": {"c": "y"}}


def test_a_discriminator_tells_them_apart(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    union = {"oneOf": [ref("A"), ref("B"), ref("C")], "discriminator": BY_KIND}
    output = built(tmp_path, "ring of kinds", {"A": union, **WITH_KIND})
    with client_of(output, tmp_path, server, monkeypatch) as (client, models):
        server.answers(200, {"kind": "B", "next": {"kind": "C"}})
        value = models.B(next=models.C())
        assert client.things.replace(body=value) == value
        assert server.received.json == {"kind": "B", "next": {"kind": "C"}}


def test_members_that_are_equal_are_one(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    schemas: dict[str, object] = {
        "Filter": {"oneOf": [ref("Expression"), TEXT, ref("And")]},
        "Expression": {"oneOf": [ref("Filter"), TEXT]},
        "And": a("name", parts={"type": "array", "items": ref("Expression")}),
    }
    output = built(tmp_path, "ring of filters", schemas)
    assert "-> str | models.And:" in output.files["ring_of_filters/resources/things.py"]
    assert "parts: list[str | And] | UnsetType" in output.files["ring_of_filters/models.py"]
    with client_of(output, tmp_path, server, monkeypatch) as (client, models):
        server.answers(200, {"name": "x", "parts": ["y", {"name": "z"}]})
        assert client.things.replace(body="x") == models.And(name="x", parts=["y", models.And(name="z")])


def test_nothing_is_lost_of_equal_classes_in_two_unions(tmp_path: Path) -> None:
    schemas: dict[str, object] = {"A": {"oneOf": [ref("D"), a("k")]}, "D": {"oneOf": [ref("A"), a("k")]}}
    output = built(tmp_path, "ring of equals", schemas)
    assert "-> models.A:" in output.files["ring_of_equals/resources/things.py"]


def test_a_ring_of_a_thousand_unions_is_read(tmp_path: Path) -> None:
    ring = {f"U{number}": {"anyOf": [ref(f"U{(number + 1) % 1000}"), TEXT]} for number in range(1000)}
    output = built(tmp_path, "wide ring", ring)
    assert "-> str:" in output.files["wide_ring/resources/things.py"]
