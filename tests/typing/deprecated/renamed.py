from renamed import AsyncRenamed, Renamed, models, params
from renamed.models import Group


def methods(client: Renamed) -> models.Cluster:
    client.clusters.get("1")
    client.clusters.read("1")  # deprecated
    client.clusters.edit("1", name="a", size="small")  # deprecated
    return client.clusters.modify("1", name="a")  # deprecated


async def async_methods(client: AsyncRenamed) -> models.Cluster:
    await client.clusters.read("1")  # deprecated
    return await client.clusters.modify("1", name="a")  # deprecated


def classes(client: Renamed, size: params.GroupSize) -> Group:
    """No type checker marks an alias, but each takes it for the class, in both directions."""
    group: models.Group = client.clusters.get("1")
    made: models.Cluster = Group(name=group.name, size=size)
    small: models.Size = models.GroupSize.SMALL
    return made if made.size is small else group


def arguments(client: Renamed) -> list[models.Node]:
    client.nodes.list("1", order="up", page_size=5)
    client.nodes.list("1", order="up", limit=5)  # deprecated
    client.nodes.list("1", sort="up", page_size=5)  # deprecated
    client.nodes.list("1", sort="up", limit=5)  # deprecated
    client.nodes.list(group_id="1", sort="up")  # deprecated
    return client.nodes.list_machines("1", sort="up", limit=5)  # deprecated


async def async_arguments(client: AsyncRenamed) -> list[models.Node]:
    await client.nodes.list("1", order="up")
    return await client.nodes.list("1", sort="up", limit=5)  # deprecated


def fields(report: models.Report) -> models.Node:
    models.Report(done=report.done)
    models.Report(over=report.over)  # deprecated
    models.Node(hostname="a", kind="cpu")  # deprecated
    models.Node(hostname="a", type=models.NodeKind.GPU)  # deprecated
    return models.Node(host="a", type="gpu")  # deprecated


def keys(client: Renamed) -> params.NodeDict:
    """No type checker marks a key of a dict, but each takes it."""
    client.clusters.update("1", name="a", lead={"hostname": "a", "type": "cpu"})
    client.clusters.update("1", name="a", edges=[{"ip-address": "::1"}, {"host": "b", "type": "gpu"}])
    return {"host": "a", "kind": "gpu"}


def members(size: models.Size) -> models.Size:
    if size is models.Size.LARGE:
        return models.Size.BIG  # deprecated
    match size:
        case models.Size.SMALL:
            return models.Size.HUGE  # deprecated


def resources(client: Renamed) -> models.Report:
    return client.machines.create(body=models.Node(host="a", kind="gpu"))  # deprecated


async def async_resources(client: AsyncRenamed) -> list[models.Node]:
    return await client.machines.list("1", order="up")  # deprecated
