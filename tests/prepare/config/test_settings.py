"""What the settings of a configuration change."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from codegen.document.problems import Refused
from codegen.pipeline import generate
from tests.command_line import Run
from tests.prepare.config.shop import SPEC, Generate, said

pytestmark = pytest.mark.slow


def test_without_settings_nothing_changes(tmp_path: Path, configured: Generate) -> None:
    files = configured("").files
    plain = generate(tmp_path / "openapi.yaml").files
    assert files == plain
    assert "license" not in tomllib.loads(plain["pyproject.toml"])["project"]
    assert "LICENSE" not in plain


def test_names_and_metadata(configured: Generate) -> None:
    files = configured(
        'package = "mine"\ndistribution = "my-shop"\nclient = "MyShop"\nversion = "3.0"\nenvironment = "MY"\n'
        'license = "mit"\nauthors = ["Ann <ann@example.com>", "The Shop", "b@example.com"]\n'
        '[operations.getOrder]\nname = "load"\n[operations."DELETE /orders/{id}"]\nname = "cancel"\n'
        '[schemas.Order]\nname = "Purchase"\n[tags.Orders]\nname = "purchases"\n'
    ).files
    project = tomllib.loads(files["pyproject.toml"])["project"]
    assert (project["name"], project["version"], project["license"]) == ("my-shop", "3.0", "MIT")
    assert project["authors"] == [
        {"name": "Ann", "email": "ann@example.com"},
        {"name": "The Shop"},
        {"email": "b@example.com"},
    ]
    assert files["LICENSE"].startswith("MIT License")
    assert "def load(" in files["mine/resources/purchases.py"]
    assert "def cancel(" in files["mine/resources/purchases.py"]
    assert "class Purchase(" in files["mine/models.py"]
    assert "class MyShop(" in files["mine/_client.py"]
    assert 'environment="MY"' in files["mine/_api.py"]


def test_another_license_is_named_and_its_text_is_left_to_the_user(configured: Generate) -> None:
    files = configured('license = "Apache-2.0 OR BSD-3-Clause"').files
    assert tomllib.loads(files["pyproject.toml"])["project"]["license"] == "Apache-2.0 OR BSD-3-Clause"
    assert "LICENSE" not in files


@pytest.mark.parametrize(
    ("setting", "scheme"),
    [
        ('security = "bearer"', "SHOP_TOKEN"),
        ('security = "basic"', "username"),
        ('security = {type = "apiKey", in = "header", name = "X-Shop-Key"}', "SHOP_API_KEY"),
    ],
)
def test_security_where_the_document_is_silent(configured: Generate, setting: str, scheme: str) -> None:
    files = configured(setting).files
    assert scheme in files["shop/_client.py"] + files["README.md"]
    assert "describes no authentication" not in files["README.md"]


SWAGGER = """\
swagger: "2.0"
info: {title: Shop, version: 1.0.0}
host: shop.example
paths:
  /orders:
    get: {responses: {"200": {description: It., schema: {$ref: "#/definitions/Order"}}}}
definitions: {Order: {type: object, properties: {id: {type: string}}}}
"""


@pytest.mark.parametrize(
    ("setting", "credential"),
    [
        ('"bearer"', "SHOP_TOKEN"),
        ('"basic"', "SHOP_USERNAME"),
        ('{type = "apiKey", in = "header", name = "X-Key"}', "SHOP_API_KEY"),
    ],
)
def test_security_and_names_of_schemas_for_swagger(
    configured: Generate, setting: str, credential: str
) -> None:
    files = configured(f'security = {setting}\n[schemas.Order]\nname = "Purchase"', SWAGGER).files
    assert credential in files["README.md"]
    assert "about:blank" not in files["README.md"]
    assert "class Purchase(" in files["shop/models.py"]


def test_security_may_name_a_scheme_of_the_document(configured: Generate) -> None:
    spec = SPEC.replace(
        "components:\n", "components:\n  securitySchemes: {ShopKey: {type: http, scheme: bearer}}\n"
    )
    assert "SHOP_TOKEN" in configured('security = "ShopKey"', spec).files["README.md"]
    with pytest.raises(Refused) as caught:
        configured('\nsecurity = "ShopKay"', spec)
    assert "wholespec.toml:2:12: error: 'ShopKay' is neither a scheme of the document" in said(caught.value)
    assert "did you mean 'ShopKey'?" in said(caught.value)


def test_security_of_the_document_is_not_replaced(configured: Generate) -> None:
    spec = SPEC + "  securitySchemes: {ShopKey: {type: http, scheme: bearer}}\nsecurity: [{ShopKey: []}]\n"
    with pytest.raises(Refused) as caught:
        configured('security = "bearer"', spec)
    assert "the document says itself how calls authenticate" in said(caught.value)


@pytest.mark.parametrize(
    "setting",
    [
        '[exclude]\npaths = ["/internal/*"]',
        '[exclude]\ntags = ["Users"]',
        '[exclude]\noperations = ["list*"]',
        '[exclude]\noperations = ["GET /internal/users"]',
        '[include]\ntags = ["Orders"]',
        '[include]\npaths = ["*"]\n[exclude]\ntags = ["Users"]',
    ],
)
def test_excluded_and_then_unused_parts_are_omitted_and_reported(configured: Generate, setting: str) -> None:
    output = configured(setting)
    assert "shop/resources/orders.py" in output.files
    assert "shop/resources/users.py" not in output.files
    models = output.files["shop/models.py"]
    assert "class Order(" in models
    assert "class User(" not in models
    assert "class Boss(" not in models
    assert "class Spare(" not in models
    assert output.selection.message == "left out: 1 of 3 operations, and 3 components that nothing else uses"
    assert output.selection.where
    assert output.selection.where.line == 1


def test_webhooks_are_selected_like_operations(configured: Generate) -> None:
    spec = SPEC + (
        "webhooks:\n  sold:\n    post:\n      operationId: sold\n      tags: [Users]\n"
        "      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Boss'}}}}\n"
        "      responses: {'200': {description: Seen.}}\n"
    )
    output = configured("[exclude]\npaths = ['/internal/*']", spec)
    assert "class Boss(" in output.files["shop/models.py"]
    for setting in ("[exclude]\ntags = ['Users']", "[include]\npaths = ['/orders/*']"):
        output = configured(setting, spec)
        assert "class Boss(" not in output.files["shop/models.py"]
        assert output.selection.operations == 2


def test_a_subtype_of_a_used_schema_is_kept(configured: Generate) -> None:
    spec = SPEC.replace(
        "    Order: {type: object, required: [id], properties: {id: {type: string}}}\n",
        "    Order:\n      type: object\n      required: [id]\n      properties: {id: {type: string}}\n"
        "      discriminator: {propertyName: id}\n"
        "    Large: {allOf: [{$ref: '#/components/schemas/Order'}, {properties: {size: {type: integer}}}]}\n",
    )
    models = configured('[exclude]\ntags = ["Users"]', spec).files["shop/models.py"]
    assert "class Large" in models
    assert "class User(" not in models


def test_waiters(configured: Generate) -> None:
    files = configured(
        '[waiters.getOrder]\nstate = "id"\nsuccess = "paid"\ntimeout = 30\n'
        '[[waiters."GET /internal/users"]]\nmissing = "success"\n'
    ).files
    orders = files["shop/resources/orders.py"]
    assert 'Waiter(state=("id",), success=("paid",))' in orders
    assert "def wait_until_paid(" in orders
    assert "timeout: float | None = 30," in orders
    assert "def wait_until_deleted(" in files["shop/resources/users.py"]


def test_waiters_replace_those_of_the_document(configured: Generate) -> None:
    spec = SPEC.replace("getOrder\n", "getOrder\n      x-waiter: {state: id, success: paid, failure: lost}\n")
    files = configured("[waiters.getOrder]\nstate = 'id'\nsuccess = 'sent'", spec).files
    assert 'Waiter(state=("id",), success=("sent",))' in files["shop/resources/orders.py"]
    assert "wait_until_paid" not in files["shop/resources/orders.py"]


def test_extensions_and_actions(configured: Generate) -> None:
    output = configured(
        "[operations.getOrder]\nx-anything = {a = [1, 2]}\n"
        '[[actions]]\ntarget = "$.components.schemas.Spare"\nremove = true\n'
        '[[actions]]\ntarget = "$.components.schemas.Order.properties"\nupdate = {note = {type = "string"}}\n'
    )
    operation = output.root.mapping("paths").mapping("/orders/{id}").mapping("get")
    assert operation["x-anything"] == {"a": [1, 2]}
    assert "class Spare(" not in output.files["shop/models.py"]
    assert "note: str | UnsetType" in output.files["shop/models.py"]


def test_the_command_needs_no_arguments_with_a_configuration(run: Run, tmp_path: Path) -> None:
    table = 'document = "openapi.yaml"\noutput = "shop"\noverlays = ["fix.yaml"]\ntemplates = "mine"\n'
    (tmp_path / "pyproject.toml").write_text(
        f"[tool.wholespec]\n{table}[tool.wholespec.exclude]\ntags = ['Users']\n"
    )
    overlay = (
        "overlay: 1.0.0\ninfo: {title: a, version: b}\nactions:\n- {target: $.info, update: {title: Store}}\n"
    )
    (tmp_path / "fix.yaml").write_text(overlay)
    (tmp_path / "mine").mkdir()
    done = run("build")
    assert (done.returncode, done.stderr) == (0, "")
    left = "left out: 1 of 3 operations, and 3 components that nothing else uses"
    assert done.stdout.startswith(f"pyproject.toml:6:1: {left}\nshop: ")
    assert (tmp_path / "shop/store").is_dir()
    assert run("check").returncode == 0
    (tmp_path / "fix.yaml").write_text("# A comment.\n" + overlay)
    assert run("check").returncode == 0
    (tmp_path / "fix.yaml").write_text(overlay.replace("Store", "Boutique"))
    done = run("check")
    assert done.returncode == 1
    assert "shop/ was generated with other overlays, which change the document.\n" in done.stdout
    assert "\n  fix.yaml:1:1: overlay fix.yaml has changed [overlay-changed]\n" in done.stdout
    assert "document has changed" not in done.stdout
    assert done.stdout.endswith("To fix it: run `wholespec build` and commit the changes.\n")
    (tmp_path / "mine/LICENSE").write_text("Mine\n")
    assert "\n  mine/LICENSE:1:1: your template LICENSE is new [template-added]\n" in run("check").stdout
    assert run("build").returncode == 0
    (tmp_path / "pyproject.toml").write_text(f"[tool.wholespec]\n{table}strict = 'no'\n")
    done = run("check", "--format", "github")
    assert (done.returncode, done.stdout[:36]) == (1, "::error file=pyproject.toml,line=6,c")


def test_a_configuration_is_for_the_document_that_it_names(run: Run, tmp_path: Path) -> None:
    (tmp_path / "wholespec.toml").write_text('document = "other.yaml"\npackage = "mine"\n')
    assert run("build", "openapi.yaml").returncode == 0
    assert (tmp_path / "client/shop").is_dir()
    done = run("build", "openapi.yaml", "--out", "b", "--config", "wholespec.toml")
    assert done.returncode == 0
    assert (tmp_path / "b/mine").is_dir()
    done = run("check", "openapi.yaml", "--out", "b", "--config", "nowhere.toml")
    assert (done.returncode, done.stderr) == (2, "wholespec: nowhere.toml: No such file or directory\n")
