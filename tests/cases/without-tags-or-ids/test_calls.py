def test_the_path_gives_the_resource_and_the_method_its_name(client, models, server):
    server.answers(200, [{"isbn": "1"}])
    assert client.books.list() == [models.Book(isbn="1")]
    server.answers(201, {"isbn": "1", "title": "t"})
    assert client.books.create(isbn="1", title="t") == models.Book(isbn="1", title="t")
    assert server.received.json == {"isbn": "1", "title": "t"}
    server.answers(200, {"isbn": "1"})
    client.books.get("1")
    assert server.received.line == "GET /books/1"
    server.answers(204)
    assert client.health.get() is None
    assert server.received.line == "GET /health"
