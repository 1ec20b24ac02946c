import base64
import hashlib
import hmac
import time
from pathlib import Path

import pytest

from tests.snippets import of_section


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
    assert told.kind is models.SubscribeOnPetCallbackKind.DOG
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


KEY = b"5ec12e7 of the endpoint"
SECRET = f"whsec_{base64.b64encode(KEY).decode()}"
PET = b'{"kind": "pet.new", "name": "Tom"}'


def signature(key=KEY, identity="msg_1", sent=None, body=PET):
    sent = str(int(time.time())) if sent is None else sent
    signed = f"{identity}.{sent}.".encode() + body
    made = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return {"webhook-id": identity, "webhook-timestamp": sent, "webhook-signature": f"v1,{made}"}


@pytest.mark.parametrize(
    ("change", "secret"),
    [
        (lambda headers: headers, SECRET),
        (lambda headers: headers, SECRET.removeprefix("whsec_")),
        (lambda headers: headers, SECRET.rstrip("=")),
        (lambda headers: headers, f" {SECRET}\n"),
        (lambda headers: headers, KEY),
        (lambda headers: headers, [b"another", SECRET]),
        (lambda headers: {name.title(): value for name, value in headers.items()}, SECRET),
        (lambda headers: {name.replace("webhook", "svix"): value for name, value in headers.items()}, SECRET),
        (
            lambda headers: {
                **headers,
                "webhook-signature": f"v1,b3RoZXI= v1a,x {headers['webhook-signature']}",
            },
            SECRET,
        ),
    ],
)
@pytest.mark.parametrize("body", [PET, PET.decode()])
def test_a_webhook_that_is_signed_is_decoded(package, models, change, secret, body):
    pet = package.unwrap_webhook(body, change(signature()), models.NewPetWebhookRequest, secret=secret)
    assert pet == models.NewPetWebhookRequest(name="Tom")


def test_the_example_of_standard_webhooks_is_verified(package, models, monkeypatch):
    monkeypatch.setattr(time, "time", lambda: 1614265330.0)
    headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    package.unwrap_webhook(b'{"test": 2432232314}', headers, models.NewPetWebhookRequest, secret=secret)


def without(name):
    return {key: value for key, value in signature().items() if key != name}


@pytest.mark.parametrize(
    ("headers", "body", "words"),
    [
        (signature, PET.replace(b"Tom", b"Tim"), "no signature of the webhook fits"),
        (signature, PET + b" ", "no signature of the webhook fits"),
        (lambda: signature(key=b"another"), PET, "no signature"),
        (lambda: {**signature(), "webhook-id": "msg_2"}, PET, "no signature"),
        (lambda: {**signature(), "webhook-timestamp": "1"}, PET, "no signature"),
        (lambda: {**signature(), "webhook-signature": "v1,"}, PET, "no signature"),
        (lambda: {**signature(), "webhook-signature": "v1,\u00e9\udc80"}, PET, "no signature"),
        (
            lambda: {**signature(), "webhook-signature": signature()["webhook-signature"][3:]},
            PET,
            "no signature",
        ),
        (
            lambda: {**signature(), "webhook-signature": "v1a" + signature()["webhook-signature"][2:]},
            PET,
            "no sig",
        ),
        (lambda: without("webhook-id"), PET, "the header webhook-id is missing"),
        (lambda: without("webhook-timestamp"), PET, "the header webhook-timestamp is missing"),
        (lambda: without("webhook-signature"), PET, "the header webhook-signature is missing"),
        (dict, PET, "the header webhook-id is missing"),
        (lambda: signature(sent=str(int(time.time()) - 301)), PET, "not within 300 s of now"),
        (lambda: signature(sent=str(int(time.time()) + 310)), PET, "not within 300 s of now"),
        (lambda: signature(sent="now"), PET, "not a number of seconds"),
        (lambda: signature(sent="-1"), PET, "not a number of seconds"),
        (lambda: signature(sent="9" * 5000), PET, "not a number of seconds"),
    ],
)
def test_a_webhook_of_somebody_else_is_refused(package, models, headers, body, words):
    with pytest.raises(package.WebhookVerificationError, match=words) as caught:
        package.unwrap_webhook(body, headers(), models.NewPetWebhookRequest, secret=SECRET)
    assert base64.b64encode(KEY).decode() not in str(caught.value)


@pytest.mark.parametrize(
    ("secret", "words"),
    [
        ("", "is empty"),
        ("whsec_", "is empty"),
        (" \n", "is empty"),
        ([], "is empty"),
        (b"", "is empty"),
        ([SECRET, ""], "is empty"),
        ("not base64!", "is not base64"),
    ],
)
def test_a_secret_that_proves_nothing_is_refused(package, models, secret, words):
    with pytest.raises(ValueError, match=words):
        package.unwrap_webhook(PET, signature(), models.NewPetWebhookRequest, secret=secret)


def test_a_body_that_is_not_what_was_received_is_refused(package, models):
    with pytest.raises(TypeError, match="the bytes or the str received, not dict"):
        package.unwrap_webhook({"name": "Tom"}, signature(), models.NewPetWebhookRequest, secret=SECRET)


def test_a_signed_body_that_is_not_as_documented_is_no_forgery(package, models):
    with pytest.raises(package.DecodeError):
        package.unwrap_webhook(b"[]", signature(body=b"[]"), models.NewPetWebhookRequest, secret=SECRET)
    longer = signature(sent=str(int(time.time()) - 400))
    package.unwrap_webhook(PET, longer, models.NewPetWebhookRequest, secret=SECRET, tolerance=600)


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_the_webhooks_of_a_client_are_one_type(package, models, prefix):
    webhooks = getattr(package, f"{prefix}Received")(base_url="http://127.0.0.1").webhooks

    def unwrapped(body):
        return webhooks.unwrap(body, signature(body=body), secret=SECRET)

    assert unwrapped(PET) == models.NewPetWebhookRequest(name="Tom")
    assert unwrapped(b'{"kind": "pet.gone", "id": 1}') == models.PetGone(id=1)
    assert unwrapped(b'{"kind": "pet.fed", "with": "fish"}').with_ == "fish"
    match unwrapped(b'{"kind": "pet.sold", "price": 5}'):
        case package.Unknown(raw={"price": 5}):
            pass
        case other:
            pytest.fail(f"{other!r}")
    with pytest.raises(package.WebhookVerificationError, match="no signature"):
        webhooks.unwrap(PET, signature(body=b"{}"), secret=SECRET)
    with pytest.raises(package.WebhookVerificationError, match="within 300 s of now"):
        webhooks.unwrap(PET, signature(sent="1"), secret=SECRET)


def test_the_type_of_all_webhooks_is_in_api_md(package):
    listed = (Path(package.__file__).parent.parent / "api.md").read_text()
    assert "client.webhooks.unwrap(body, headers, secret=...) -> WebhookEvent" in listed


def test_the_program_of_the_readme_handles_webhooks(package):
    (program,) = of_section(package, "Webhooks")
    told = {}
    exec(program, told)
    assert told["receive"](PET, signature(), SECRET) == 204
    assert told["receive"](PET, signature(key=b"another"), SECRET) == 401
