"""The installed client against Prism, a mock server from another author that serves the document.

Prism validates what we send and answers with the examples of the document; ``Prefer`` chooses among them.
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
from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
SPEC = ROOT / "spec/openapi.yaml"
PRISM = HERE / "node_modules/@stoplight/prism-cli/dist/index.js"

DOCUMENT = yaml.safe_load(SPEC.read_text(encoding="utf-8"))
(ITEM,) = DOCUMENT["paths"].values()
CLUSTERS = ITEM["put"]["responses"]["200"]["content"]["application/json"]["examples"]
ERRORS = {
    status: DOCUMENT["components"]["responses"][response["$ref"].rsplit("/", 1)[1]]
    for status, response in ITEM["put"]["responses"].items()
    if status != "200"
}
CLASSES = {"401": "UnauthorizedError", "404": "NotFoundError", "409": "ConflictError"}
IDS = ("2489E9AD-2EE2-8E00-8EC9-32D5F69181C0", "7C1F0B52-9D3E-4A86-B1C4-5E8A20D97F36")

Call = Callable[..., dict[str, Any]]

pytestmark = pytest.mark.contract


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
        stopper = threading.Timer(60, process.kill)
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


@pytest.fixture(params=["sync", "async"])
def call(request: pytest.FixtureRequest, prism: str, python: Path) -> Call:
    """Update a cluster with the installed client; what was returned or raised."""

    def call(
        *args: str, headers: dict[str, str] | None = None, anonymous: bool = False, **kwargs: object
    ) -> Any:
        asked = {
            "how": request.param,
            "options": {"base_url": prism, "token": "aether_5ec12e7", "max_retries": 0},
            "headers": headers or {},
            "anonymous": anonymous,
            "args": args or IDS,
            "kwargs": kwargs,
        }
        done = subprocess.run(
            [python, "-I", HERE / "call.py"],
            input=json.dumps(asked),
            capture_output=True,
            check=False,
            text=True,
            timeout=60,
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return call


@pytest.mark.parametrize(
    "sent",
    [{"name": "a"}, {"k8s_version": "1.34.2"}, {"name": "a", "k8s_version": "1.34.2"}, {}],
    ids=json.dumps,
)
def test_what_is_sent_is_valid(call: Call, sent: dict[str, str]) -> None:
    assert "returned" in call(**sent)


@pytest.mark.parametrize("example", CLUSTERS)
def test_what_is_returned_is_the_example(call: Call, example: str) -> None:
    expected = CLUSTERS[example]["value"]
    outcome = call(headers={"prefer": f"example={example}"}, name="a")
    assert outcome["returned"] == {
        **expected,
        "id": expected["id"].lower(),
        "org_id": expected["org_id"].lower(),
    }
    assert outcome["types"]["id"] == "UUID"
    assert outcome["types"]["status"] == "ClusterStatus"
    assert outcome["types"]["created_at"] == "datetime"


@pytest.mark.parametrize("status", ERRORS)
def test_each_documented_error_is_raised_with_its_body(call: Call, status: str) -> None:
    (example,) = ERRORS[status]["content"]["application/json"]["examples"].values()
    error = example["value"]["error"]
    assert call(headers={"prefer": f"code={status}"}, name="a") == {
        "raised": CLASSES[status],
        "status_code": int(status),
        "body": example["value"],
        "code": error["code"],
        "message": error["message"],
        "details": error.get("details", []),
    }


def test_without_a_token_the_answer_is_401(call: Call) -> None:
    outcome = call(anonymous=True, name="a")
    assert (outcome["raised"], outcome["code"]) == ("UnauthorizedError", "unauthorized")


def test_prism_would_have_refused_what_is_not_valid(call: Call) -> None:
    outcome = call(name=7)
    assert outcome["raised"] == "UnprocessableEntityError"
    assert "name must be string" in outcome["body"]
