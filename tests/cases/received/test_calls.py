from pathlib import Path

import pytest


def test_what_has_callbacks_and_links_is_called_like_any_other(client, models, server):
    server.answers(200, {"id": 2})
    assert client.pets.get(1) == models.GetPetResponse(id=2)
    server.answers(204)
    client.pets.subscribe(url="https://me.example")
    assert server.received.json == {"url": "https://me.example"}


def test_what_is_received_has_models(package, models):
    pet = package.from_json(b'{"name": "Tom"}', models.NewPetWebhookRequest)
    assert pet.name == "Tom"
    told = package.from_json(b'{"kind": "dog"}', models.SubscribeOnPetCallbackRequest)
    assert told.kind is models.SubscribeOnPetCallbackRequestKind.DOG
    assert package.from_json(b"{}", models.Gone) == models.Gone()


@pytest.mark.parametrize("method", ["new_pet", "on_pet", "gone_by_now"])
def test_what_is_received_is_not_called(package, method):
    with package.Received(base_url="http://127.0.0.1") as client:
        assert not hasattr(client.pets, method)


def test_it_is_listed(package):
    listed = (Path(package.__file__).parent.parent / "api.md").read_text()
    assert "- `newPet` `POST` with `models.NewPetWebhookRequest`: A pet was born." in listed
    assert "callback `onPet` `POST {$request.body#/url}`" in listed


def test_the_document_leads_to_more_documentation(package, models):
    readme = (Path(package.__file__).parent.parent / "README.md").read_text()
    for line in (
        "- Documentation: The guide: https://received.example/docs",
        "- Terms of service: https://received.example/terms",
        "- Contact: The pets pets@received.example",
    ):
        assert f"{line}\n" in readme
    assert "The guide: https://received.example/docs" in package.Received.__doc__
    with package.Received(base_url="http://127.0.0.1") as client:
        assert "See https://received.example/pets" in type(client.pets).__doc__
        assert "See https://received.example/get" in type(client.pets).get.__doc__
    assert "See https://received.example/gone" in models.Gone.__doc__
