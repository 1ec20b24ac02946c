"""`init` translates a `stainless.yml`: the client that is then built has what it says."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from codegen.commands.main import main
from codegen.document.load import load
from codegen.pipeline import ReadOptions, generate
from codegen.prepare.config.configuration import read_configuration
from codegen.prepare.config.translated.finding import imported
from tests.command_line import FACE

PAGES = "application/json"


def listing(parameters: dict[str, str], body: dict[str, Any]) -> dict[str, Any]:
    """A GET with parameters, by name and type, and a body."""
    return {
        "get": {
            "parameters": [
                {"name": name, "in": "query", "schema": {"type": kind}} for name, kind in parameters.items()
            ],
            "responses": {"200": {"description": "A page.", "content": {PAGES: {"schema": body}}}},
        }
    }


def an_object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


TEXT, NUMBER, FLAG = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
ITEMS = {"type": "array", "items": an_object(id=TEXT, key=TEXT)}
OTHERS = {"type": "array", "items": TEXT}  # which of the two is paged, only the scheme says


def marked(schema: dict[str, Any], purpose: str, **more: Any) -> dict[str, Any]:
    return {**schema, "x-stainless-pagination-property": {"purpose": purpose, **more}}


IDS = {"type": "array", "items": an_object(key=marked(TEXT, "cursor_item_id"))}

# path: the operation, its scheme, and what `init` declares
KINDS: dict[str, tuple[dict[str, Any], dict[str, Any], dict[str, Any]]] = {
    "/cursors": (
        listing({"from": "string"}, an_object(a=ITEMS, b=OTHERS, meta=an_object(then=TEXT), more=FLAG)),
        {
            "type": "cursor",
            "request": {"from": marked(TEXT, "next_cursor_param")},
            "response": {
                "a": marked(ITEMS, "items"),
                "meta": an_object(then=marked(TEXT, "next_cursor_field")),
                "more": marked(FLAG, "has_next_page"),
            },
        },
        {"kind": "cursor", "parameter": "from", "items": "a", "next": "meta.then", "more": "more"},
    ),
    "/unmarked": (
        listing({"cursor": "string"}, an_object(things=ITEMS, next_cursor=TEXT, x=TEXT, y=TEXT, z=TEXT)),
        {"type": "cursor", "request": {"cursor": TEXT}, "response": {"things": ITEMS, "next_cursor": TEXT}},
        {"kind": "cursor", "parameter": "cursor", "items": "things", "next": "next_cursor"},
    ),
    "/ids": (
        listing({"behind": "string"}, an_object(c=ITEMS, d=OTHERS)),
        {
            "type": "cursor_id",
            "request": {"behind": marked(TEXT, "next_cursor_id_param")},
            "response": {
                "c": marked(
                    {"type": "array", "items": an_object(key=marked(TEXT, "cursor_item_id"))}, "items"
                )
            },
        },
        {"kind": "last-item", "parameter": "behind", "items": "c", "next": "key"},
    ),
    "/urls": (
        listing({}, an_object(e=ITEMS, f=OTHERS, onwards=TEXT)),
        {
            "type": "cursor_url",
            "request": {},
            "response": {"e": marked(ITEMS, "items"), "onwards": marked(TEXT, "cursor_url_field")},
        },
        {"kind": "url", "items": "e", "next": "onwards"},
    ),
    "/offsets": (
        listing({"begin": "integer"}, an_object(g=ITEMS, h=OTHERS, all=NUMBER)),
        {
            "type": "offset",
            "request": {"begin": marked(NUMBER, "offset_count_param")},
            "response": {"g": marked(ITEMS, "items"), "all": marked(NUMBER, "offset_total_count_field")},
        },
        {"kind": "offset", "parameter": "begin", "items": "g", "total": "all"},
    ),
    "/numbers": (
        listing({"leaf": "integer"}, an_object(i=ITEMS, j=OTHERS, leaves=NUMBER)),
        {
            "type": "page_number",
            "request": {"leaf": marked(NUMBER, "page_number_param")},
            "response": {"i": marked(ITEMS, "items"), "leaves": marked(NUMBER, "total_page_count_field")},
        },
        {"kind": "page", "parameter": "leaf", "items": "i", "pages": "leaves"},
    ),
    "/headers": (
        listing({"mark": "string"}, {"type": "array", "items": TEXT}),
        {
            "type": "cursor",
            "request": {"mark": marked(TEXT, "next_cursor_param")},
            "response": {
                "rows": marked(ITEMS, "items", is_top_level_array=True),
                "then": marked(TEXT, "next_cursor_field", from_header="X-Next"),
            },
        },
        {"kind": "cursor", "parameter": "mark", "items": "", "header": "X-Next"},
    ),
}

ORDER = {"$ref": "#/components/schemas/Order"}

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "Shop", "version": "1.0.0"},
    "servers": [{"url": "https://old.example"}],
    "security": [{"Old": []}],
    "paths": {
        **{path: operation for path, (operation, _, _) in KINDS.items()},
        "/orders": {"post": {"responses": {"204": {"description": "Done."}}}},
        "/orders/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": TEXT}],
            "get": {"responses": {"200": {"description": "It.", "content": {PAGES: {"schema": ORDER}}}}},
        },
        "/anything": listing({"from": "string"}, {}),  # fits no scheme
        "/internal": {"get": {"responses": {"204": {"description": "Done."}}}},
        "/ruby": {"get": {"responses": {"204": {"description": "Done."}}}},
    },
    "components": {
        "securitySchemes": {"Old": {"type": "http", "scheme": "basic"}},
        "schemas": {"Order": an_object(kind=an_object(a=TEXT))},
    },
}

STAINLESS = {
    "organization": {"name": "open shop", "contact": "🛒@shop.example", "docs": "docs.shop.example"},
    "custom_casings": {"shop": {"pascal": "SHOP"}},
    "settings": {"license": {"name": "Apache-2.0"}},
    "resources": {
        "orders": {
            "models": {"kind_of_order": "#/components/schemas/Order/properties/kind"},
            "methods": {
                "retrieve": {"endpoint": "get /orders/{id}", "deprecated": "Use another one."},
                "load": {"type": "alias", "to": "retrieve"},
                "create": "post /orders",
            },
            "subresources": {"rubies": {"only": ["ruby"], "methods": {"list": "get /ruby"}}},
        },
    },
    "unspecified_endpoints": ["get /internal"],
    "client_settings": {
        "idempotency": {"header": "Idempotency-Key"},
        "opts": {"region": {"type": "string", "default": "eu", "server_variable": "region"}},
    },
    "environments": {"live": "https://{region}.shop.example", "test": "https://test.shop.example"},
    "security": [{"Key": []}],
    "security_schemes": {"Key": {"type": "apiKey", "in": "header", "name": "X-Key"}},
    "pagination": [{"name": path[1:], **scheme} for path, (_, scheme, _) in KINDS.items()],
}


@pytest.fixture
def configuration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(yaml.safe_dump(DOCUMENT, sort_keys=False))
    Path("stainless.yml").write_text(yaml.safe_dump(STAINLESS, sort_keys=False))
    assert main(["init"], FACE) == 0
    return Path("wholespec.toml")


@pytest.mark.slow
def test_the_client_has_what_the_configuration_says(
    configuration: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    values = tomllib.loads(configuration.read_text())
    declared = {path: values["operations"][f"GET {path}"]["x-pagination"] for path in KINDS}
    assert declared == {path: expected for path, (_, _, expected) in KINDS.items()}
    assert values["exclude"] == {"operations": ["GET /ruby", "GET /internal"]}
    assert values["authors"] == ["open shop <🛒@shop.example>"]
    assert "not converted: 'pagination" not in capsys.readouterr().out
    files = generate(Path("openapi.yaml"), ReadOptions(configuration=read_configuration(configuration))).files
    api, client = files["api.md"], files["shop/_client.py"]
    assert api.count("-> Page[") == len(KINDS)
    assert "client.orders.create(*, idempotency_key=...)" in api
    assert "`GET /orders/{id}` Deprecated." in api
    assert "/internal" not in api
    assert "def load(" in files["shop/resources/orders.py"]
    assert "class OpenSHOP(" in client
    assert "https://docs.shop.example" in client
    assert "region: A part of the server's URL" in client
    assert "api_key: " in client
    assert "class KindOfOrder(" in files["shop/models.py"]


@pytest.mark.parametrize(
    ("whole", "part", "said"),
    [
        (
            "client_settings",
            {"idempotency": {"header": "X-Once"}},
            "the client makes keys for the header Idempotency-Key only",
        ),
        ("client_settings", {"default_timeout": 1}, "pass `timeout=` to the client"),
        ("client_settings", {"something_new": 1}, "there is no setting for it"),
        ("environments", {"test": 8080}, "it is not a URL"),
    ],
)
def test_a_setting_without_a_counterpart_is_reported_with_the_reason(
    tmp_path: Path, whole: str, part: dict[str, Any], said: str
) -> None:
    (tmp_path / "openapi.yaml").write_text(yaml.safe_dump(DOCUMENT))
    (tmp_path / "stainless.yml").write_text(yaml.safe_dump({whole: part}))
    found = imported([tmp_path], load(tmp_path / "openapi.yaml").root)
    assert found is not None
    assert f"'{whole}.{next(iter(part))}': {said}" in found.left


def test_a_configuration_that_is_no_mapping_is_called_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A `config.yaml` may be anybody's, and is not looked at then."""
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text("openapi: 3.1.0\ninfo: {title: A, version: '1'}\npaths: {}\n")
    Path("stainless.yml").write_text("- a\n")
    assert main(["init", "openapi.yaml"], FACE) == 1
    assert "a configuration of Stainless is a mapping; this one is a list" in capsys.readouterr().err
    Path("stainless.yml").rename("config.yaml")
    assert main(["init", "openapi.yaml"], FACE) == 0
