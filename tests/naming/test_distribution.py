"""The names and the version of the distribution."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from packaging.version import Version

from codegen.document.node import Json
from codegen.document.problems import Refused
from codegen.model.api import Api
from codegen.model.servers import Server
from codegen.naming.distribution import Distribution, name_distribution
from tests.naming.small_models import api_with


def api(
    title: str = "Aether Platform",
    version: str = "1.0.0",
    python: Mapping[str, Json] | None = None,
    server: str | None = None,
) -> Api:
    servers = () if server is None else (Server(url=server, origins=((),)),)
    return api_with(title=title, version=version, python=python or {}, servers=servers)


@pytest.mark.parametrize(
    ("title", "name", "package", "client"),
    [
        ("Aether Platform", "aether-platform-client", "aether_platform", "AetherPlatform"),
        ("GitHub v3 REST API", "github-client", "github_client", "GitHub"),
        ("GitHub's official OpenAPI spec + Octokit extension", "github-client", "github_client", "GitHub"),
        ("Mastodon API (https://mastodon.example)", "mastodon-client", "mastodon_client", "Mastodon"),
        ("The Speakeasy Bar", "speakeasy-bar-client", "speakeasy_bar", "SpeakeasyBar"),
        ("Twilio - Messaging", "twilio-messaging-client", "twilio_messaging", "TwilioMessaging"),
        (
            "Language Service (LUIS) API for predictions",
            "language-service-luis-client",
            "language_service_luis",
            "LanguageServiceLUIS",
        ),
        ("acme/library/v1/library.proto", "library-client", "library", "Library"),
        ("shop.proto", "shop-client", "shop", "Shop"),
        ("OData Service for namespace Trippin", "trippin-client", "trippin", "Trippin"),
        ("Gitea API.", "gitea-client", "gitea", "Gitea"),
        ("Museum OpenAPI", "museum-client", "museum", "Museum"),
        ("Email API", "email-client", "email_client", "Email"),
        ("Test API", "test-client", "test_client", "Test"),
        ("Telnetlib", "telnetlib-client", "telnetlib_client", "Telnetlib"),
        ("Compression", "compression-client", "compression_client", "Compression"),
        ("Anyio", "anyio-client", "anyio_client", "Anyio"),
        ("名前", "u540d-u524d-client", "u540d_u524d", "U540dU524d"),
        ("API", "api-client", "api_client", "APIClient"),
        ("OpenAPI definition", "api-client", "api_client", "APIClient"),
        ("My API", "api-client", "api_client", "APIClient"),
        ("Test", "test-client", "test_client", "Test"),
        ("YAML", "yaml-client", "yaml_client", "YAML"),
        ("Stripe API", "stripe-client", "stripe_client", "Stripe"),
        ("Qdrant API", "qdrant-api-client", "qdrant", "Qdrant"),
        ("Client", "api-client", "api_client", "APIClient"),
        ("Drift", "drift-client", "drift", "DriftClient"),
        ("API Error", "api-error-client", "api_error", "APIErrorClient"),
        ("None", "none-client", "none", "NoneClient"),
        ("Unpack", "unpack-client", "unpack", "UnpackClient"),
        ("Source", "source-client", "source", "SourceClient"),
        ("Raw Response", "raw-response-client", "raw_response", "RawResponseClient"),
        ("2FA Service", "api-2-fa-service-client", "api_2_fa_service", "API2FaService"),
    ],
)
def test_names_come_from_the_title(title: str, name: str, package: str, client: str) -> None:
    found = name_distribution(api(title))
    assert (found.name, found.package, found.client) == (name, package, client)
    assert found.environment.removesuffix("_CLIENT") == package.upper().removesuffix("_CLIENT")


@pytest.mark.parametrize(
    ("title", "environment"),
    [
        ("Slack Bot", "SLACK_BOT_CLIENT"),
        ("CI Job", "CI_JOB_CLIENT"),
        ("Hugging Face Hub", "HUGGING_FACE_HUB_CLIENT"),
        ("Actions Runtime", "ACTIONS_RUNTIME_CLIENT"),
        ("GitHub", "GITHUB_CLIENT"),
        ("Twilio - Messaging", "TWILIO_MESSAGING_CLIENT"),
        ("Database", "DATABASE_CLIENT"),
        ("Database of Stars", "DATABASE_OF_STARS"),
        ("Slackline Shop", "SLACKLINE_SHOP"),
    ],
)
def test_no_variable_begins_as_a_well_known_one_of_others_does(title: str, environment: str) -> None:
    assert name_distribution(api(title)).environment == environment


@pytest.mark.parametrize("title", ["word " * 1000, "w" * 5000])
def test_names_of_a_long_title_are_not_longer_than_those_of_files(title: str) -> None:
    found = name_distribution(api(title))
    assert max(len(found.name), len(found.package), len(found.client)) <= 170


def test_a_package_is_not_named_like_a_device_of_windows() -> None:
    assert name_distribution(api("AUX API")).package == "aux_client"


def test_every_name_can_be_given() -> None:
    given: dict[str, Json] = {
        "distribution": "ours",
        "package": "our_api",
        "client": "Ours",
        "version": "2.1",
        "environment": "OURS",
        "license": "mit",
        "authors": ["We"],
    }
    assert name_distribution(api(python=given)) == Distribution(
        name="ours",
        package="our_api",
        client="Ours",
        version="2.1",
        environment="OURS",
        license="MIT",
        authors=("We",),
    )


@pytest.mark.parametrize(
    ("written", "version"),
    [
        ("1.0.0", "1.0.0"),
        ("1.10", "1.10"),
        ("v2", "v2"),
        ("2022-11-28", "2022.11.28"),
        ("3.0.0-oas3.1", "3.0.0.3.1"),
        ("2026-01-31 007", "2026.1.31.7"),
        ("Wed Oct 15 2025 13:53:19 GMT+0000", "2025.10.15"),
    ],
)
def test_a_version_that_packaging_does_not_know_becomes_its_numbers(written: str, version: str) -> None:
    found = name_distribution(api(version=written)).version
    assert found == version
    Version(found)


@pytest.mark.parametrize(
    ("title", "version", "python", "where"),
    [
        ("Aether", "", {}, ("info", "version")),
        ("Aether", f"1.{'9' * 5000}", {}, ("info", "version")),
        ("Aether", f"release {'9' * 5000}", {}, ("info", "version")),
        ("Aether", "1", {"package": "a" * 300}, ("info", "x-python", "package")),
        ("Aether", "1", {"package": "Not-A-Package"}, ("info", "x-python", "package")),
        ("Aether", "1", {"package": "json"}, ("info", "x-python", "package")),
        ("Aether", "1", {"client": "lower"}, ("info", "x-python", "client")),
        ("Aether", "1", {"client": "APIError"}, ("info", "x-python", "client")),
        ("Aether", "1", {"distribution": "no spaces"}, ("info", "x-python", "distribution")),
        ("Aether", "1", {"version": "one"}, ("info", "x-python", "version")),
        ("Aether", "1", {"pakage": "x"}, ("info", "x-python", "pakage")),
    ],
)
def test_what_packaging_would_refuse_is_refused_here(
    title: str, version: str, python: dict[str, Json], where: tuple[str, ...]
) -> None:
    with pytest.raises(Refused) as refused:
        name_distribution(api(title, version, python))
    assert where in [problem.where for problem in refused.value.problems]


@pytest.mark.parametrize(
    ("title", "server", "package", "client"),
    [
        ("API", "https://region.sentry.io/api", "sentry", "Sentry"),
        ("OpenAPI definition", "https://api.zebrafoo.co.uk", "zebrafoo", "Zebrafoo"),
        ("API", "https://api.example.com", "api_client", "APIClient"),
        ("API", "http://127.0.0.1:80", "api_client", "APIClient"),
        ("PlanetScale API", "https://api.planetscale.com/v1", "planetscale", "PlanetScale"),
        ("PlanetScale API", "https://api.example.com", "planet_scale", "PlanetScale"),
        ("OpenAI API", "https://api.openai.com/v1", "openai_client", "OpenAI"),
        ("FooBar GeoData", "https://foobar-geodata.p.example.com", "foobar_geodata", "FooBarGeoData"),
        ("LandMark Maps", "https://maps.example.com/pub/landmark", "landmark_maps", "LandMarkMaps"),
        ("LandMark Maps", "https://maps.example.com/pub/LandMark", "land_mark_maps", "LandMarkMaps"),
        ("7x9z Weather", "https://7x9z.example.com", "api_7x9z_weather", "API7x9zWeather"),
    ],
)
def test_the_host_says_how_a_brand_is_written(title: str, server: str, package: str, client: str) -> None:
    found = name_distribution(api(title, server=server))
    assert (found.package, found.client) == (package, client)


def test_a_well_known_package_is_named_only_if_asked() -> None:
    assert name_distribution(api("Stripe API")).package == "stripe_client"
    assert name_distribution(api("Stripe API", python={"package": "stripe"})).package == "stripe"
    assert name_distribution(api("Hubspot API")).name != "hubspot-api-client"
