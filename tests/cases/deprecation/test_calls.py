import asyncio
import inspect
import warnings
from pathlib import Path

import pytest


def test_a_deprecatedoperation_warns(client, server):
    server.answers(200, [{}])
    with pytest.warns(DeprecationWarning, match=r"^GET /models is deprecated$"):
        client.cached_property_.models()
    server.answers(204)
    with pytest.warns(DeprecationWarning, match=r"^POST /models is deprecated$"):
        client.cached_property_.deprecated(deprecated=True, level="low")
    assert server.received.json == {"deprecated": True, "level": "low"}


def test_the_warning_points_at_the_call(package, server):
    server.answers(200, [{}])
    with package.Deprecation(base_url=server.url) as client, pytest.warns(DeprecationWarning) as warned:
        client.cached_property_.models()
    assert [one.filename for one in warned] == [__file__]


def test_any_other_operation_does_not(client, server):
    server.answers(200, {})
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        client.cached_property_.find()


def test_the_raw_response_of_a_deprecatedoperation(package, server):
    server.answers(200, [{}])
    with package.Deprecation(base_url=server.url) as client, pytest.warns(DeprecationWarning):
        assert client.with_raw_response(client.cached_property_.models).status_code == 200


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_it_is_marked_for_editors(package, prefix):
    client = getattr(package, f"{prefix}Deprecation")(base_url="http://127.0.0.1")
    method = client.cached_property_.models
    assert method.__deprecated__ == "GET /models is deprecated"
    assert asyncio.iscoroutinefunction(method) == bool(prefix)
    assert inspect.getdoc(method).startswith("Deprecated.")
    assert "level" in inspect.signature(method).parameters
    assert "`GET /models` Deprecated. " in (Path(package.__file__).parent.parent / "api.md").read_text()


def test_what_is_deprecatedand_every_default_is_documented(package, models):
    client = package.Deprecation(base_url="http://127.0.0.1")
    listed = inspect.getdoc(client.cached_property_.models)
    assert "old: Deprecated." in listed
    assert "level: The server's default is `high`." in listed
    assert "sort: How to sort. The server's default is `down`." in listed
    sent = inspect.getdoc(client.cached_property_.deprecated)
    assert "level: The server's default is `high`." in sent
    assert "own: The server's default is `low`." in sent
    source = inspect.getsource(models.Thing)
    assert '"""Deprecated."""' in source
    assert source.count("The server's default is `high`.") == 1


def test_the_signature_of_a_client_lists_all_options_with_types_and_defaults(package):
    for kind in ("", "Async"):
        client = getattr(package, f"{kind}Deprecation")
        parameters = inspect.signature(client).parameters
        assert {one.kind for one in parameters.values()} == {inspect.Parameter.KEYWORD_ONLY}
        assert (parameters["max_retries"].annotation, parameters["max_retries"].default) == ("int", 2)
        assert parameters["http_client"].annotation == f"httpx2.{kind}Client | None"
        assert set(parameters) == set(package._runtime._settings.ClientOptions.__annotations__)
        for name in parameters:
            assert f"    {name}: " in client.__doc__
    derived = inspect.signature(client.with_options).parameters
    assert set(derived) - {"self"} == set(package._runtime._settings.CallOptions.__annotations__)
