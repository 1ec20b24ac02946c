import asyncio
import importlib
import inspect
import pickle
import warnings

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
    assert asyncio.iscoroutinefunction(clusters.modify) == asyncio.iscoroutinefunction(clusters.update)


def test_the_warning_of_a_task_points_at_the_call(package, server):
    server.answers(200, [])

    async def tasks():
        async with package.AsyncRenamed(base_url=server.url) as client:
            await asyncio.create_task(client.nodes.list("1", sort="up"))
            await asyncio.gather(client.nodes.list_machines(group_id="1", order="up"))

    with pytest.warns(DeprecationWarning) as caught:
        asyncio.run(tasks())
    assert warned(caught) == [
        "`sort` is called `order` now",
        "`list_machines` is called `list` now",
        "`group_id` is called `cluster_id` now",
    ]


def test_the_raw_response_of_a_former_method(package, server):
    server.answers(200, CLUSTER)
    with package.Renamed(base_url=server.url) as client, pytest.warns(DeprecationWarning):
        assert client.with_raw_response(client.clusters.read, "1").status_code == 200


def test_a_name_that_ended_is_gone(package):
    assert not hasattr(package.resources.clusters.Clusters, "change")


@pytest.mark.parametrize(
    ("former", "now", "message"),
    [
        ("Group", "Cluster", "`Group` is called `Cluster` now; version 3.0.0 drops the old name"),
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
    assert {str(one.message) for one in caught} == {
        "`Group` is called `Cluster` now; version 3.0.0 drops the old name"
    }


def test_any_other_name_is_none_of_the_models(models):
    with pytest.raises(AttributeError, match=r"^module 'renamed\.models' has no attribute 'Nothing'$"):
        models.Nothing  # noqa: B018


def test_the_types_of_arguments_have_former_names_too(package):
    params = importlib.import_module(f"{package.__name__}.params")
    with pytest.warns(DeprecationWarning, match=r"^`GroupSize` is called `Size` now$"):
        assert params.GroupSize is params.Size


LIMIT = "`limit` is called `page_size` now; version 3.0.0 drops the old name"
HOSTNAME = "`hostname` is called `host` now; version 3.0.0 drops the old name"
SORT = "`sort` is called `order` now"
GROUP = "`group_id` is called `cluster_id` now"


@pytest.mark.parametrize(
    ("given", "messages"),
    [
        ({"order": "up", "page_size": 5}, []),
        ({"order": "up", "limit": 5}, [LIMIT]),
        ({"sort": "up", "page_size": 5}, [SORT]),
        ({"sort": "up", "limit": 5}, [SORT, LIMIT]),
    ],
)
def test_arguments_are_taken_by_their_former_names(client, server, given, messages):
    server.answers(200, [])
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client.nodes.list("1", **given)
    assert [str(one.message) for one in caught] == messages
    assert server.received.line in {
        "GET /clusters/1/nodes?page_size=5&order=up",
        "GET /clusters/1/nodes?order=up&page_size=5",
    }


def test_the_warnings_of_a_call_point_at_it(package, server):
    server.answers(200, [])
    with package.Renamed(base_url=server.url) as client, pytest.warns(DeprecationWarning) as caught:
        client.nodes.list_machines(group_id="1", sort="up")
    assert warned(caught) == ["`list_machines` is called `list` now", GROUP, SORT]


def test_an_argument_has_one_name_in_a_call(client):
    with (
        pytest.raises(TypeError, match=r"'order' is given under two names"),
        pytest.warns(DeprecationWarning),
    ):
        client.nodes.list("1", sort="up", order="up")
    with pytest.raises(TypeError, match="sotr"):
        client.nodes.list("1", sotr="up")


@pytest.mark.parametrize("kind", ["Renamed", "AsyncRenamed"])
def test_a_method_is_shown_with_the_names_of_today(package, kind):
    nodes = getattr(package, kind)(base_url="http://127.0.0.1").nodes
    assert [*inspect.signature(nodes.list).parameters] == ["cluster_id", "order", "page_size"]
    assert asyncio.iscoroutinefunction(nodes.list) == (kind == "AsyncRenamed")
    assert nodes.list.__doc__.startswith("List nodes.")


def test_a_model_is_made_with_former_names(models):
    with pytest.warns(DeprecationWarning) as caught:
        node = models.Node(hostname="a", type="cpu", deprecated=True)
    assert warned(caught) == [HOSTNAME, "`type` is called `kind` now"]
    assert node == models.Node(host="a", kind=models.NodeKind.CPU, deprecated=True)
    with pytest.warns(DeprecationWarning) as caught:
        assert models.Report(over=True) == models.Report(done=True)
    assert warned(caught) == ["`over` is called `done` now"]
    with pytest.raises(TypeError, match="two names"), pytest.warns(DeprecationWarning):
        models.Report(finished=True, done=True)
    with pytest.raises(TypeError):
        models.Report()


@pytest.mark.parametrize(
    ("class_", "former", "now", "message"),
    [
        ("Node", "hostname", "host", "`hostname` is called `host` now; version 3.0.0 drops the old name"),
        ("Node", "type", "kind", "`type` is called `kind` now"),
        ("Report", "finished", "done", "`finished` is called `done` now"),
    ],
)
def test_a_field_is_read_by_its_former_name(models, class_, former, now, message):
    made = {"Node": models.Node(host="a", kind="cpu"), "Report": models.Report(done=True)}[class_]
    with pytest.warns(DeprecationWarning) as caught:
        assert getattr(made, former) is getattr(made, now)
    assert warned(caught) == [message]
    assert former not in repr(made)
    assert former not in dir(type(made)) or getattr(type(made), former).__doc__ == f"Deprecated: {message}."


def test_a_field_is_replaced_by_its_former_name(package, models):
    report, node = models.Report(done=True, age=3), models.Node(host="a", kind="cpu")
    with pytest.warns(DeprecationWarning) as caught:
        assert package.replace(report, finished=False) == models.Report(done=False, age=3)
        assert package.replace(node, hostname="b") == models.Node(host="b", kind="cpu")
    assert warned(caught) == ["`finished` is called `done` now", HOSTNAME]


def test_only_names_of_today_are_on_the_wire(package, models):
    node = models.Node(host="a", kind="cpu", additional_properties={"hostname": "b"})
    assert package.to_dict(node) == {"host": "a", "kind": "cpu", "hostname": "b"}
    read = package.from_dict({"done": True, "finished": False}, models.Report)
    assert read == models.Report(done=True)


@pytest.mark.parametrize(
    ("former", "message"),
    [
        ("BIG", "`BIG` is called `LARGE` now"),
        ("HUGE", "`HUGE` is called `LARGE` now; version 3.0.0 drops the old name"),
    ],
)
def test_a_member_is_found_by_its_former_name(models, former, message):
    with pytest.warns(DeprecationWarning) as caught:
        assert getattr(models.Size, former) is models.Size.LARGE
    assert warned(caught) == [message]
    with pytest.warns(DeprecationWarning) as caught:
        assert models.Size[former] is models.Size.LARGE
    assert warned(caught) == [message]


def test_a_former_name_is_no_member(models):
    assert [*models.Size] == [models.Size.SMALL, models.Size.LARGE]
    assert not hasattr(models.Size, "TINY")
    with pytest.raises(KeyError):
        models.Size["TINY"]
    with pytest.raises(KeyError):  # a property of every enum
        models.Size["__members__"]
    assert models.Size("big") not in [*models.Size]
    assert pickle.loads(pickle.dumps(models.Size.LARGE)) is models.Size.LARGE


def test_a_resource_is_found_by_its_former_name(package):
    for kind in (package.Renamed, package.AsyncRenamed):
        client = kind(base_url="http://127.0.0.1")
        with pytest.warns(DeprecationWarning) as caught:
            assert client.machines is client.nodes
        assert warned(caught) == ["`machines` is called `nodes` now; version 3.0.0 drops the old name"]


def test_a_component_without_a_class_has_no_name_to_keep(models):
    assert not hasattr(models.Report(done=True), "years")


@pytest.mark.parametrize("kind", ["client", "async_client"])
def test_a_fake_records_calls_by_former_names(package, kind):
    fake = importlib.import_module(f"{package.__name__}.testing").FakeRenamed()
    fake.clusters.get.returns(package.models.Cluster(name="a"), times=None)
    fake.nodes.list.returns([], times=None)
    client = getattr(fake, kind)()

    async def finished(*results):
        return [await one for one in results if inspect.isawaitable(one)]

    with pytest.warns(DeprecationWarning) as caught:
        asyncio.run(
            finished(
                client.clusters.read("1"),
                client.nodes.list(group_id="1", sort="up"),
                client.nodes.list_machines("2", order="up"),
            )
        )
    assert warned(caught) == [
        "`read` is called `get` now",
        "`group_id` is called `cluster_id` now",
        "`sort` is called `order` now",
        "`list_machines` is called `list` now",
    ]
    fake.clusters.get.assert_called_with("1")
    fake.clusters.read.assert_called_with("1")
    assert fake.machines is fake.nodes
    fake.machines.list_machines.assert_called_with("2", order="up")
    assert [(one.cluster_id, one.order) for one in fake.nodes.list.calls] == [("1", "up"), ("2", "up")]


@pytest.mark.parametrize(
    ("given", "sent", "messages"),
    [
        (
            {"lead": {"hostname": "a", "type": "cpu"}},
            {"lead": {"host": "a", "kind": "cpu"}},
            [
                "`hostname` is called `host` now; version 3.0.0 drops the old name",
                "`type` is called `kind` now",
            ],
        ),
        ({"lead": {"host": "a", "kind": "cpu"}}, {"lead": {"host": "a", "kind": "cpu"}}, []),
        (
            {"edges": [{"ip-address": "::1"}, {"host": "b", "type": "gpu", "zone": "c"}]},
            {"edges": [{"ip_address": "::1"}, {"host": "b", "kind": "gpu", "zone": "c"}]},
            ["`ip-address` is called `ip_address` now", "`type` is called `kind` now"],
        ),
    ],
)
def test_a_dict_has_former_keys(client, server, given, sent, messages):
    server.answers(200, CLUSTER)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        client.clusters.update("1", name="a", **given)
    assert [str(one.message) for one in caught] == messages
    assert server.received.json == {"name": "a", **sent}


def test_the_warning_of_a_key_points_at_the_call(package, server):
    server.answers(200, CLUSTER)
    with package.Renamed(base_url=server.url) as client, pytest.warns(DeprecationWarning) as caught:
        client.clusters.update("1", name="a", lead={"host": "a", "type": "cpu"})
    assert warned(caught) == ["`type` is called `kind` now"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_key_is_given_under_one_name(client):
    with pytest.raises(TypeError, match="'host' is given under two names"):
        client.clusters.update("1", name="a", lead={"hostname": "a", "host": "b", "kind": "cpu"})


def test_json_has_no_former_keys(package):
    node = package.from_dict({"host": "a", "kind": "cpu", "hostname": "b"}, package.models.Node)
    assert node.additional_properties == {"hostname": "b"}
