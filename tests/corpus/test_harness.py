"""The harness reports faults of a client: each one is put into emitted text, and must be found."""

from __future__ import annotations

from dataclasses import replace

import httpx2
import pytest

from codegen.pipeline import Output
from corpus.emitted import emitted
from corpus.original import Operation, Original
from corpus.outcome import Outcome
from corpus.serve import Answer, Exchange, Server
from corpus.values import Values
from tests.corpus.conftest import Judge

pytestmark = pytest.mark.slow

LIST, UPDATE, DELETE = "GET /orders", "PUT /orders/{orderId}", "DELETE /orders/{orderId}"


def wrong(outcome: Outcome) -> set[str]:
    return {failure.operation for failure in outcome.failures}


def test_nothing_is_wrong_with_what_is_emitted(judge: Judge) -> None:
    outcome = judge({})
    assert (outcome.message, outcome.failures, outcome.unmade, outcome.lost) == ("", [], [], [])
    assert (outcome.operations_in, outcome.operations_out, outcome.callable) == (3, 3, 3)
    assert (outcome.schemas_in, outcome.schemas_out) == (4, 4)
    assert outcome.calls >= 2 * 3 + 2
    assert not outcome.falls_short


@pytest.mark.parametrize(
    ("fault", "operation", "told"),
    [
        ({'"pageSize": page_size': '"pagesize": page_size'}, LIST, "'pageSize' is there 0 times"),
        ({'"pageSize": page_size, "skip": skip': '"pageSize": skip, "skip": page_size'}, LIST, "expected 7"),
        ({'"skip": skip, ': ""}, LIST, "'skip' is there 0 times"),
        ({'query={"pageSize"': 'query={"more": 1, "pageSize"'}, LIST, "the query has more=1"),
        ({'"X-Trace": x_trace': '"X-Tracer": x_trace'}, LIST, "header parameter 'X-Trace'"),
        ({'path="/orders",': 'path="/order",'}, LIST, "the path is '/corpus/order'"),
        ({'path="/orders/{order_id:uuid}"': 'path="/orders/{order_id:uuid}/x"'}, UPDATE, "the path is"),
        ({'method="PUT"': 'method="PATCH"'}, UPDATE, "the method is PATCH"),
        ({'name="giftNote"': 'name="giftnote"'}, UPDATE, "giftNote"),
        ({"gift_note=gift_note, state=state": "gift_note=gift_note"}, UPDATE, "$.state is missing"),
        ({"json=models.Change": "query={'body': 1}, json=models.Change"}, UPDATE, "the query has body=1"),
        ({"successes={200: models.Order}": "successes={200: models.Change}"}, UPDATE, "200 raised"),
        ({"={200: models.Order}": "={200: None}"}, UPDATE, "200 returned NoneType: $ is None"),
        ({"errors={404: models.Error}": "errors={404: models.State}"}, UPDATE, "the error's body: $ is"),
        ({'name="paidAt"': 'name="paid_at"'}, UPDATE, "returned"),
        ({"security=[],": ""}, DELETE, "unexpected credentials"),
        ({"errors={400: models.Error}": "errors={}, security=[]"}, LIST, "credentials"),
        ({"    state: State\n": "    state: int\n"}, UPDATE, "200 raised APIResponseError"),
        ({"state: Sequence[params.State]": "state: Sequence[int]"}, LIST, "invalid argument"),
    ],
    ids=lambda value: next(iter(value.values()))[:40] if isinstance(value, dict) else "",
)  # fmt: skip
def test_a_fault_is_noticed(judge: Judge, fault: dict[str, str], operation: str, told: str) -> None:
    outcome = judge(fault)
    assert outcome.falls_short
    assert operation in wrong(outcome)
    messages = [failure.message for failure in outcome.failures if failure.operation == operation]
    assert any(told in message for message in messages), messages
    assert outcome.callable is not None
    assert outcome.callable < outcome.operations_in


def test_a_fault_of_the_async_client_alone_is_noticed(judge: Judge) -> None:
    outcome = judge({"await self._send(_list(state, page_size,": "await self._send(_list(state, skip,"})
    assert wrong(outcome) == {LIST}


def test_an_operation_that_was_not_emitted_is_noticed(judge: Judge) -> None:
    outcome = judge({"def delete(": "def _gone("})
    assert outcome.operations_out == 3
    assert wrong(outcome) == {DELETE}
    outcome = judge({"self._send(_delete(order_id))": "None"})
    assert (outcome.operations_out, outcome.lost) == (2, [DELETE])
    assert wrong(outcome) == {DELETE}


def test_a_property_and_a_value_that_were_not_emitted_are_noticed(judge: Judge) -> None:
    assert judge({'name="paidAt"': 'name="paid"'}).lost == ["schema Order"]
    assert judge({'    SENT = "sent"\n': ""}).lost == ["schema State"]


@pytest.mark.parametrize("fault", ["import nothing_of_this_name", "1 = 2", "raise ValueError"])
def test_a_package_that_cannot_be_imported_is_noticed(judge: Judge, fault: str) -> None:
    outcome = judge({"from uuid import UUID": f"from uuid import UUID\n{fault}"})
    assert outcome.imports is False
    assert outcome.compiles is (fault != "1 = 2")
    assert outcome.falls_short
    assert outcome.message


def test_what_is_emitted_is_counted_in_its_syntax_tree(shop: Output) -> None:
    found = emitted(shop.files)
    assert found.operations == {("GET", "/orders"): 1, ("PUT", "/orders/{}"): 1, ("DELETE", "/orders/{}"): 1}
    assert found.fields["Order"] == {"id", "state", "paidAt", "lines"}
    assert found.values["State"] == {"open", "paid", "sent"}


def operation(path: str, *names: str) -> Operation:
    parameters = [{"name": name, "in": "path", "required": True, "schema": {}} for name in names]
    root = {"openapi": "3.1.0", "paths": {path: {"get": {"parameters": parameters, "responses": {}}}}}
    return next(Original(root).operations())


def complaints(path: str, target: str, *names: str) -> list[str]:
    called = operation(path, *names)
    exchange = Exchange(called, [(one, "a b") for one in called.parameters], None, Answer(200))
    server = Server(Original({"openapi": "3.1.0"}), {})
    server.expect(exchange)
    server.answer(httpx2.Request("GET", f"http://127.0.0.1:9/corpus{target}"), b"")
    return server.complaints


def test_what_a_path_names_where_no_path_can_is_looked_for_where_it_is_sent() -> None:
    assert complaints("/a#/{x}", "/a", "x") == []
    assert complaints("/a?{x}=1&y={y}&z", "/a?y=a%20b&a%20b=1&z=", "x", "y") == []
    assert complaints("/a?y={y}", "/a?y=b", "y") == ["path parameter: y is 'b', expected 'a b'"]
    assert complaints("/a?y={y}", "/a", "y") == ["the query does not match 'y={y}'"]


def test_what_a_path_needs_is_text_where_it_is_not_declared() -> None:
    assert complaints("/a/{x}", "/a/a%20b") == []
    assert [one["name"] for one in operation("/a/{x}", "y").parameters] == ["x"]


def test_a_path_gets_no_empty_text_if_there_is_another() -> None:
    state = {"name": "x", "in": "path", "required": True, "schema": {"enum": ["", "done"]}}
    root = {"openapi": "3.1.0", "paths": {"/a/{x}": {"get": {"parameters": [state], "responses": {}}}}}
    original = Original(root)
    values = Values(original, [*original.operations()])
    assert values.of_parameter(state, full=True, nth=0) == "done"


def test_a_token_is_not_taken_for_a_password() -> None:
    schemes = {"a": {"type": "http", "scheme": "basic"}, "b": {"type": "http", "scheme": "bearer"}}
    called = replace(operation("/a"), security=[{"a": []}, {"b": []}])
    server = Server(
        Original({"openapi": "3.1.0", "components": {"securitySchemes": schemes}}), {"token": "t0k~"}
    )
    for authorization, is_right in (("Bearer t0k~", True), ("Basic mHk=", False), ("Basic eDp5", False)):
        server.expect(Exchange(called, [], None, Answer(200)))
        sent = httpx2.Request("GET", "http://127.0.0.1:9/corpus/a", headers={"authorization": authorization})
        server.answer(sent, b"")
        assert (server.complaints == []) is is_right


def test_a_key_that_the_client_makes_is_expected() -> None:
    key = {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}
    post = {"parameters": [key], "responses": {"204": {"description": ""}}}
    called = next(Original({"openapi": "3.1.0", "paths": {"/a": {"post": post}}}).operations())
    server = Server(Original({"openapi": "3.1.0"}), {})
    server.expect(Exchange(called, [], None, Answer(204)))
    headers = {"Idempotency-Key": "1"}
    server.answer(httpx2.Request("POST", "http://127.0.0.1:9/corpus/a", headers=headers), b"")
    assert server.complaints == []
