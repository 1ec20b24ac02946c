"""Extensions of the generator: what they must contain, and where they may be."""

from __future__ import annotations

from typing import Any

import pytest

from codegen.check import check
from codegen.document.node import placed
from tests.check.small_documents import OK, document, of_operation, of_schemas, only, places, query


@pytest.mark.parametrize(
    "waiver", [None, "skip", [], {}, {"skip": None}, {"skip": " "}, {"skip": 1}, {"skpi": "a"}]
)
def test_a_waiver_has_a_reason(waiver: object):
    assert places(of_schemas(A={"x-generate": waiver})) == [("waiver", "components/schemas/A/x-generate")]
    assert places(of_schemas(A={"x-generate": {"skip": "It is not done yet."}})) == []


@pytest.mark.parametrize("name", ["1a", "a b", "class", "_a", "\u00e9", "", 5, []])
def test_a_name_in_python_is_shown_where_it_stands(name: object):
    schema = {"properties": {"a": {"type": "string", "x-python-name": name}}, "x-python-name": name}
    broken = of_operation(
        **{"x-python-name": name},
        parameters=[query(schema={"x-python-name": name}, **{"x-python-name": name})],
    )
    broken["components"] = {"schemas": {"A": schema}}
    assert places(broken) == [
        ("python-name", f"{where}/x-python-name")
        for where in (
            "paths//a/get",
            "paths//a/get/parameters/0",
            "paths//a/get/parameters/0/schema",
            "components/schemas/A",
            "components/schemas/A/properties/a",
        )
    ]


@pytest.mark.parametrize(
    ("former", "place"),
    [
        *((former, "") for former in (5, None, "", " ", [], {}, {"until": "2"}, True)),
        *((former, "/0") for former in ([5], [""], [["a"]])),
        ({"nmae": "a", "name": "a"}, "/nmae"),
        ({"name": 5}, "/name"),
        ({"name": "a", "until": 3.0}, "/until"),
        ({"name": "a", "until": "soon"}, "/until"),
        ({"python-name": "1a"}, "/python-name"),
        (["a", {"python-name": "class"}], "/1/python-name"),
    ],
)
def test_a_former_name_is_one(former: object, place: str):
    broken = of_operation(
        **{"x-renamed-from": former}, parameters=[query(schema={}, **{"x-renamed-from": former})]
    )
    broken["components"] = {
        "schemas": {"A": {"properties": {"a": {"type": "string", "x-renamed-from": former}}}}
    }
    broken["tags"] = [{"name": "t", "x-renamed-from": former}]
    assert places(broken) == [
        ("renamed-from", f"{where}/x-renamed-from{place}")
        for where in (
            "paths//a/get",
            "paths//a/get/parameters/0",
            "components/schemas/A/properties/a",
            "tags/0",
        )
    ]


@pytest.mark.parametrize(
    "former",
    ["a", {"name": "a"}, {"python-name": "a", "until": "v2"}, ["a", {"name": "b", "until": "2024-01"}]],
)
def test_former_names_are_accepted(former: object):
    assert places(of_schemas(A={"type": "object", "x-renamed-from": former})) == []


@pytest.mark.parametrize(
    ("limit", "place"),
    [
        *((limit, "") for limit in (100, [], None, {})),
        *(({"requests": wrong}, "/requests") for wrong in (0, 1.5, True, "9")),
        *(({"requests": 1, "seconds": wrong}, "/seconds") for wrong in (0, "1", None)),
        ({"requests": 1, "second": 1}, "/second"),
    ],
)
def test_a_rate_limit_has_numbers(limit: object, place: str):
    assert places(document(**{"x-rate-limit": limit})) == [("rate-limit", f"x-rate-limit{place}")]
    assert places(document(**{"x-rate-limit": {"requests": 100, "seconds": 0.5}})) == []


@pytest.mark.parametrize("declared", ["cursor", {"cursorParam": "page.cursor", "resultsPath": "data"}])
def test_the_pagination_of_another_tool_is_reported_and_ignored(declared: object):
    of_another = of_operation(**{"x-pagination": declared})
    assert places(of_another) == [("pagination", "paths//a/get/x-pagination")]
    checked: Any = check(placed(of_another))
    assert [problem.reading for problem in checked.tolerated] == ["it is ignored"]
    assert "x-pagination" not in checked.root["paths"]["/a"]["get"]


@pytest.mark.parametrize(
    ("declared", "place"),
    [
        *((declared, "") for declared in (True, "X-Signature", [], {}, {"header": 1})),
        ({"header": "X-A", "headers": "X"}, "/headers"),
        ({"header": "X-A", "algorithm": "md5"}, "/algorithm"),
        ({"header": "X-A", "encoding": "binary"}, "/encoding"),
        ({"header": "X-A", "prefix": 1}, "/prefix"),
        ({"header": "X-A", "content": "{timestamp}"}, "/content"),
        ({"header": "X-A", "content": "{timestamp}.{body}"}, "/content"),
        ({"header": "X-A", "timestamp": "X-T"}, "/timestamp"),
        ({"header": "X-A", "timestamp": "X-T", "content": "v1:{body}"}, "/timestamp"),
    ],
)
def test_a_signature_of_webhooks_says_what_is_signed(declared: object, place: str):
    webhooks = {"paid": {"post": {"responses": OK}}}
    assert places(document(webhooks=webhooks, **{"x-webhook-signature": declared})) == [
        ("webhook-signature", f"x-webhook-signature{place}")
    ]
    right = {"header": "X-A", "timestamp": "X-T", "content": "{timestamp}.{body}", "algorithm": "sha1"}
    assert places(document(webhooks=webhooks, **{"x-webhook-signature": right})) == []


def test_a_signature_without_webhooks_is_ignored_and_reported():
    declared = document(**{"x-webhook-signature": {"header": "X-A"}})
    assert only(declared) == "'x-webhook-signature' says nothing: the document has no webhooks"
    assert [problem.reading for problem in check(placed(declared)).tolerated] == ["it is ignored"]


def test_only_a_document_as_a_whole_is_strict():
    assert places(of_schemas(A={"x-generate": {"strict": True}})) == [
        ("waiver", "components/schemas/A/x-generate")
    ]
    assert "can only be {strict: true}" in only(document(**{"x-generate": {"strict": False}}))


def test_the_names_of_a_package_are_a_mapping():
    info = {"title": "Shop", "version": "1", "x-python": "shop"}
    assert places(document(info=info)) == [("x-python", "info/x-python")]
