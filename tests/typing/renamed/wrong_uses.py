"""Calls that former names do not make right: every line marked so is an error."""

from renamed import Renamed, models


def calls(client: Renamed, report: models.Report) -> None:
    client.clusters.change("1", name="a")  # wrong
    client.nodes.list("1")  # wrong
    client.nodes.list("1", page_size=5)  # wrong
    client.nodes.list("1", order="left")  # wrong
    client.nodes.list("1", order="up", size=5)  # wrong
    client.nodes.list("1", order="up", sort="up")  # wrong
    models.Report()  # wrong
    models.Report(age=3)  # wrong
    models.Report(done=True, over=True)  # wrong
    models.Node(host="a")  # wrong
    report.ready  # wrong
