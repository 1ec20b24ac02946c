import pickle

import pytest

from tests.conftest import serving
from tests.every_fake import fake_of
from tests.scripted import Script

FAST = {"interval": 0.001, "timeout": 30.0}


class Machine(Script):
    repeats = True


@pytest.fixture
def server():
    with serving(Machine()) as server:
        yield server


def cluster(status):
    return {"id": "c", "status": status}


def nodes(*states):
    return [{} if state is None else {"status": state} for state in states]


def test_a_state(client, models, server):
    seen = []
    server.sends(404, cluster("provisioning"), 503, cluster("updating"), cluster("running"))
    found = client.clusters.wait_until_running("o/1", "c", on_state=seen.append, **FAST)
    assert found == models.Cluster(id="c", status=models.ClusterStatus.RUNNING)
    assert seen == [
        models.ClusterStatus.PROVISIONING,
        models.ClusterStatus.UPDATING,
        models.ClusterStatus.RUNNING,
    ]
    assert server.lines == ["GET /orgs/o%2F1/clusters/c"] * 5


def test_the_states_of_all_items(client, models, package, server):
    seen, node = [], models.ClusterNode
    states = ([], [None], ["starting", "ready"], ["ready", None], ["ready", "strange"], ["ready", "ready"])
    server.sends(cluster("running"), *({**cluster("running"), "nodes": nodes(*one)} for one in states))
    found = client.clusters.wait_until_ready("o", "c", on_state=seen.append, **FAST)
    assert found.nodes == [node(status="ready")] * 2
    assert seen == [[], ["starting", "ready"], ["ready"], ["ready", "strange"], ["ready", "ready"]]
    server.sends({**cluster("running"), "nodes": nodes("ready", "lost")})
    with pytest.raises(package.WaitFailedError, match=r"the state is \['ready', 'lost'\] after") as raised:
        client.clusters.wait_until_ready("o", "c", **FAST)
    assert raised.value.state == ["ready", "lost"]


def test_a_failure(client, models, package, server):
    server.sends(cluster("provisioning"), cluster("failed"))
    with pytest.raises(package.WaitFailedError, match="the state is 'failed' after") as raised:
        client.clusters.wait_until_running("o", "c", **FAST)
    error = pickle.loads(pickle.dumps(raised.value))
    assert error.state is models.ClusterStatus.FAILED
    assert error.response == models.Cluster(id="c", status=models.ClusterStatus.FAILED)
    assert (error.operation, error.path) == ("getCluster", "/orgs/o/clusters/c")
    assert isinstance(error, package.WaitError)
    assert isinstance(error, package.APIError)


def test_a_timeout(client, package, server):
    server.sends(cluster("provisioning"))
    with pytest.raises(package.WaitTimeoutError, match="the timeout of 0.2 s"):
        client.clusters.wait_until_running("o", "c", timeout=0.2, interval=0.01)


def test_the_pauses_of_a_fake_count_although_it_does_not_sleep(models, package):
    with fake_of(package)() as fake:
        updating = models.Cluster(id="c", status=models.ClusterStatus.UPDATING)
        fake.clusters.get.returns(updating, times=None)
        with pytest.raises(package.WaitTimeoutError, match="the timeout of 1800 s leaves no time"):
            fake.client().clusters.wait_until_running("o", "c", timeout=1800, interval=10)
        assert len(fake.pauses) < 100
        assert 1700 < sum(fake.pauses) < 1800


def test_an_unknown_state_is_waited_through(client, models, server):
    server.sends(cluster("hibernating"), cluster("running"))
    seen = []
    client.clusters.wait_until_running("o", "c", on_state=seen.append, **FAST)
    assert seen == ["hibernating", "running"]


def test_a_deletion(client, server):
    server.sends(cluster("deleting"), cluster("deleting"), 404)
    assert client.clusters.wait_until_deleted("o", "c", **FAST) is None
    assert len(server.requests) == 3


def test_several_states_or_none(client, models, server):
    server.sends(cluster("failed"))
    assert client.clusters.wait_until_settled("o", "c", **FAST).status == "failed"
    server.sends(404)
    assert client.clusters.wait_until_settled("o", "c", **FAST) is None


def test_a_deprecated_operation(client, server):
    server.sends({"status": "starting"}, {"status": "running"})
    with pytest.warns(DeprecationWarning, match="pools"):
        assert client.clusters.wait_until_node_pool_running("o", "c", "p", **FAST).status == "running"


def test_a_boolean_within_an_object(client, server):
    """The document has a parameter `timeout` itself."""
    seen = []
    server.sends({"labels": {}}, {"labels": {}, "job": {"is-ready": False}}, {"labels": {}, "job": {"is-ready": True}})
    client.jobs.wait_until_ready(7, timeout_=3, x_trace="t", on_state=seen.append, **FAST)
    assert seen == [False, True]
    assert server.lines == ["GET /jobs/7?timeout=3"] * 3
    assert server.received.headers["x-trace"] == "t"


def test_a_number_under_a_name_with_a_dot(client, package, server):
    server.sends({"labels": {}, "job": {"exit.code": None}}, {"labels": {}, "job": {"exit.code": 0}})
    assert client.jobs.wait_until_exited(7, **FAST).job.exit_code == 0
    server.sends({"labels": {}, "job": {"exit.code": 2}})
    with pytest.raises(package.WaitFailedError, match="the state is 2 after"):
        client.jobs.wait_until_exited(7, **FAST)


def test_a_key_of_a_map(client, server):
    server.sends({"labels": {}}, {"labels": {"phase": "done"}})
    assert client.jobs.wait_until_done(7, **FAST).labels == {"phase": "done"}


def test_what_is_exported_and_documented(package):
    assert {"WaitError", "WaitFailedError", "WaitTimeoutError"} <= {*package.__all__}
    text = package.Waiters().clusters.wait_until_running.__doc__
    assert "Wait until `status` is `running`." in text
    assert "WaitFailedError: `status` is `failed` or `deleting`." in text
    assert "For a minute, 404 means" in text


def test_a_request_with_a_body_of_several_media_types(client, server):
    server.sends({"is-ready": False}, {"is-ready": True})
    assert client.jobs.wait_until_checked(program=b"x", **FAST).is_ready
    assert [one.headers["content-type"].partition(";")[0] for one in server.requests] == ["multipart/form-data"] * 2
