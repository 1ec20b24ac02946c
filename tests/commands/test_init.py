"""`init`: a configuration with what can be guessed, and those of other generators."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml
from openapi_python_client.config import ConfigFile

from codegen.commands.init import WORKFLOW
from codegen.commands.main import main
from codegen.pipeline import Output, ReadOptions, generate
from codegen.prepare.config.configuration import read_configuration
from codegen.prepare.config.translated import openapi_python_client
from tests.command_line import FACE
from tests.prepare.config.shop import SPEC

STAINLESS = """\
edition: 2025-01-01
organization: {name: shop, docs: https://shop.example}
targets:
  python: {package_name: shopping, project_name: shopping-sdk, publish: {pypi: true}}
  typescript: {package_name: shopping}
settings: {license: Apache-2.0, file_header: Hello}
client_settings:
  idempotency: {header: Idempotency-Key}
  opts: {api_key: {type: string, read_env: STORE_API_KEY}}
environments: {production: https://shop.example}
resources:
  $client:
    methods: {ping: get /ping}
  sales:
    models: {purchase: '#/components/schemas/Order', gone: Gone}
    methods:
      retrieve: get /orders/{id}
      import: delete /orders/{id}
      again: {endpoint: 'get /orders/{id}'}
      lost: get /lost
    subresources:
      people:
        methods: {all: {type: http, endpoint: get /internal/users}}
"""

READER = """\
project_name_override: shop-sdk
package_name_override: shop_sdk
package_version_override: 2.0.0
class_overrides:
  Order: {class_name: Purchase, module_name: purchases}
  Nothing: {class_name: X}
post_hooks: [ruff check .]
docstrings_on_attributes: true
content_type_overrides: {application/x-shop: application/json, application/zip: application/octet-stream}
mystery: 1
"""

pytestmark = pytest.mark.slow

Init = Callable[..., str]


def configured_client() -> Output:
    """The client of the document in this folder, with the configuration there."""
    configuration = read_configuration(Path("wholespec.toml"))
    return generate(Path("openapi.yaml"), ReadOptions(configuration=configuration))


@pytest.fixture
def init(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Init:
    monkeypatch.chdir(tmp_path)
    Path("openapi.yaml").write_text(SPEC)

    def init(*arguments: str, code: int = 0) -> str:
        assert main(["init", *arguments], FACE) == code
        printed = capsys.readouterr()
        return printed.out + printed.err

    return init


def test_it_writes_what_it_guesses(init: Init) -> None:
    assert init() == f"wrote wholespec.toml\nwrote {WORKFLOW}\nnext: wholespec build\n"
    text = Path("wholespec.toml").read_text()
    assert tomllib.loads(text) == {"document": "openapi.yaml", "output": "client"}
    guesses = "\n".join(line.removeprefix("# ") for line in text.splitlines()[4:])
    assert tomllib.loads(guesses) == {
        "package": "shop",
        "distribution": "shop-client",
        "client": "Shop",
        "environment": "SHOP",
        "license": "MIT",
        "authors": ["Your Name <you@example.com>"],
        "security": "bearer",
    }
    before = configured_client().files
    Path("wholespec.toml").write_text(f"{guesses}\n")
    after = configured_client().files
    assert "def get(" in before["shop/resources/orders.py"]
    assert before.keys() - after.keys() == set(), "the guesses are what holds without them"
    steps = yaml.safe_load(WORKFLOW.read_text())["jobs"]["check"]["steps"]
    assert steps[-1] == {"run": "wholespec check --format github"}


def test_it_overwrites_nothing(init: Init) -> None:
    WORKFLOW.parent.mkdir(parents=True)
    WORKFLOW.write_text("mine")
    init("openapi.yaml", "--out", "shop")
    assert WORKFLOW.read_text() == "mine"
    assert init(code=2) == "wholespec: wholespec.toml exists already\n"


def test_without_a_document_it_asks(init: Init) -> None:
    Path("openapi.yaml").unlink()
    assert "no document such as openapi.yaml found here" in init(code=2)
    assert not Path("wholespec.toml").exists()


@pytest.mark.parametrize("text", [b"\x93\xff", b"", b"- 1", b"a: ["])
def test_what_is_no_document_is_refused(init: Init, text: bytes) -> None:
    Path("openapi.yaml").write_bytes(text)
    assert "openapi.yaml:1:" in init(code=1)
    assert not Path("wholespec.toml").exists()


def test_rules_that_the_document_breaks_are_offered(init: Init) -> None:
    Path("openapi.yaml").write_text(SPEC + "security: 1\n")
    init()
    assert '# tolerate = ["wrong-type"]' in Path("wholespec.toml").read_text()


def test_a_configuration_of_stainless_is_translated(init: Init) -> None:
    Path("stainless.yml").write_text(STAINLESS)
    said = init()
    values = tomllib.loads(Path("wholespec.toml").read_text())
    assert (values["package"], values["distribution"]) == ("shopping", "shopping-sdk")
    assert (values["license"], values["environment"]) == ("Apache-2.0", "STORE")
    assert values["operations"] == {
        "GET /orders/{id}": {"name": "retrieve", "resource": "sales"},
        "GET /internal/users": {"name": "all", "resource": "sales.people"},
    }
    assert values["schemas"] == {"Order": {"name": "Purchase"}}
    left = [line.partition("not converted: ")[2] for line in said.splitlines() if "not converted" in line]
    assert left == [
        "'targets.python.publish': docs/configuration.md has a workflow that publishes",
        "'client_settings.opts.api_key.read_env': the README of the client has the name of the variable for STORE_API_KEY",  # noqa: E501
        "'$client.ping': the document has no operation 'get /ping'",
        "'sales.gone': the document has no schema 'Gone'",
        "'sales.import': 'import' is not a name for Python",
        "'sales.again': GET /orders/{id} is listed twice, and a method has one name and one resource",
        "'sales.lost': the document has no operation 'get /lost'",
        "'edition': about the service of Stainless",
        "'settings.file_header': templates of your own can have one",
        "'targets.typescript': this generator writes Python",
    ]
    assert (values["client"], "servers" in said) == ("Shop", False)
    files = configured_client().files
    api = files["api.md"]
    assert "client.sales.retrieve(" in api
    assert "client.sales.people.all(" in api
    assert "class Purchase(" in files["shopping/models.py"]


def test_nothing_is_offered_that_the_other_configuration_says(init: Init) -> None:
    Path("stainless.yml").write_text(
        "security: [{Key: []}]\nsecurity_schemes: {Key: {type: http, scheme: basic}}\n"
    )
    init()
    assert 'security = "bearer"' not in Path("wholespec.toml").read_text()


def test_a_configuration_of_the_second_reader_is_translated(init: Init) -> None:
    Path("config.yaml").write_text(READER)
    said = init()
    values = tomllib.loads(Path("wholespec.toml").read_text())
    assert (values["package"], values["distribution"], values["version"]) == ("shop_sdk", "shop-sdk", "2.0.0")
    assert values["schemas"] == {"Order": {"name": "Purchase"}}
    left = [line.partition("not converted: ")[2] for line in said.splitlines() if "not converted" in line]
    assert left == [
        "'class_overrides.Order.module_name': models have no modules of their own",
        "'class_overrides.Nothing': the document has no schema of that name",
        "'post_hooks': the output is formatted already; run other commands after the build",
        "'docstrings_on_attributes': the fields of models always have their descriptions",
        "'content_type_overrides.application/x-shop': the client treats application/x-shop as bytes, not like application/json",  # noqa: E501
        "'mystery': not a key of openapi-python-client 0.29",
    ]


def test_classes_of_swagger_are_taken_over_from_openapi_python_client(init: Init) -> None:
    order = "definitions: {Order: {type: object, properties: {id: {type: string}}}}"
    Path("openapi.yaml").write_text(
        f"swagger: '2.0'\ninfo: {{title: Shop, version: '1'}}\npaths: {{}}\n{order}\n"
    )
    Path("config.yaml").write_text("class_overrides: {Order: {class_name: Purchase}}\n")
    init()
    values = tomllib.loads(Path("wholespec.toml").read_text())
    assert values["schemas"] == {"Order": {"name": "Purchase"}}


def test_every_key_of_the_second_reader_is_known() -> None:
    assert set(ConfigFile.model_fields) == openapi_python_client.KEYS


def test_another_file_of_that_name_is_not_a_configuration(init: Init) -> None:
    Path("config.yaml").write_text("database: {host: localhost}\n")
    assert "converted" not in init()


@pytest.mark.parametrize("name", ["stainless.yml", "config.yaml"])
def test_a_broken_configuration_is_a_problem_at_its_place(init: Init, name: str) -> None:
    Path(name).write_text("a: 1\nb: [\n")
    assert init(code=1).startswith(f"{name}:")
    assert not Path("wholespec.toml").exists()
