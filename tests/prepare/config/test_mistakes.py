"""What is wrong with a configuration is shown at its place."""

from __future__ import annotations

from pathlib import Path

import jsonschema_rs
import pytest

from codegen.document.problems import Refused
from codegen.prepare.config.configuration import SCHEMA
from codegen.prepare.config.toml import TomlSource
from tests.command_line import Run
from tests.conftest import ROOT
from tests.prepare.config.shop import Generate, said

pytestmark = pytest.mark.slow


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
