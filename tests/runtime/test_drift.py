"""Reports about responses that differ from the document: over real sockets, sync and async."""

from __future__ import annotations

import asyncio
import logging
import pickle
import subprocess
import sys
from typing import Any

import pytest
from api import AsyncExample, Example, Thing
from conftest import TOKEN
from drift_cases import ENVELOPE, GET, NEW, PROPERTIES, RAISED, SERVED, THING
from fault_server import Server, reply
from package import errors
from package._runtime._drift import Drift

from tests.clients import Client

pytestmark = pytest.mark.slow  # `make quick` leaves it out


def told(drift: Drift) -> tuple[str, str, str, str]:
    return drift.kind, drift.where, drift.pointer, drift.message


@pytest.mark.parametrize(("response", "expected"), SERVED.values(), ids=SERVED)
def test_differences_in_returned_values_are_reported(
    call: Any, response: bytes, expected: tuple[str, ...]
) -> None:
    drifts: list[Drift] = []
    with Server(response) as server:
        thing = call(server.url, "get", "a", options={"on_drift": drifts.append}, times=2)
    assert isinstance(thing, Thing)
    assert [told(drift) for drift in drifts] == [expected]
    assert {drift.operation for drift in drifts} == {"getThing"}


@pytest.mark.parametrize(("response", "expected"), RAISED.values(), ids=RAISED)
def test_differences_in_errors_are_reported(call: Any, response: bytes, expected: tuple[str, ...]) -> None:
    drifts: list[Drift] = []
    with Server(response) as server:
        with pytest.raises(errors.APIError) as without:
            call(server.url, "get", "a", options={"decoding": "strict"})
        with pytest.raises(errors.APIError) as caught:
            call(server.url, "get", "a", options={"decoding": "strict", "on_drift": drifts.append})
    assert type(caught.value) is type(without.value)
    assert str(caught.value) == str(without.value)
    assert [told(drift) for drift in drifts] == [expected]
    assert "secret" not in repr(drifts)


@pytest.mark.parametrize(
    ("method", "response"),
    [
        ("get", reply(200, {**THING, "colour": "red", "fits": 1, "note": None, "weight": 1, "owner": None})),
        ("get", reply(200, {**THING, "owner": "Anna", "made": "2026-01-01T00:00:00Z", "grid": [[], [1]]})),
        ("get", reply(200, {**THING, "parts": [THING], "colours": {"any": "red"}})),
        ("delete", reply(204)),
        ("delete", reply(204, content_type="text/html")),
    ],
)
def test_documented_responses_are_not_reported(call: Any, method: str, response: bytes) -> None:
    with Server(response) as server:
        call(server.url, method, "0e5d6b7a-41c2-4f09-9a63-d7b81c2e94f5", options={"on_drift": "strict"})


def test_all_differences_are_reported_outer_ones_first(call: Any) -> None:
    drifts: list[Drift] = []
    body = {"size": "1", "colour": "blue", "parts": [{**NEW, "gamma": 2}, {}], "delta": 3}
    with Server(reply(200, body)) as server:
        call(server.url, "get", "a", options={"on_drift": drifts.append})
    assert [(drift.kind, drift.where) for drift in drifts] == [
        ("missing_field", "$.id"),
        ("unknown_field", "$.delta"),
        ("wrong_type", "$.size"),
        ("unknown_value", "$.colour"),
        ("unknown_field", "$.parts[*].beta"),
        ("unknown_field", "$.parts[*].gamma"),
        ("missing_field", "$.parts[*].id"),
        ("missing_field", "$.parts[*].size"),
    ]


def test_each_is_reported_once_by_kind_place_operation_and_status() -> None:
    drifts: list[Drift] = []
    behaviours = [
        reply(200, {**THING, "colour": "blue", "parts": [NEW, NEW]}),
        reply(200, {**THING, "colour": "blue"}),  # the same kind and place
        reply(202, THING),
        reply(203, THING),  # another status
        reply(200, {**THING, "colour": "blue"}),  # another operation
    ]
    with Server(*behaviours) as server, client(server, on_drift=drifts.append) as example:
        for _ in range(4):
            example.things.get("a")
        example.things.replace("a")
    assert [(drift.operation, drift.status_code, drift.kind) for drift in drifts] == [
        ("getThing", 200, "unknown_value"),
        ("getThing", 200, "unknown_field"),
        ("getThing", 202, "undocumented_status"),
        ("getThing", 203, "undocumented_status"),
        ("replaceThing", 200, "unknown_value"),
    ]


def test_another_value_or_type_at_a_place_is_reported_as_well() -> None:
    drifts: list[Drift] = []
    colours = ["blue", "green", "blue", None, "two words", "more than 32 characters, so it is no name"]
    behaviours = [reply(200, {**THING, "colour": colour, "beta": [colour]}) for colour in colours]
    with Server(*behaviours) as server, client(server, on_drift=drifts.append) as example:
        for _ in colours:
            example.things.get("a")
    assert [(drift.where, drift.got, drift.value) for drift in drifts] == [
        ("$.beta", "array[string]", None),
        ("$.colour", "string", "blue"),
        ("$.colour", "string", "green"),
        ("$.beta", "array[null]", None),
        ("$.colour", "null", None),
        ("$.colour", "string", "two words"),
        ("$.colour", "string", None),
    ]


def test_another_kind_of_difference_at_a_place_is_reported_as_well() -> None:
    drifts: list[Drift] = []
    behaviours = [reply(200, {**THING, "colour": "blue"}), reply(200, {**THING, "colour": 7})]
    with Server(*behaviours) as server, client(server, on_drift=drifts.append) as example:
        example.things.get("a")
        example.things.get("a")
    assert [drift.kind for drift in drifts] == ["unknown_value", "wrong_type"]


def test_the_body_of_an_undocumented_success_is_compared_with_what_it_is_read_as(call: Any) -> None:
    drifts: list[Drift] = []
    with Server(reply(202, {"id": "a"})) as server:
        call(server.url, "get", "a", options={"on_drift": drifts.append})
    assert [told(drift)[:3] for drift in drifts] == [
        ("undocumented_status", "$", GET),
        ("missing_field", "$.size", f"{PROPERTIES}/size"),
    ]


def test_a_body_that_is_not_whole_is_not_compared(call: Any) -> None:
    drifts: list[Drift] = []
    options = {"on_drift": drifts.append, "max_response_size": 20}
    with Server(reply(200, NEW)) as server, pytest.raises(errors.APIResponseError, match="larger"):
        call(server.url, "get", "a", options=options)
    assert drifts == []


def test_derived_clients_share_what_was_reported() -> None:
    drifts: list[Drift] = []
    with Server(reply(200, NEW)) as server, client(server, on_drift=drifts.append) as example:
        example.with_options(timeout=5).things.get("a")
        example.things.get("a")
        example.with_options(timeout=4).things.get("a")
        assert len(drifts) == 1
        with client(server, on_drift=drifts.append) as other:
            other.things.get("a")
    assert len(drifts) == 2


def test_it_cannot_be_set_for_some_calls_only() -> None:
    with (
        Server(reply(200, NEW)) as server,
        client(server) as example,
        pytest.raises(TypeError, match="on_drift"),
    ):
        example.with_options(on_drift="log")


def test_a_raw_response_is_looked_at_when_it_comes() -> None:
    drifts: list[Drift] = []
    with Server(reply(200, NEW)) as server, client(server, on_drift=drifts.append) as example:
        response = example.with_raw_response(example.things.get, "a")
        assert len(drifts) == 1
        assert response.parse().id == "a"
    assert len(drifts) == 1


def test_an_async_raw_response_is_looked_at_when_it_comes() -> None:
    async def run(server: Server) -> None:
        async with AsyncExample(base_url=server.url, token=TOKEN, on_drift="strict") as example:
            await example.with_raw_response(example.things.get, "a")

    with Server(reply(200, NEW)) as server, pytest.raises(errors.DriftError):
        asyncio.run(run(server))


def test_only_the_last_response_is_compared(call: Any) -> None:
    drifts: list[Drift] = []
    with Server(reply(503), reply(200, NEW)) as server:
        call(server.url, "get", "a", options={"on_drift": drifts.append})
    assert [drift.kind for drift in drifts] == ["unknown_field"]


def test_a_server_that_makes_up_names_does_not_fill_the_memory() -> None:
    drifts: list[Drift] = []
    many = {**THING, **{f"made_up_{number}": 1 for number in range(1500)}}
    with Server(reply(200, many)) as server, client(server, on_drift=drifts.append) as example:
        example.things.get("a")
    assert len(drifts) == 1000


def test_a_body_nested_deeply_is_looked_through() -> None:
    drifts: list[Drift] = []
    body: dict[str, Any] = NEW
    for _ in range(400):
        body = {**THING, "parts": [body]}
    with Server(reply(200, body)) as server, client(server, on_drift=drifts.append) as example:
        example.things.get("a")
    assert [drift.where for drift in drifts] == [f"${'.parts[*]' * 400}.beta"]


def test_what_a_callback_raises_leaves_the_call_and_the_client_as_they_are(call: Any) -> None:
    def refuse(drift: Drift) -> None:
        raise LookupError(drift.where)

    with Server(reply(200, NEW)) as server, pytest.raises(LookupError, match="beta"):
        call(server.url, "get", "a", options={"on_drift": refuse})
    with Server(reply(200, NEW)) as server, client(server, on_drift=refuse) as example:
        with pytest.raises(LookupError):
            example.things.get("a")
        assert example.things.get("a").id == "a"
        assert server.connections == 1


def test_strict_raises_each_time(call: Any) -> None:
    body = {**THING, "colour": "blue", "parts": [NEW, NEW]}
    with Server(reply(200, body, ("X-Request-Id", "8c1f"))) as server:
        for _ in range(2):
            with pytest.raises(errors.DriftError) as caught:
                call(server.url, "get", "a", options={"on_drift": "strict"})
    error = caught.value
    assert isinstance(error, errors.APIResponseError)
    assert str(error) == (
        "200 differs from the document: $.colour: 'blue' is not a documented value"
        " (#/components/schemas/Thing/properties/colour), and 1 more"
        " (getThing: GET /v1/things/a; request id 8c1f)"
    )
    assert (error.operation, error.status_code, error.where) == ("getThing", 200, "$.colour")
    assert [drift.where for drift in error.drifts] == ["$.colour", "$.parts[*].beta"]
    assert b"blue" in error.raw
    assert error.__cause__ is None

    again = pickle.loads(pickle.dumps(error))
    assert str(again) == str(error)
    assert again.drifts == error.drifts


def test_strict_names_the_error_that_other_clients_would_raise(call: Any) -> None:
    envelope = {"error": {**ENVELOPE, "trace": "1"}}
    with Server(reply(409, envelope)) as server, pytest.raises(errors.DriftError) as caught:
        call(server.url, "get", "a", options={"on_drift": "strict"})
    assert isinstance(caught.value.__cause__, errors.ConflictError)
    assert caught.value.__cause__.code == "conflict"


def test_strict_leaves_documented_errors_as_they_are(call: Any) -> None:
    with Server(reply(409, {"error": ENVELOPE})) as server, pytest.raises(errors.ConflictError) as caught:
        call(server.url, "get", "a", options={"on_drift": "strict"})
    assert caught.value.code == "conflict"


def test_log_warns_in_one_line(call: Any, caplog: pytest.LogCaptureFixture) -> None:
    with Server(reply(200, {**THING, "be\nta": TOKEN})) as server:
        call(server.url, "get", "a", options={"on_drift": "log"}, times=2)
    (record,) = [record for record in caplog.records if record.levelno >= logging.WARNING]
    assert record.name == "example"
    assert record.getMessage() == (
        r"drift: getThing: 200: $['be\nta']: the field is not documented (#/components/schemas/Thing)"
    )


def test_the_token_is_not_reported(call: Any) -> None:
    body = {**THING, "colour": TOKEN, TOKEN: TOKEN}
    with Server(reply(200, body)) as server, pytest.raises(errors.DriftError) as caught:
        call(server.url, "get", "a", options={"on_drift": "strict"})
    assert len(caught.value.drifts) == 2
    assert TOKEN not in repr(caught.value.drifts) + str(caught.value)


@pytest.mark.parametrize("wrong", ["loud", 5])
def test_what_makes_no_sense_is_refused(wrong: Any) -> None:
    with pytest.raises(ValueError, match="on_drift must be"):
        Example(token=TOKEN, on_drift=wrong)


def test_an_async_function_is_refused() -> None:
    """Nobody would await it."""

    async def report(drift: Drift) -> None: ...

    for make in (Example, AsyncExample):
        with pytest.raises(TypeError, match=r"^on_drift cannot be an async function"):
            make(token=TOKEN, on_drift=report)  # type: ignore[arg-type]


def test_off_imports_nothing_of_it(fleet: Client) -> None:
    """Neither the comparison nor the places: they cost only those who use them."""
    program = (
        "import sys, fleet\n"
        "for on_drift in (None, 'log'):\n"
        "    with fleet.Fleet(token='x', on_drift=on_drift): pass\n"
        "    print(*sorted(name for name in sys.modules if name.endswith(('comparison', 'watch', 'places'))))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=fleet.folder,
        capture_output=True,
        text=True,
        check=True,
    )
    with_it = "fleet._places fleet._runtime._comparison fleet._runtime._watch"
    assert done.stdout.splitlines() == ["", with_it]


def client(server: Server, **options: Any) -> Example:
    return Example(base_url=server.url, token=TOKEN, **options)


@pytest.mark.parametrize("raw_response", [False, True])
def test_what_is_logged_is_logged_once(raw_response: bool, caplog: pytest.LogCaptureFixture) -> None:
    with (
        Server(reply(200, {"id": "a", "size": "1"})) as server,
        Example(token=TOKEN, base_url=server.url, on_drift="log") as example,
    ):
        if raw_response:
            assert example.with_raw_response(example.things.get, "a").deviations
        else:
            example.things.get("a")
    warnings = [record.getMessage() for record in caplog.records if record.levelno == logging.WARNING]
    assert [warning.partition(": ")[0] for warning in warnings] == ["drift"]
