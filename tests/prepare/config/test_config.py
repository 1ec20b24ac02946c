"""The configuration: what it sets, and what is wrong with it."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from pathlib import Path

import jsonschema_rs
import pytest

from codegen.commands.main import main
from codegen.document.problems import Refused
from codegen.output import report
from codegen.pipeline import Output, ReadOptions, generate
from codegen.prepare.config.configuration import SCHEMA, read_configuration
from codegen.prepare.config.toml import TomlSource
from tests.command_line import FACE, Run, run_in
from tests.conftest import ROOT

SPEC = """\
openapi: 3.1.0
info: {title: Shop, version: 1.0.0}
servers: [{url: https://shop.example}]
paths:
  /orders/{id}:
    get:
      operationId: getOrder
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses:
        "200":
          description: The order.
          content: {application/json: {schema: {$ref: "#/components/schemas/Order"}}}
          links: {owner: {operationId: listUsers}}
    delete:
      tags: [Orders]
      parameters: [{name: id, in: path, required: true, schema: {type: string}}]
      responses: {"204": {description: Gone.}}
  /internal/users:
    get:
      operationId: listUsers
      tags: [Users]
      responses:
        "200":
          description: The users.
          content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/User"}}}}
components:
  schemas:
    Order: {type: object, required: [id], properties: {id: {type: string}}}
    User: {type: object, properties: {boss: {$ref: "#/components/schemas/Boss"}}}
    Boss: {type: object, properties: {of: {$ref: "#/components/schemas/User"}}}
    Spare: {type: object, properties: {a: {type: string}}}
"""

pytestmark = pytest.mark.slow

Generate = Callable[..., Output]


@pytest.fixture
def configured(tmp_path: Path) -> Generate:
    """Generate from a document with a configuration."""

    def generated(text: str, spec: str = SPEC) -> Output:
        (tmp_path / "openapi.yaml").write_text(spec)
        (tmp_path / "wholespec.toml").write_text(text)
        return generate(
            tmp_path / "openapi.yaml",
            ReadOptions(configuration=read_configuration(tmp_path / "wholespec.toml")),
        )

    return generated


def said(refused: Refused) -> str:
    assert refused.source
    return report.text(refused.problems, refused.source)


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
def test_what_is_excluded_and_then_unused_is_left_out_and_told(configured: Generate, setting: str) -> None:
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('pakage = "a"', "1:1: error: 'pakage' is not a setting; did you mean 'package'? [configuration]"),
        ("package = 1", '1:11: error: package: 1 is not of type "string"'),
        ('\n\nstrict = "yes"', "3:10: error: strict: "),
        ("[exclude]\npath = []", "2:1: error: 'path' is not a setting; did you mean 'paths'?"),
        ("[operations.getOrder]\nnmae = 'a'", "2:1: error: 'nmae' is not a setting; did you mean 'name'?"),
        (
            "[operations.getOrdr]\nname = 'a'",
            "1:1: error: 'getOrdr' is not an operation of the document; did",
        ),
        (
            "[waiters.getOrdr]\nstate = 'id'\nsuccess = 'paid'",
            "1:1: error: 'getOrdr' is not an operation of the document; did you mean 'getOrder'?",
        ),
        ("[waiters.getOrder]\nstat = 'id'", "2:1: error: 'stat' is not a setting; did you mean 'state'?"),
        ("[[waiters.getOrder]]\nstat = 'id'", "2:1: error: 'stat' is not a setting; did you mean 'state'?"),
        (
            "[waiters.getOrder]\nstate = 'status'\nsuccess = 'paid'",
            "2:9: error: the response has no property 'status' [waiter]",
        ),
        ("[waiters.getOrder]\nstate = 'id'\nsuccess = [5]", "3:12: error: the document has no state 5"),
        (
            "[[waiters.getOrder]]\nstate = 'id'\nsuccess = 'a'\ntimeout = 0",
            "4:11: error: waiters.getOrder.0.timeout",
        ),
        (
            "[[waiters.getOrder]]\nmissing = 'success'\n[[waiters.getOrder]]\nstate = 'nope'\nsuccess = 'a'",
            "4:9: error: the response has no property 'nope'",
        ),
        (
            "[waiters.'DELETE /orders/{id}']\nstate = 'id'\nsuccess = 'a'",
            "1:1: error: only a GET can be repeated",
        ),
        (
            "[schemas.order]\nname = 'A'",
            "1:1: error: 'order' is not a schema of the document; did you mean 'Order'?",
        ),
        (
            "[tags.orders]\nname = 'a'",
            "1:1: error: 'orders' is not a tag of the document; did you mean 'Orders'?",
        ),
        ("[exclude]\npaths = ['/nowhere']", "2:10: error: '/nowhere' matches no operation"),
        ("[exclude]\npaths = ['*']", "1:1: error: no operation is left"),
        ("package = 'My Shop'", "1:11: error: 'My Shop' cannot be the package of a Python package"),
        ("license = 'my own'", "1:11: error: 'my own' cannot be the license of a Python package"),
        ("environment = 'shop'", "1:15: error: environment: "),
        (
            "tolerate = ['everything']",
            "1:13: error: tolerate: 'everything' is not a rule that can be tolerated",
        ),
        (
            "fetch = ['http://example.com']",
            "1:10: error: fetch: 'http://example.com' is not the beginning of a URL such as https://",
        ),
        ("[operations.getOrder]\nname = 'class'", "2:8: error: 'class' is a keyword of Python"),
        ("[[actions]]\ntarget = '$.x'\nremove = true", "2:10: error: '$.x' matches nothing"),
        (
            "[[actions]]\ntarget = '$.info'\nupdat = {}",
            "3:1: error: 'updat' is not a setting; did you mean 'update'?",
        ),
        (
            "fetch = [\n  'https://example.com/',  # [a]\n  'http://example.com',\n]",
            "3:3: error: fetch: 'http://example.com' is not",
        ),
        ("a = ", "1:4: error: this is not TOML: Invalid value"),
        ("a = 1\na = 2", "error: this is not TOML: this key stands above already"),
        ("client = 'shop'", "1:10: error: 'shop' cannot be the client of a Python package: it is a name"),
        ("version = 'new'", "1:11: error: 'new' cannot be the version of a Python package: it is"),
        (
            "security = 'baerer'",
            "1:12: error: 'baerer' is neither a scheme of the document nor one of bearer",
        ),
    ],
)
def test_what_is_wrong_is_shown_at_its_place(configured: Generate, text: str, expected: str) -> None:
    with pytest.raises(Refused) as caught:
        configured(text)
    assert f"wholespec.toml:{expected}" in said(caught.value) or expected in said(caught.value)
    assert "wholespec.toml:" in said(caught.value)


def test_the_schema_is_one_and_describes_every_setting() -> None:
    import json

    schema = json.loads(SCHEMA.read_text())
    jsonschema_rs.meta.validate(schema)
    page = (ROOT / "docs/configuration.md").read_text()
    for key in schema["properties"]:
        assert f"| `{key}` |" in page, key


def test_places_of_keys() -> None:
    source = TomlSource(
        "a.toml",
        'top = 1\n[a."b c"]\nkey.more = 2\n\n[[list]]\nx = 1\n[[list]]\n  x = [\n  1, 2]\n[list.in]\ny = 1\n',
        is_json=False,
    )
    at = {
        ("top",): (1, 7),
        ("a", "b c", "key", "more"): (3, 12),
        ("list", 0, "x"): (6, 5),
        ("list", 1, "x"): (8, 7),
        ("list", 1, "x", 1): (9, 6),
        ("nowhere",): (1, 1),
    }
    for pointer, (line, column) in at.items():
        place = source.place(pointer)
        assert (place.line, place.column) == (line, column), pointer


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run the command in a folder with a document."""
    (tmp_path / "openapi.yaml").write_text(SPEC)
    return lambda *arguments: run_in(tmp_path, arguments, lambda given: main(given, FACE))


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


def test_a_setting_that_names_what_is_missing_is_shown_at_its_place(run: Run, tmp_path: Path) -> None:
    (tmp_path / "fix.yaml").touch()
    (tmp_path / "wholespec.toml").write_text(
        'document = "openapi.yml"\ntemplates = "fix.yaml"\noverlays = [\n  "fix.yaml",\n  "more.yaml",\n]\n'
    )
    done = run("build")
    assert done.returncode == 1
    assert [line for line in done.stderr.splitlines() if line.startswith("wholespec.toml")] == [
        "wholespec.toml:1:12: error: document: there is no file openapi.yml [configuration]",
        "wholespec.toml:2:13: error: templates: there is no folder fix.yaml [configuration]",
        "wholespec.toml:5:3: error: overlays: there is no file more.yaml [configuration]",
    ]
