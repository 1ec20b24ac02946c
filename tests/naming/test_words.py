"""Words: how texts are split, and how words are joined to identifiers."""

from __future__ import annotations

import pytest

from codegen.naming.words import (
    after_version,
    class_name,
    constant,
    singular,
    snake,
    spell_first_digit,
    words,
    words_and_symbols,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("orgID", "org_id"),
        ("clusterIDs", "cluster_ids"),
        ("K8sVersion", "k8s_version"),
        ("k8s_version", "k8s_version"),
        ("HTTPSPort", "https_port"),
        ("IPv4Address", "ipv4_address"),
        ("listIPv6Addresses", "list_ipv6_addresses"),
        ("OAuth2Token", "oauth2_token"),
        ("getHTTPResponse", "get_http_response"),
        ("userIDsByURL", "user_ids_by_url"),
        ("SHA256Sum", "sha256_sum"),
        ("S3Bucket", "s3_bucket"),
        ("A2PProfileBundleSid", "a2p_profile_bundle_sid"),
        ("getAppsV2APIResources", "get_apps_v2_api_resources"),
        ("v1beta1", "v1beta1"),
        ("1024x768", "1024x768"),
        ("16x", "16x"),
        ("x-api-key", "x_api_key"),
        ("X-Request-Id", "x_request_id"),
        ("repos/get-content", "repos_get_content"),
        ("café", "cafe"),
        ("Straße", "strasse"),
        ("smørrebrød", "smorrebrod"),
        ("北", "u5317"),
        ("名前", "u540d_u524d"),
        ("ﬁle", "file"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("!!!", "not_not_not"),
        ("", "empty"),
        ("__init__", "init"),
    ],
)
def test_words_in_snake_case(text: str, expected: str) -> None:
    assert snake(words(text)) == expected


def test_a_digit_at_the_beginning_is_spelled_where_no_digit_may_stand() -> None:
    assert snake(spell_first_digit(words("1-Click Applications"))) == "one_click_applications"
    assert snake(spell_first_digit(words("3d_secure"))) == "three_d_secure"
    assert snake(spell_first_digit(words("2fa"))) == "two_fa"
    assert snake(spell_first_digit(words("10 minutes"))) == "10_minutes"


def test_what_is_behind_a_version_is_what_a_group_is_about() -> None:
    assert after_version(words("MessagingV1AlphaSender")) == ["alpha", "sender"]
    assert after_version(words("Api20100401Account")) == ["account"]
    assert after_version(words("apps_v1")) == ["apps", "v1"]


def test_styles() -> None:
    assert constant(words("not-found")) == "NOT_FOUND"
    assert constant(words_and_symbols("GMT+0")) == "GMT_PLUS_0"
    assert class_name("cluster_status") == "ClusterStatus"
    assert class_name("HTTPRoute") == "HTTPRoute"
    assert class_name("api-key") == "APIKey"
    assert class_name("gpg_keys") == "GPGKeys"
    assert class_name("public-ips") == "PublicIPs"
    assert class_name("ipv4 of github") == "IPv4OfGitHub"


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("clusters", "cluster"),
        ("policies", "policy"),
        ("addresses", "address"),
        ("status", "status"),
        ("boxes", "box"),
        ("matches", "match"),
        ("access", "access"),
        ("series", "series"),
        ("aliases", "alias"),
        ("news", "news"),
        ("settings", "settings"),
        ("caches", "cache"),
        ("cookies", "cookie"),
        ("people", "person"),
        ("has", "has"),
        ("dns", "dns"),
    ],
)
def test_singular(word: str, expected: str) -> None:
    assert singular(word) == expected
