import asyncio

import pytest

from tests.conftest import serving
from tests.every_fake import fake_of
from tests.scripted import Script
from tests.snippets import of_section

FAST = {"interval": 0.001, "timeout": 30.0}


@pytest.fixture
def server():
    with serving(Script()) as server:
        yield server


def status(name, **more):
    return 200, {"status": name, **more}, {}


def test_the_result_of_a_put_is_what_a_get_returns(client, models, server):
    seen = []
    server.sends(
        (202, {"note": "soon"}, {"operation-location": f"{server.url}/operations/1?v=2"}),
        status("Running"),
        status("Succeeded"),
        (200, {"size": 5}, {}),
    )
    poller = client.disks.begin_replace("a", size=5)
    assert poller.response == models.Accepted(note="soon")
    assert poller.headers["operation-location"].endswith("/operations/1?v=2")
    assert poller.wait(on_state=seen.append, **FAST) == models.Disk(size=5)
    assert seen == ["Running", "Succeeded"]
    assert server.lines == ["PUT /disks/a", *["GET /operations/1?v=2"] * 2, "GET /disks/a"]


def test_asking_once(client, models, package, server):
    server.sends(
        (202, None, {"operation-location": "/o/1"}),
        status("Running"),
        (503, None, {}),
        status("Succeeded"),
        (200, {"size": 5}, {}),
    )
    poller = client.disks.begin_replace("a", size=5)
    assert (poller.done(), poller.status()) == (False, None)
    assert [poller.check(), poller.status()] == [False, "Running"]
    assert [poller.check(), poller.status()] == [False, "Running"]
    assert not poller.done()
    assert [poller.check(), poller.done(), poller.status()] == [True, True, "Succeeded"]
    assert poller.check()
    assert poller.result() == poller.wait() == models.Disk(size=5)
    assert server.lines == ["PUT /disks/a", *["GET /o/1"] * 3, "GET /disks/a"]

    server.sends((202, None, {"operation-location": "/o/1"}), status("Failed"))
    poller = client.disks.begin_replace("a", size=5)
    for ask in (poller.check, poller.check, poller.result, poller.wait):
        with pytest.raises(package.WaitFailedError):
            ask()
    assert (poller.done(), poller.status()) == (True, "Failed")
    assert server.lines == ["PUT /disks/a", "GET /o/1"]

    server.sends((200, {"note": "at once"}, {}), (200, {"size": 6}, {}))
    assert client.disks.begin_replace("a", size=6).check()


def test_a_deletion_has_no_result(client, server):
    server.sends(
        (202, None, {"azure-asyncoperation": "/operations/1"}), status("InProgress"), status("Succeeded")
    )
    with pytest.warns(DeprecationWarning):
        poller = client.disks.begin_delete("a")
    assert poller.wait(**FAST) is None
    assert server.lines == ["DELETE /disks/a", *["GET /operations/1"] * 2]


def test_the_result_is_at_a_location(client, models, server):
    server.sends(
        (202, None, {"azure-asyncoperation": "/operations/1", "location": "/results/1"}),
        status("Succeeded"),
        (200, {"size": 7}, {}),
    )
    assert client.disks.begin_snapshot("a").wait(**FAST) == models.Disk(size=7)
    assert server.lines == ["POST /disks/a/snapshot", "GET /operations/1", "GET /results/1"]


def test_the_result_is_in_the_status(client, models, server):
    server.sends((202, None, {"operation-location": "/o/1"}), status("succeeded", result={"size": 7}))
    assert client.disks.begin_snapshot("a").wait(**FAST) == models.Disk(size=7)


def test_a_location_is_asked_until_it_has_the_result(client, models, server):
    moved = {"location": "/exports/status/2", "retry-after": "0"}
    server.sends(
        (202, None, {"location": "/exports/status/1"}),
        (202, None, moved),
        (202, None, {}),
        (200, {"rows": 3}, {}),
    )
    assert client.exports.begin_create().wait(**FAST) == models.Export(rows=3)
    assert server.lines == [
        "POST /exports",
        "GET /exports/status/1",
        *["GET /exports/status/2"] * 2,
    ]


def test_a_result_that_is_there_at_once(client, models, server):
    server.sends((201, {"rows": 3}, {}))
    assert client.exports.begin_create().wait(**FAST) == models.Export(rows=3)
    assert len(server.requests) == 1


def test_a_failure(client, package, server):
    failed = status("Failed", error={"code": "NoSpace", "message": "The disk is full."})
    server.sends((202, None, {"operation-location": "/o/1"}), failed)
    with pytest.raises(
        package.WaitFailedError, match="the state is 'Failed', NoSpace: The disk is full"
    ) as raised:
        client.disks.begin_snapshot("a").wait(**FAST)
    assert raised.value.state == "Failed"
    assert raised.value.response["error"]["code"] == "NoSpace"


def test_the_traceback_of_a_failure_does_not_grow(client, package, server):
    server.sends((202, None, {"operation-location": "/o/1"}), status("Failed"))
    poller = client.disks.begin_snapshot("a")
    lengths = []
    for _ in range(4):
        with pytest.raises(package.WaitFailedError) as raised:
            poller.check()
        lengths.append(len(raised.traceback))
    assert lengths[1] == lengths[3]


def test_another_wait_goes_on_after_an_error(client, package, server):
    server.sends(
        (202, None, {"operation-location": "/o/1"}), (403, None, {}), status("Succeeded", result={"size": 1})
    )
    poller = client.disks.begin_snapshot("a")
    with pytest.raises(package.ForbiddenError):
        poller.wait(**FAST)
    assert poller.wait(**FAST).size == 1


def test_what_the_document_says_nothing_of_has_no_poller(client):
    assert not hasattr(client.exports, "begin_copy")
    assert not hasattr(client.exports, "begin_merge")
    assert hasattr(client.exports, "begin_mail")


def test_the_usual_method_stays_as_it_is(client, models, server):
    server.sends((202, {"note": "soon"}, {"operation-location": "/o/1"}))
    assert client.disks.replace("a", size=5) == models.Accepted(note="soon")


def test_the_programs_of_the_readme_wait(package, server, monkeypatch, capsys):
    waits, checks = of_section(package, "Operations that take long")
    paused = []
    monkeypatch.setenv("LONG_RUNNING_BASE_URL", server.url)
    monkeypatch.setattr("time.sleep", paused.append)
    begun = (202, {"note": "soon"}, {"operation-location": "/o/1"})
    server.sends(begun, status("Succeeded"), (200, {"size": 5}, {}))
    exec(waits, {})
    assert "Disk(size=5)" in capsys.readouterr().out
    server.sends(begun, status("Failed"))
    exec(waits, {})
    assert "Failed" in capsys.readouterr().out

    server.sends(begun, status("Running"), status("Succeeded"), (200, {"size": 6}, {}))
    exec(checks, {})
    assert capsys.readouterr().out.splitlines() == ["Running", "Disk(size=6)"]
    assert paused.count(10) == 1


def test_the_fake_of_the_call_gets_all_requests_of_the_poller(package, models):
    fake = fake_of(package)()
    fake.exports.create.returns(models.Export(rows=1))
    fake.exports.create.responds(202, headers={"location": "/status"}).responds(202).responds(200, json={"rows": 3})
    assert fake.client().exports.begin_create().wait().rows == 1
    assert fake.client().exports.begin_create().wait().rows == 3
    assert [one.path for one in fake.requests] == ["/v1/exports", "/v1/exports", "/status", "/status"]
    fake.verify()


def test_the_call_that_begins_is_a_call_of_the_method(package):
    fake = fake_of(package)()
    fake.disks.replace.responds(202, json={}, headers={"operation-location": "/status"}, times=2)

    async def main():
        async with fake.async_client() as client:
            await client.disks.begin_replace("b", size=2)

    fake.client().disks.begin_replace("a", size=1)
    asyncio.run(main())
    assert [(one.name, one.size) for one in fake.disks.replace.calls] == [("a", 1), ("b", 2)]
    fake.disks.replace.assert_called_with("b", size=2)


def test_an_unexpected_request_of_a_poller_is_reported_as_it_was_sent(package):
    fake = fake_of(package)()
    fake.disks.replace.responds(202, json={}, headers={"operation-location": "/status"})
    poller = fake.client().disks.begin_replace("a", size=1)
    with pytest.raises(AssertionError) as caught:
        poller.wait()
    told = str(caught.value)
    assert "GET /status, with which the poller of disks.replace asks, was not expected" in told
    assert "disks.replace has used up its expectations: responds(202)" in told
    assert "to expect it: fake.disks.replace.responds(...)" in told


def test_what_returns_nothing_is_done_at_once_if_it_can_be(package):
    with fake_of(package)() as fake, pytest.warns(DeprecationWarning):
        assert fake.client().disks.begin_delete("a").wait() is None
        fake.disks.delete.assert_called_once_with("a")
