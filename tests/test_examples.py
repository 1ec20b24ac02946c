"""The examples do what they say: run as programs against a server on loopback."""

from __future__ import annotations

import os
import runpy
import socket
import subprocess
import sys
from types import ModuleType

import pytest

from tests.conftest import ROOT, Server

ORGANIZATION = "2489e9ad-2ee2-8e00-8ec9-32d5f69181c0"
CLUSTER = "7c1f0b52-9d3e-4a86-b1c4-5e8a20d97f36"
OTHER = "0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5"

ANSWER = {
    "id": CLUSTER,
    "org_id": ORGANIZATION,
    "name": "payments",
    "region": "eu-central-1",
    "k8s_version": "1.34.2",
    "status": "upgrading",
    "observed_kubernetes_version": "1.33.6",
    "created_at": "2026-03-02T09:14:27Z",
    "updated_at": "2026-05-19T16:40:03Z",
}


def error(code: str, message: str) -> dict[str, object]:
    details = [{"field": "name", "code": "taken", "message": "is taken"}]
    return {"error": {"code": code, "message": message, "details": details}}


def run(
    server: Server, program: str, *arguments: str, token: str | None = "aether_0a1b"
) -> subprocess.CompletedProcess[str]:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("AETHER_")}
    environment["PYTHONPATH"] = str(ROOT / "generated")
    environment["AETHER_PLATFORM_BASE_URL"] = server.url
    if token is not None:
        environment["AETHER_PLATFORM_TOKEN"] = token
    command = [sys.executable, str(ROOT / "examples" / program), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=60)


def test_a_cluster_is_renamed(server: Server) -> None:
    server.answers(200, ANSWER)
    done = run(server, "rename_cluster.py", ORGANIZATION, CLUSTER, "payments")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"{CLUSTER} is now called payments\n", "")
    assert server.received.line == f"PUT /api/v1/organizations/{ORGANIZATION}/clusters/{CLUSTER}"
    assert server.received.headers["authorization"] == "Bearer aether_0a1b"
    assert server.received.json == {"name": "payments"}


def test_a_cluster_is_not_renamed(server: Server) -> None:
    server.answers(409, error("conflict", "The name is taken."))
    done = run(server, "rename_cluster.py", ORGANIZATION, CLUSTER, "payments")
    assert done.returncode == 1
    assert done.stderr.startswith("not renamed: 409 conflict: The name is taken. (updateCluster: PUT ")


def test_a_cluster_is_upgraded(server: Server) -> None:
    server.answers(200, ANSWER)
    done = run(server, "upgrade_cluster.py", ORGANIZATION, CLUSTER, "1.34.2")
    assert done.stderr == ""
    assert done.stdout == "payments: upgrading, 1.34.2 asked for\nin effect now: 1.33.6\n"
    assert server.received.json == {"k8s_version": "1.34.2"}


def test_a_cluster_that_failed_is_told_so(server: Server) -> None:
    server.answers(200, {**ANSWER, "status": "failed", "status_message": "no quorum"})
    done = run(server, "upgrade_cluster.py", ORGANIZATION, CLUSTER, "1.34.2")
    assert done.returncode == 1
    assert done.stderr == "the cluster reports: no quorum\n"


@pytest.mark.parametrize(
    ("status", "body", "sentence"),
    [
        (401, error("unauthorized", "no"), "the token is missing, mistyped or no longer valid\n"),
        (
            404,
            error("not_found", "no"),
            "there is no such cluster, or the token is of another organization\n",
        ),
        (409, error("conflict", "It is being deleted."), "not now: It is being deleted.\n"),
        (400, error("invalid", "Not so."), "400 Not so.\n  name: is taken\n"),
        (200, [{"id": 1}], "the response is not what the API promises: 200 cannot be decoded: "),
    ],
)
def test_each_failure_has_a_sentence_of_its_own(
    server: Server, status: int, body: object, sentence: str
) -> None:
    server.answers(status, body)
    done = run(server, "upgrade_cluster.py", ORGANIZATION, CLUSTER, "1.34.2")
    assert done.returncode == 1
    assert done.stderr.startswith(sentence)
    assert "Traceback" not in done.stderr


def test_too_many_requests_say_when_to_come_back(server: Server) -> None:
    server.answers(429, error("rate_limited", "Slow down."), headers={"retry-after": "120"})
    done = run(server, "upgrade_cluster.py", ORGANIZATION, CLUSTER, "1.34.2")
    assert done.stderr == "too many requests; try again in 120 s\n"


def test_a_server_that_cannot_be_reached_and_one_that_is_silent(aether: ModuleType) -> None:
    upgrade = runpy.run_path(str(ROOT / "examples/upgrade_cluster.py"))["upgrade"]
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        with (
            aether.AetherPlatform(token="aether_0a1b", base_url=url, timeout=0.2, max_retries=0) as client,
            pytest.raises(SystemExit, match="no answer in time: the upgrade may have begun"),
        ):
            upgrade(client, ORGANIZATION, CLUSTER, "1.34.2")
    with (
        aether.AetherPlatform(token="aether_0a1b", base_url=url, max_retries=0) as client,
        pytest.raises(SystemExit, match="no connection: "),
    ):
        upgrade(client, ORGANIZATION, CLUSTER, "1.34.2")


@pytest.mark.parametrize(
    ("program", "arguments"),
    [
        ("rename_cluster.py", (ORGANIZATION, "..", "payments")),
        ("upgrade_cluster.py", (ORGANIZATION, "..", "1.34.2")),
        ("upgrade_clusters_async.py", (ORGANIZATION, "1.34.2", "..")),
    ],
)
def test_what_is_wrong_before_anything_is_sent(
    server: Server, program: str, arguments: tuple[str, ...]
) -> None:
    wrong = run(server, program, *arguments)
    assert wrong.returncode == 1
    assert wrong.stderr.endswith(": cluster_id must be a UUID, not '..'\n")
    without = run(server, program, *arguments, token=None)
    assert without.returncode == 1
    assert "AETHER_PLATFORM_TOKEN" in without.stderr
    assert "Traceback" not in wrong.stderr + without.stderr
    assert not server.requests


def test_several_clusters_are_upgraded_at_once(server: Server) -> None:
    server.answers(200, ANSWER)
    done = run(server, "upgrade_clusters_async.py", ORGANIZATION, "1.34.2", CLUSTER, OTHER)
    assert (done.returncode, done.stderr) == (0, "")
    assert sorted(done.stdout.splitlines()) == [
        f"{OTHER}: payments is upgrading",
        f"{CLUSTER}: payments is upgrading",
    ]
    assert len(server.requests) == 2


def test_one_refusal_does_not_stop_the_others_but_shows_in_the_exit_code(server: Server) -> None:
    server.answers(404, error("not_found", "There is no such cluster."))
    done = run(server, "upgrade_clusters_async.py", ORGANIZATION, "1.34.2", CLUSTER, OTHER)
    assert done.returncode == 1
    assert done.stderr.count("404 not_found: There is no such cluster.") == 2
