"""Uses of names of today, where former ones exist."""

from renamed import AsyncRenamed, Renamed, models, params


def calls(client: Renamed, order: params.NodeOrder) -> list[models.Node]:
    client.with_raw_response(client.clusters.get, "1")
    client.clusters.update("1", name="a")
    return client.nodes.list(cluster_id="1", order=order)


async def async_calls(client: AsyncRenamed) -> models.Report:
    nodes = await client.nodes.list("1", order=models.NodeOrder.UP, page_size=3)
    return await client.nodes.create(body=nodes[0])


def made() -> bool | None:
    node = models.Node(host="a", kind="cpu", property="b", deprecated=True)
    return models.Report(done=True, age=3).done or node.deprecated is True
