"""The installed client against Prism, a mock server from another author that serves the document.

Prism validates what is sent, and responds with the examples of the document or, where there are none, with
values that it makes up; ``Prefer`` chooses among them. What is called is what the document has, whatever
that is.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import yaml

from corpus import bodies
from corpus.call import Values
from corpus.comparison import difference, same
from corpus.original import Operation, Original, Part, mapping
from corpus.package import credentials
from corpus.synthesise import Impossible
from tests.clients import Client

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SPEC = ROOT / "spec/openapi.yaml"
PRISM = HERE / "node_modules/@stoplight/prism-cli/dist/index.js"

ORIGINAL = Original(yaml.safe_load(SPEC.read_text(encoding="utf-8")))
OPERATIONS = [*ORIGINAL.operations()]
VALUES = Values(ORIGINAL, OPERATIONS)
OF_PRISM = "stoplight.io/prism/errors"
"""In the body of what Prism itself refuses (its documentation, "Errors")."""

Call = Callable[..., dict[str, Any]]
Arguments = dict[tuple[str, str], Any]
"""Values by place and name; those of the body's properties are in the place ``body``."""

pytestmark = [pytest.mark.contract, pytest.mark.spec]


class Sent(NamedTuple):
    """A call that the document allows."""

    operation: Operation
    what: str
    parameters: Arguments
    body: Any = None


class Told(NamedTuple):
    """A documented response that Prism can be asked for."""

    sent: Sent
    status: str
    example: str | None
    value: Any


def examples(owner: Part) -> dict[str | None, Any]:
    """The examples of a parameter or a media type, by name."""
    if "example" in owner:
        return {None: owner["example"]}
    return {name: one["value"] for name, one in named(owner).items() if "value" in one}


def named(owner: Part) -> dict[str, Part]:
    return {name: ORIGINAL.resolved(one) for name, one in mapping(owner, "examples").items()}


def json_of(content: Part) -> Part | None:
    """The media type, if it is JSON and there is no other."""
    kinds = [media for key, media in content.items() if bodies.is_json(key)]
    return kinds[0] if len(kinds) == len(content) == 1 else None


def is_simple(operation: Operation) -> bool:
    """Whether Prism can judge the request: its body is JSON, or there is none."""
    return operation.body is None or json_of(mapping(operation.body, "content")) is not None


def parameters_of(operation: Operation, *, full: bool) -> Arguments:
    found: Arguments = {}
    for nth, parameter in enumerate(operation.parameters):
        if full or parameter.get("required") is True:
            shown = [*examples(parameter).values()]
            value = shown[0] if shown else VALUES.of_parameter(parameter, full=full, nth=nth)
            found[parameter["in"], parameter["name"]] = value
    return found


def calls_of(operation: Operation) -> Iterator[Sent]:
    """With all that it takes, with as little as it needs, and with each example of its body.

    Values that nobody can make, of contradictory schemas, are none that the document allows.
    """
    media = json_of(mapping(operation.body or {}, "content"))
    for full in (True, False):
        with suppress(Impossible):
            value = None if media is None else VALUES.sent.value(media.get("schema") or {}, full=full)
            yield Sent(operation, "all" if full else "least", parameters_of(operation, full=full), value)
    for name, value in examples(media or {}).items():
        with suppress(Impossible):
            yield Sent(operation, f"example {name or ''}".strip(), parameters_of(operation, full=True), value)


CALLS = [sent for operation in OPERATIONS if is_simple(operation) for sent in calls_of(operation)]
FIRST = {sent.operation.name: sent for sent in reversed(CALLS)}


def responses_of(sent: Sent) -> Iterator[Told]:
    for status, response in sent.operation.responses.items():
        content = mapping(response, "content")
        if not status.isdigit() or (content and json_of(content) is None):
            continue  # Prism is asked for one status, and is not to choose among media types
        shown = examples(json_of(content) or {})
        for name, value in shown.items() if shown else [(None, ...)]:
            yield Told(sent, status, name, value if content else None)


RESPONSES = [told for sent in FIRST.values() for told in responses_of(sent)]
BEARERS = {
    name
    for name, scheme in ORIGINAL.components("securitySchemes").items()
    if str(ORIGINAL.resolved(scheme).get("scheme")).lower() == "bearer"
}
SECURED = [
    sent
    for sent in FIRST.values()
    if sent.operation.security and all({*one} & BEARERS for one in sent.operation.security)
]


def texts_of(operation: Operation) -> list[str]:
    """The properties of the body that are texts."""
    media = json_of(mapping(operation.body or {}, "content")) or {}
    schema = ORIGINAL.resolved(media.get("schema") or {})
    return [name for name, one in mapping(schema, "properties").items() if one.get("type") == "string"]


WRONG = [sent for sent in FIRST.values() if texts_of(sent.operation)]


def sent_id(sent: Sent) -> str:
    return f"{sent.operation.name} {sent.what}"


def told_id(told: Told) -> str:
    return f"{told.sent.operation.name} {told.status} {told.example or ''}".strip()


@pytest.fixture(scope="session")
def node() -> str:
    """Node, with Prism; where one is missing these tests are left out, but not in CI."""
    node = shutil.which("node")
    if node and PRISM.exists():
        return node
    reason = "Prism is not installed (make contract)" if node else "Node is not installed"
    if os.environ.get("CI"):
        pytest.fail(f"the tests against Prism cannot run: {reason}")
    pytest.skip(f"the tests against Prism are left out: {reason}")


@pytest.fixture(scope="session")
def prism(node: str) -> Iterator[str]:
    """The address of a Prism that serves the document."""
    command = [node, PRISM, "mock", "--host", "127.0.0.1", "--port", "0", SPEC]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as process:
        stopper = threading.Timer(300, process.kill)
        stopper.start()
        log = ""
        for line in process.stdout:
            log += line
            if found := re.search(r"listening on (http://\S+)", line):
                break
        stopper.cancel()
        assert found, log
        threading.Thread(target=process.stdout.read, daemon=True).start()
        yield found[1]
        process.terminate()


@pytest.fixture(scope="session")
def python(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The interpreter of a fresh environment that holds the wheel of `generated/` and what it needs."""
    folder = tmp_path_factory.mktemp("installed")
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder,
        ROOT / "generated",
    ]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", folder / "venv"], check=True)
    python = folder / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    subprocess.run([sys.executable, "-m", "pip", "--python", python, "install", "--quiet", wheel], check=True)
    return python


@pytest.fixture(scope="session")
def caller(python: Path) -> Iterator[Callable[[dict[str, Any]], dict[str, Any]]]:
    """A process that makes calls with the installed client."""
    with subprocess.Popen(
        [python, "-I", HERE / "call.py"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:

        def call(asked: dict[str, Any]) -> dict[str, Any]:
            process.stdin.write(json.dumps(asked) + "\n")
            process.stdin.flush()
            return json.loads(process.stdout.readline())

        yield call
        process.stdin.close()


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, prism: str, caller: Any, generated: Client) -> Call:
    """Make a call with the installed client; what was returned or raised."""
    secrets = credentials(generated.classes()[0])

    def call(sent: Sent, prefer: str = "", *, anonymous: bool = False, **wrong: object) -> Any:
        signature = generated.signatures[sent.operation.path, sent.operation.method]
        arguments = {signature.parameters[place]: value for place, value in sent.parameters.items()}
        fields = signature.fields_of(None)
        if fields is not None and isinstance(sent.body, dict):
            body = {**sent.body, **wrong}
            arguments |= {fields[name]: value for name, value in body.items()}
        elif sent.body is not None:
            arguments["body"] = {**sent.body, **wrong} if isinstance(sent.body, dict) else sent.body
        asked = {
            "how": request.param,
            "package": generated.name,
            "client": generated.kind,
            "options": {"base_url": prism, "max_retries": 0, **secrets},
            "headers": {"prefer": prefer} if prefer else {},
            "anonymous": anonymous,
            "resource": signature.resource,
            "method": signature.method,
            "arguments": arguments,
        }
        return caller(asked)

    return call


@pytest.mark.parametrize("sent", CALLS, ids=sent_id)
def test_what_is_sent_is_valid(call: Call, sent: Sent) -> None:
    outcome = call(sent)
    assert OF_PRISM not in str(outcome.get("body"))
    if any(status.startswith("2") for status in sent.operation.responses):
        # Prism says that a request is not valid by a documented 422 or 400, if there is one.
        assert "returned" in outcome, outcome


@pytest.mark.parametrize("told", RESPONSES, ids=told_id)
def test_each_documented_response_is_returned_or_raised(call: Call, told: Told) -> None:
    prefer = f"code={told.status}" + (f", example={told.example}" if told.example else "")
    outcome = call(told.sent, prefer)
    if told.status.startswith("2"):
        assert "returned" in outcome, outcome
        arrived = outcome["returned"]
    else:
        assert outcome.get("status_code") == int(told.status), outcome
        arrived = outcome["body"]
    assert OF_PRISM not in str(arrived)
    if told.sent.operation.method == "HEAD":
        assert arrived is None
    elif told.value is not ...:
        assert same(arrived, told.value), difference(arrived, told.value)


@pytest.mark.parametrize("sent", SECURED, ids=sent_id)
def test_without_a_token_the_response_is_401(call: Call, sent: Sent) -> None:
    outcome = call(sent, anonymous=True)
    assert (outcome["raised"], outcome["status_code"]) == ("UnauthorizedError", 401)


@pytest.mark.parametrize("sent", WRONG[:1], ids=sent_id)
def test_prism_would_have_refused_what_is_not_valid(call: Call, sent: Sent) -> None:
    """So that the tests above can fail."""
    (name, *_) = texts_of(sent.operation)
    outcome = call(sent, **{name: 7})
    assert outcome.get("status_code") in {400, 422}
    documented = {"400", "422"} & {*sent.operation.responses}
    assert documented or (OF_PRISM in str(outcome["body"]) and name in str(outcome["body"]))
