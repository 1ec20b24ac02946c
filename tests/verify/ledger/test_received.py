"""The ledger finds what the model lacks of headers, webhooks, callbacks and links."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from codegen.document.node import Node, json_pointer
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.verify.ledger import reconcile
from tests.conftest import ROOT
from tests.verify.ledger.loaded import loaded_and_described, without_field


def test_a_header_of_a_part_that_the_model_lacks_is_caught() -> None:
    loaded, api = loaded_and_described((RECEIVED.parents[1] / "multipart/openapi.yaml").read_text())
    reconcile(loaded, api)
    *others, operation = sorted(api.operations, key=lambda one: one.id == "createUpload")
    assert operation.body is not None
    (media,) = operation.body.media
    body = replace(operation.body, media=(replace(media, encodings={}),))
    with pytest.raises(Refused) as caught:
        reconcile(loaded, replace(api, operations=(*others, replace(operation, body=body))))
    assert [str(problem.where[-1]) for problem in caught.value.problems] == ["X-Rotation", "X-Taken"]


RECEIVED = ROOT / "tests/cases/received/openapi.yaml"


@pytest.fixture(scope="module")
def received() -> tuple[Node, Api]:
    return loaded_and_described(RECEIVED.read_text())


def without_body(name: str) -> Callable[[Api], Api]:
    def apply(api: Api) -> Api:
        changed = (
            replace(one, operation=replace(one.operation, body=None)) if one.name == name else one
            for one in api.received
        )
        return replace(api, received=tuple(changed))

    return apply


def without_received(name: str) -> Callable[[Api], Api]:
    return lambda api: replace(api, received=tuple(one for one in api.received if one.name != name))


def without_links(api: Api) -> Api:
    get, subscribe = api.operations
    (answer,) = get.responses
    return replace(
        api, operations=(replace(get, responses=(replace(answer, links=answer.links[1:]),)), subscribe)
    )


CALLBACKS = "/paths/~1subscriptions/post/callbacks"


@pytest.mark.parametrize(
    ("mutate", "place"),
    [
        (without_received("newPet"), "/webhooks/newPet/post"),
        (without_body("newPet"), "/webhooks/newPet/post/requestBody"),
        (without_field("NewPetWebhookRequest", "name"), "schema/properties/name"),
        (without_received("onPet"), f"{CALLBACKS}/onPet"),
        (without_body("onPet"), f"{CALLBACKS}/onPet/{{$request.body#~1url}}/post/requestBody"),
        (without_received("shared"), f"{CALLBACKS}/shared"),
        (without_body("shared"), "/components/callbacks/Shared/{$request.query.url}/put/requestBody"),
        (without_links, "/paths/~1pets~1{id}/get/responses/200/links/next"),
    ],
)
def test_what_is_received_is_accounted_for(
    received: tuple[Node, Api], mutate: Callable[[Api], Api], place: str
) -> None:
    root, api = received
    counts = reconcile(root, api).counts
    assert (counts["callback"], counts["link"], counts["request body"]) == (2, 2, 7)
    with pytest.raises(Refused) as caught:
        reconcile(root, mutate(api))
    assert any(json_pointer(problem.where).endswith(place) for problem in caught.value.problems)
