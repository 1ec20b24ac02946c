def test_each_tag_is_a_resource(client, models, server):
    server.answers(200, {"id": "p/1", "queue": [{"id": 7, "text": "hello"}]})
    assert client.printers.get("p/1") == models.Printer(id="p/1", queue=[models.PrintJob(id=7, text="hello")])
    assert server.received.line == "GET /printers/p%2F1"
    server.answers(201, {"id": 8, "text": "bye"})
    assert client.print_jobs.create("p1", text="bye", copies=2) == models.PrintJob(id=8, text="bye")
    assert server.received.line == "POST /printers/p1/jobs"
    assert server.received.json == {"text": "bye", "copies": 2}


def test_what_is_not_given_is_not_sent(client, server):
    server.answers(201, {"id": 8, "text": "bye"})
    client.print_jobs.create("p1", text="bye")
    assert server.received.json == {"text": "bye"}


def test_the_token_is_sent_where_it_is_needed(client, models, server):
    server.answers(200, {"id": "p1"})
    client.printers.get("p1")
    assert server.received.headers["authorization"] == "Bearer secret"
    server.answers(200, [{"id": "p1"}])
    assert client.printers.list() == [models.Printer(id="p1")]
    assert "authorization" not in server.received.headers


def test_the_servers_path_is_the_base_urls(package):
    with package.SeveralTags(token="t") as client:
        assert client.base_url == "https://tags.example.com/v2"
