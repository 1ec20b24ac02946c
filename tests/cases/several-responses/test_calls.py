import pytest


@pytest.mark.parametrize("status", [200, 201])
def test_each_success_is_returned(client, models, server, status):
    server.answers(status, {"name": "a"})
    assert client.files.replace("a") == models.File(name="a")


def test_no_content_is_none(client, models, server):
    server.answers(204)
    assert client.files.get("a") is None
    assert client.files.delete("a") is None
    server.answers(200, {"name": "a"})
    assert client.files.get("a") == models.File(name="a")


def test_an_exact_status_beats_its_class_and_that_beats_the_default(client, package, models, server):
    for status, body, kind in [
        (404, models.Missing(folder="b"), package.NotFoundError),
        (409, models.Problem(message="no", code="c"), package.ConflictError),
        (418, models.Problem(message="no", code="c"), package.APIStatusError),
        (500, models.Problem(message="oh", code="c"), package.ServerError),
    ]:
        sent = {"folder": "b"} if status == 404 else {"message": body.message, "code": "c"}
        server.answers(status, sent)
        with pytest.raises(kind) as raised:
            client.files.replace("a")
        assert raised.value.status_code == status
        assert raised.value.body == body


def test_an_error_without_a_documented_body(client, package, server):
    server.answers(404, {"any": "thing"})
    with pytest.raises(package.NotFoundError):
        client.files.get("a")


def test_a_status_that_is_not_documented(client, package, server):
    server.answers(503, {"any": "thing"})
    with pytest.raises(package.ServerError) as raised:
        client.files.delete("a")
    assert raised.value.status_code == 503


def test_differences_are_reported_for_the_response_of_the_status(package, server):
    told = []
    with package.SeveralResponses(base_url=server.url, on_drift=told.append) as client:
        for status in (200, 201):
            server.answers(status, ["a"])
            with pytest.raises(package.APIResponseError):
                client.files.replace("a")
        for status in (404, 409, 500):
            server.answers(status, [])
            with pytest.raises(package.APIStatusError):
                client.files.replace("a")
    responses = "#/paths/~1files~1{name}/put/responses"
    assert {drift.status_code: drift.pointer for drift in told} == {
        200: f"{responses}/200",
        201: f"{responses}/201",
        404: f"{responses}/404",
        409: f"{responses}/4XX",
        500: f"{responses}/default",
    }
