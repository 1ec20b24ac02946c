"""Tests of a small program, with the fake of the client: no network, no account, no pauses.

pip install pytest
python -m pytest test_fleet.py
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from datetime import UTC, datetime
from uuid import UUID

import pytest
from aether_platform import (
    AetherPlatform,
    AetherPlatformError,
    APIConnectionError,
    APIResponseError,
    APITimeoutError,
    AsyncAetherPlatform,
    ConflictError,
    ForbiddenError,
    NotFoundError,
    RateLimitError,
    ServerError,
    UnauthorizedError,
    WaitFailedError,
    WaitTimeoutError,
    models,
    replace,
)
from aether_platform.testing import FakeAetherPlatform, UnexpectedCall, UnusedExpectation

# The program, which would be a module of its own.


class Fleet:
    """The clusters of an organization."""

    def __init__(self, client: AetherPlatform, organization: str) -> None:
        self._client = client
        self._organization = organization

    def rename(self, cluster: str, name: str) -> str:
        """Rename a cluster unless it has the name already, and say what was done."""
        found = self._client.clusters.get(self._organization, cluster)
        if found.name == name:
            return f"{name} has its name already"
        try:
            renamed = self._client.clusters.update(self._organization, cluster, name=name)
        except ConflictError as error:
            return f"not renamed: {error.message}"
        return f"{found.name} is now called {renamed.name}"

    def upgrade(self, cluster: str, version: str, *, timeout: float = 1800) -> str:
        """Upgrade a cluster, wait until it runs the version, and say what became of it."""
        self._client.clusters.upgrade(self._organization, cluster, target_version=version)
        try:
            found = self._client.clusters.wait_until_running(
                self._organization,
                cluster,
                timeout=timeout,
                condition=lambda found: found.observed_kubernetes_version == version,
            )
        except WaitFailedError:
            return f"{cluster} has failed"
        except WaitTimeoutError as error:
            return f"{cluster} is still {error.state}"
        return f"{found.name} runs {found.observed_kubernetes_version}"

    def organizations(self) -> list[str]:
        """The names of all organizations of the token."""
        return [organization.name for organization in self._client.organizations.list(limit=2)]


async def names(client: AsyncAetherPlatform, organization: str, *clusters: str) -> list[str]:
    """The names of several clusters, asked for at once."""
    found = await asyncio.gather(*(client.clusters.get(organization, one) for one in clusters))
    return [cluster.name for cluster in found]


# Its tests.

ORGANIZATION = "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0"
CLUSTER = "7C1F0B52-9D3E-4A86-B1C4-5E8A20D97F36"
NOW = datetime(2026, 5, 4, tzinfo=UTC)
RUNNING = models.Cluster(
    id=UUID(CLUSTER),
    org_id=UUID(ORGANIZATION),
    name="staging",
    region="eu-central-1",
    k8s_version="1.34.2",
    status=models.ClusterStatus.RUNNING,
    observed_kubernetes_version="1.34.2",
    created_at=NOW,
    updated_at=NOW,
)
UPGRADING = replace(RUNNING, status=models.ClusterStatus.UPGRADING, observed_kubernetes_version=None)
STARTED = models.ClusterUpgrade(workers_patched=2)


def organization(name: str) -> models.Organization:
    """An organization of a name."""
    id_ = UUID(int=len(name))
    return models.Organization(id=id_, name=name, slug=name, plan="team", created_at=NOW, updated_at=NOW)


@pytest.fixture
def fake() -> Iterator[FakeAetherPlatform]:
    """The fake, verified at the end of each test."""
    with FakeAetherPlatform() as fake:
        yield fake


@pytest.fixture
def fleet(fake: FakeAetherPlatform) -> Fleet:
    """The program, with a client of the fake."""
    return Fleet(fake.client(), ORGANIZATION)


class TestRenaming:
    """Renaming a cluster."""

    def test_it_is_renamed(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.returns(RUNNING)
        fake.clusters.update.returns(replace(RUNNING, name="production"))
        assert fleet.rename(CLUSTER, "production") == "staging is now called production"
        fake.clusters.update.assert_called_once_with(ORGANIZATION, CLUSTER, name="production")

    def test_nothing_but_the_name_is_sent(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.returns(RUNNING)
        fake.clusters.update.returns(RUNNING)
        fleet.rename(CLUSTER, "production")
        assert fake.clusters.update.requests[0].json() == {"name": "production"}

    def test_the_name_that_it_has_is_not_sent(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.returns(RUNNING)
        assert fleet.rename(CLUSTER, "staging") == "staging has its name already"
        fake.clusters.update.assert_not_called()

    def test_a_name_that_is_taken(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.returns(RUNNING)
        fake.clusters.update.raises(ConflictError, message="The name is taken.")
        assert fleet.rename(CLUSTER, "production") == "not renamed: The name is taken."

    def test_what_was_passed_is_typed(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.returns(RUNNING)
        fake.clusters.update.returns(RUNNING)
        fleet.rename(CLUSTER, "production")
        (call,) = fake.clusters.update.calls
        assert (call.name, bool(call.k8s_version)) == ("production", False)

    def test_an_id_that_is_none_is_not_sent(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        with pytest.raises(ValueError, match="must be a UUID"):
            fleet.rename("staging", "production")
        assert not fake.requests


class TestErrors:
    """What the program does not handle reaches its caller."""

    @pytest.mark.parametrize(
        "error", [UnauthorizedError, ForbiddenError, NotFoundError, RateLimitError, ServerError]
    )
    def test_it_is_raised(
        self, fake: FakeAetherPlatform, fleet: Fleet, error: type[AetherPlatformError]
    ) -> None:
        fake.clusters.get.raises(error)
        with pytest.raises(error):
            fleet.rename(CLUSTER, "production")

    @pytest.mark.parametrize("error", [APIConnectionError, APITimeoutError])
    def test_a_broken_connection(
        self, fake: FakeAetherPlatform, fleet: Fleet, error: type[APIConnectionError]
    ) -> None:
        fake.clusters.get.raises(error)
        with pytest.raises(error):
            fleet.rename(CLUSTER, "production")

    def test_it_says_what_the_server_says(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.raises(NotFoundError, code="CLUSTER_GONE", message="It was deleted.")
        with pytest.raises(NotFoundError, match=r"404 CLUSTER_GONE: It was deleted\.") as caught:
            fleet.rename(CLUSTER, "production")
        assert caught.value.code == "CLUSTER_GONE"

    def test_a_response_that_is_no_cluster(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.responds(200, content="<html>")
        with pytest.raises(APIResponseError):
            fleet.rename(CLUSTER, "production")


class TestRetries:
    """The client retries by itself; the fake does not sleep."""

    def test_too_many_requests(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.responds(429, headers={"retry-after": "7"}).returns(RUNNING)
        assert fleet.rename(CLUSTER, "staging") == "staging has its name already"
        assert fake.pauses == (7,)

    def test_a_connection_that_breaks_twice(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.get.fails(times=2).returns(RUNNING)
        fleet.rename(CLUSTER, "staging")
        assert (len(fake.clusters.get.calls), len(fake.clusters.get.requests)) == (1, 3)

    def test_a_client_without_retries(self, fake: FakeAetherPlatform) -> None:
        fake.clusters.get.responds(503)
        with pytest.raises(ServerError):
            Fleet(fake.client(max_retries=0), ORGANIZATION).rename(CLUSTER, "staging")


class TestUpgrading:
    """Upgrading a cluster, and waiting for it."""

    def test_it_is_waited_for(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.upgrade.returns(STARTED)
        fake.clusters.get.returns(UPGRADING, times=3).returns(RUNNING)
        assert fleet.upgrade(CLUSTER, "1.34.2") == "staging runs 1.34.2"
        fake.clusters.upgrade.assert_called_once_with(ORGANIZATION, CLUSTER, target_version="1.34.2")

    def test_it_has_not_begun_at_first(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        old = replace(RUNNING, observed_kubernetes_version="1.33.6")
        fake.clusters.upgrade.returns(STARTED)
        fake.clusters.get.returns(old).returns(UPGRADING).returns(RUNNING)
        assert fleet.upgrade(CLUSTER, "1.34.2") == "staging runs 1.34.2"

    def test_it_fails(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        failed = replace(RUNNING, status=models.ClusterStatus.FAILED)
        fake.clusters.upgrade.returns(STARTED)
        fake.clusters.get.returns(UPGRADING).returns(failed)
        assert fleet.upgrade(CLUSTER, "1.34.2") == f"{CLUSTER} has failed"

    def test_it_never_ends(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.upgrade.returns(STARTED)
        fake.clusters.get.returns(UPGRADING, times=None)
        assert fleet.upgrade(CLUSTER, "1.34.2", timeout=0.1) == f"{CLUSTER} is still upgrading"

    def test_it_is_refused(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.clusters.upgrade.raises(ConflictError, message="Another upgrade is under way.")
        with pytest.raises(ConflictError, match="under way"):
            fleet.upgrade(CLUSTER, "1.34.2")


class TestPages:
    """Lists come in pages."""

    def test_all_pages_are_read(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.organizations.list.pages([organization("a"), organization("bb")], [organization("ccc")])
        assert fleet.organizations() == ["a", "bb", "ccc"]
        assert [request.query["limit"] for request in fake.requests] == ["2", "2"]

    def test_there_are_none(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.organizations.list.pages([])
        assert fleet.organizations() == []

    def test_the_second_page_fails(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        page = models.OrganizationList(items=[organization("a")], next_cursor="x")
        fake.organizations.list.returns(page).raises(UnauthorizedError)
        with pytest.raises(UnauthorizedError):
            fleet.organizations()


class TestAsync:
    """The async client is faked alike."""

    def test_several_at_once(self, fake: FakeAetherPlatform) -> None:
        fake.clusters.get.returns(RUNNING, times=3)
        assert asyncio.run(names(fake.async_client(), ORGANIZATION, *[CLUSTER] * 3)) == ["staging"] * 3

    def test_an_error(self, fake: FakeAetherPlatform) -> None:
        fake.clusters.get.responds(503).raises(NotFoundError)
        with pytest.raises(NotFoundError):
            asyncio.run(names(fake.async_client(), ORGANIZATION, CLUSTER))


class TestWrongExpectations:
    """What a test does not expect fails, with what was called instead."""

    def test_a_call_that_is_not_expected(self) -> None:
        fake = FakeAetherPlatform()
        fake.clusters.update.returns(RUNNING)
        with pytest.raises(UnexpectedCall, match=r"(?s)clusters\.get\(.*expected instead: clusters\.update"):
            Fleet(fake.client(), ORGANIZATION).rename(CLUSTER, "production")

    def test_an_expectation_that_is_not_used(self) -> None:
        fake = FakeAetherPlatform()
        fake.clusters.get.returns(RUNNING)
        fake.clusters.update.returns(RUNNING)
        Fleet(fake.client(), ORGANIZATION).rename(CLUSTER, "staging")
        with pytest.raises(UnusedExpectation, match=r"(?s)clusters\.update\.returns\(.*was not used"):
            fake.verify()

    def test_other_arguments(self, fake: FakeAetherPlatform, fleet: Fleet) -> None:
        fake.use_examples()
        fleet.rename(CLUSTER, "production")
        with pytest.raises(AssertionError, match="name: expected 'prod', got 'production'"):
            fake.clusters.update.assert_called_once_with(ORGANIZATION, CLUSTER, name="prod")
