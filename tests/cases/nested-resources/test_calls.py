from unittest.mock import create_autospec

import pytest


def test_a_resource_is_an_attribute_of_the_one_around_it(client, models, server):
    server.answers(200, {"text": "hello"})
    assert client.chat.completions.create(text="hi") == models.Completion(text="hello")
    assert server.received.line == "POST /chat/completions"
    server.answers(200, {"text": "stopped"})
    assert client.chat.completions.cancel("a/b").text == "stopped"
    assert server.received.line == "POST /chat/completions/a%2Fb/cancel"
    server.answers(200, {"text": "all"})
    assert client.chat.get().text == "all"


def test_a_resource_is_made_once(package):
    with package.NestedResources() as client:
        assert client.chat.completions is client.chat.completions
        assert repr(client.chat.completions).startswith("<ChatCompletions of <")


def test_the_raw_response(package, server):
    server.answers(200, {"text": "hello"})
    with package.NestedResources(base_url=server.url) as client:
        response = client.with_raw_response(client.chat.completions.create, text="hi")
        assert response.parse().text == "hello"


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("chat.completions.list", "GET /chat/completions"),
        ("chat.models.list", "GET /chat/models"),
        ("account.invoices.list", "GET /account/invoices"),
        ("account.update_spend_limit", "PUT /account/spend_limit"),
        ("vaults.secrets.reveal", "GET /x/1"),
        ("vaults.secrets.rotate_all", "GET /x/2"),
        ("licences.list_by_owner", "GET /x/3"),
        ("things.models", "GET /things"),
    ],
)
def test_each_operation_is_where_its_hints_its_tag_or_its_path_put_it(client, server, path, line):
    found = client
    for attribute in path.split("."):
        found = getattr(found, attribute)
    server.answers(200, {"text": ""} if path.endswith("models") else [])
    found()
    assert server.received.line == line


def test_names_for_autorest_are_read(client, models, server):
    server.answers(200, {"text": "x", "@x.etag": "1", "effort": "lo"})
    found = client.chat.get()
    assert found.entity_tag == "1"
    assert found.effort is models.ReasoningEffort.LOW


def test_a_tag_with_a_slash_is_a_tree(client, server):
    server.answers(200, {"text": "x"})
    assert client.reports.daily.get("1").text == "x"


def test_a_mock_has_the_methods_of_inner_resources(package):
    client = create_autospec(package.NestedResources, instance=True)
    client.chat.completions.create.return_value = 1
    assert client.chat.completions.create(text="hi") == 1
    with pytest.raises(TypeError, match="argument"):
        client.chat.completions.create(txt="hi")
