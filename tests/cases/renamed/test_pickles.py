"""Pickles of an older client, which have former names."""

import pickle
import warnings
from contextlib import contextmanager

import pytest


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
    end = "; version 3.0.0 drops the old name" if former == "Group" else ""
    assert [str(one.message) for one in caught] == [f"`{former}` is called `{now}` now{end}"]


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_a_pickle_with_the_former_name_of_a_field(models, protocol):
    pickled = pickle.dumps(models.Report(done=True, age=3), protocol).replace(b"done", b"over")
    assert b"over" in pickled
    with pytest.warns(DeprecationWarning) as caught:
        assert pickle.loads(pickled) == models.Report(done=True, age=3)
    assert [str(one.message) for one in caught] == ["`over` is called `done` now"]
