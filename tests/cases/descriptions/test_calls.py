import inspect
from importlib import import_module

import pytest

doc = inspect.getdoc


@pytest.fixture
def parcels(package):
    return import_module(f"{package.__name__}.resources.parcels").Parcels


def test_html_is_markdown_and_what_is_none_stays(package, parcels):
    assert "[the guide](https://example.com/guide?a=1&b=2) and this." in doc(package.Descriptions)
    assert "- One `a < b`\n- Two\n  - within\n" in doc(package.Descriptions)
    assert "Ids look like <id>, and generics like Map<String, Parcel>." in doc(parcels.list)


def test_the_first_sentence_is_the_summary_where_there_is_none(parcels):
    first, _, second, *_ = doc(parcels.list).splitlines()
    assert first == "Returns your parcels, e.g. those of today."
    assert second == "The newest comes first."
    assert doc(parcels.create).splitlines()[:3] == ["Send a parcel.", "", "> [!NOTE]"]


def test_a_callout_and_a_table_keep_their_lines(parcels):
    lines = doc(parcels.create).splitlines()
    assert lines[3:6] == [
        "> Parcels that are heavier than all others are sent by ship, which takes weeks, and not by",
        "> aeroplane.",
        "Behind the note.",
    ]
    assert lines[7:11] == ["Size | Price", "-----|------", "S    | 1", "L    | 2"]
    assert "All about parcels: https://example.com/parcels" in lines


def test_what_says_nothing_is_not_there(parcels):
    assert "Returns:" not in doc(parcels.list)
    assert "Raises:" not in doc(parcels.list)
    assert "The parcel as it was sent." in doc(parcels.create)
    assert any(line.endswith('There is no sender (see "Senders").') for line in doc(parcels.create).splitlines())


def test_what_a_schema_says_is_said_of_the_argument(parcels):
    assert "page: Which page. At least 1." in doc(parcels.list)
    assert 'filter: A filter ("on" or "off.") The server\'s default is `on`.' in doc(parcels.list)
    assert "body: Their names." in doc(parcels.create)
    assert "body: What is in a parcel." in doc(parcels.replace)


def test_a_class_without_a_description_names_the_calls_that_use_it(models):
    assert doc(models.SortOrder) == "Argument `sort` of `parcels.list`."
    assert doc(models.Parcel) == "Used by `parcels.list` and `parcels.create`."


def test_limits_are_for_what_is_sent(models):
    source = inspect.getsource(models)
    assert source.count("At most 9 characters.") == 1


def test_the_body_of_an_error_is_asked_for_what_it_has(client, package, server):
    server.answers_with(400, b'{"type": "t", "title": "Broken", "errors": ["e"]}', "application/json")
    with pytest.raises(package.BadRequestError) as raised:
        client.parcels.list()
    assert (raised.value.code, raised.value.message, raised.value.details) == ("t", "Broken", ["e"])


def test_an_argument_without_json_is_named(client):
    with pytest.raises(TypeError, match=r"^body\[1\]: there is no JSON for 'object'$"):
        client.parcels.create(body=["a", object()])


def test_things_show_what_they_are(package):
    with package.Descriptions(base_url="http://127.0.0.1:1") as client:
        assert repr(client.parcels) == "<Parcels of <Descriptions of http://127.0.0.1:1>>"


def test_models_are_there_without_an_import_of_their_own(package):
    assert package.models.Parcel.__module__ == f"{package.__name__}.models"
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = package.nothing
