import importlib
import inspect
import pickle
import warnings
from contextlib import contextmanager

import pytest

CLUSTER = {"name": "a", "size": "small"}


def warned(caught):
    """The texts of the warnings, all of which point at this file."""
    assert {(one.category, one.filename) for one in caught} == {(DeprecationWarning, __file__)}
    return [str(one.message) for one in caught]


@pytest.mark.parametrize(
    ("former", "message"),
    [
        ("modify", "`modify` is called `update` now; version 3.0.0 drops the old name"),
        ("edit", "`edit` is called `update` now"),
    ],
)
def test_a_method_is_called_by_its_former_names(client, server, former, message):
    server.answers(200, CLUSTER)
    with pytest.warns(DeprecationWarning) as caught:
        assert getattr(client.clusters, former)("1", name="a", size="small").size == "small"
    assert [str(one.message) for one in caught] == [message]
    assert server.received.line == "PATCH /clusters/1"
    assert server.received.json == CLUSTER


def test_the_warning_of_a_method_points_at_the_call(package, server):
    server.answers(200, CLUSTER)
    with package.Renamed(base_url=server.url) as client, pytest.warns(DeprecationWarning) as caught:
        client.clusters.read("1")
    assert warned(caught) == ["`read` is called `get` now"]


@pytest.mark.parametrize("kind", ["Renamed", "AsyncRenamed"])
def test_a_former_method_looks_like_the_method(package, kind):
    clusters = getattr(package, kind)(base_url="http://127.0.0.1").clusters
    assert clusters.read.__deprecated__ == "`read` is called `get` now"
    assert inspect.signature(clusters.modify) == inspect.signature(clusters.update)
    assert inspect.iscoroutinefunction(clusters.modify) == inspect.iscoroutinefunction(clusters.update)


def test_the_raw_response_of_a_former_method(package, server):
    server.answers(200, CLUSTER)
    with package.Renamed(base_url=server.url) as client, pytest.warns(DeprecationWarning):
        assert client.with_raw_response(client.clusters.read, "1").status_code == 200


def test_a_name_that_ended_is_gone(package):
    assert not hasattr(package.resources.clusters.Clusters, "change")


@pytest.mark.parametrize(
    ("former", "now", "message"),
    [
        ("Group", "Cluster", "`Group` is called `Cluster` now"),
        ("GroupSize", "Size", "`GroupSize` is called `Size` now"),
    ],
)
def test_a_class_is_found_by_its_former_name(models, former, now, message):
    with pytest.warns(DeprecationWarning) as caught:
        assert getattr(models, former) is getattr(models, now)
    assert warned(caught) == [message]


def test_a_class_is_imported_by_its_former_name(models):
    with pytest.warns(DeprecationWarning) as caught:
        exec(f"from {models.__name__} import Group", {"__name__": "of_a_user"})
    assert {str(one.message) for one in caught} == {"`Group` is called `Cluster` now"}


def test_any_other_name_is_none_of_the_models(models):
    with pytest.raises(AttributeError, match=r"^module 'renamed\.models' has no attribute 'Nothing'$"):
        models.Nothing  # noqa: B018


@contextmanager
def named(class_, name):
    """Give a class another name, as an older client had it."""
    now = class_.__qualname__
    class_.__qualname__ = name
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield
    class_.__qualname__ = now


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
@pytest.mark.parametrize(("former", "now"), [("Group", "Cluster"), ("GroupSize", "Size")])
def test_a_pickle_with_the_former_name_of_a_class(models, protocol, former, now):
    values = {"Cluster": models.Cluster(name="a", size="small"), "Size": models.Size.LARGE}
    with named(getattr(models, now), former):
        pickled = pickle.dumps(values[now], protocol)
    assert former.encode() in pickled
    assert now.encode() not in pickled.replace(former.encode(), b"")
    with pytest.warns(DeprecationWarning) as caught:
        assert pickle.loads(pickled) == values[now]
    assert warned(caught) == [f"`{former}` is called `{now}` now"]


def test_the_types_of_arguments_have_former_names_too(package):
    params = importlib.import_module(f"{package.__name__}.params")
    with pytest.warns(DeprecationWarning, match=r"^`GroupSize` is called `Size` now$"):
        assert params.GroupSize is params.Size
