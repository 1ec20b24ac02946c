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
