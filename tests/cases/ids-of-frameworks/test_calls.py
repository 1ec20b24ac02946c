def test_methods_are_called_as_their_author_called_them(client, models, server):
    server.answers(200, ["ada"])
    assert client.users.list(order=models.SortOrder.ASC) == ["ada"]
    assert server.received.line == "GET /users/?order=asc"
    calls = {
        client.users.create: "POST /users/",
        client.cats.find_all: "GET /cats",
        client.pet.find_all: "GET /pets",
        client.owner.find_all: "GET /owners",
        client.files.list: "GET /files",
    }
    for call, line in calls.items():
        server.answers(204)
        assert call() is None
        assert server.received.line == line


def test_a_body_of_fastapi_is_named_after_its_operation(client, models, server):
    server.answers(204)
    assert client.token.get(username="ada") is None
    assert server.received.body == b"username=ada"
    assert models.GetTokenRequest(username="ada").username == "ada"
