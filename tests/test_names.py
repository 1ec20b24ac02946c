"""Names: words, scopes and the rules that tell two texts apart."""

from __future__ import annotations

import keyword
import random
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from codegen.document.problems import Refused
from codegen.naming import strategies as styles
from codegen.naming.words import (
    Scope,
    Wanted,
    behind_version,
    class_name,
    constant,
    counted,
    singular,
    snake,
    spelled,
    words,
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
    assert snake(counted(words("1-Click Applications"))) == "one_click_applications"
    assert snake(counted(words("3d_secure"))) == "three_d_secure"
    assert snake(counted(words("2fa"))) == "two_fa"
    assert snake(counted(words("10 minutes"))) == "10_minutes"


def test_what_is_behind_a_version_is_what_a_group_is_about() -> None:
    assert behind_version(words("MessagingV1AlphaSender")) == ["alpha", "sender"]
    assert behind_version(words("Api20100401Account")) == ["account"]
    assert behind_version(words("apps_v1")) == ["apps", "v1"]


def test_styles() -> None:
    assert constant(words("not-found")) == "NOT_FOUND"
    assert constant(spelled("GMT+0")) == "GMT_PLUS_0"
    assert class_name("cluster_status") == "ClusterStatus"
    assert class_name("HTTPRoute") == "HTTPRoute"
    assert class_name("api-key") == "APIKey"
    assert class_name("gpg_keys") == "GPGKeys"
    assert class_name("public-ips") == "PublicIPs"
    assert class_name("ipv4 of github") == "IPv4OfGitHub"


def test_a_class_is_named_by_the_last_of_parts_that_dots_separate() -> None:
    keys = [
        "io.k8s.api.apps.v1.DaemonSet",
        "io.k8s.api.core.v1.Event",
        "io.k8s.api.events.v1.Event",
        "v1.2.x",
    ]
    scope = Scope(
        what="schema",
        styles=(*(styles.class_within(parts) for parts in (1, 2, 3)), styles.class_),
        prefix="Model",
    )
    chosen = scope.choose([Wanted(key, (key,)) for key in keys])
    assert chosen == ["DaemonSet", "CoreV1Event", "EventsV1Event", "V12X"]


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


FIELDS = Scope(
    what="property",
    styles=(styles.snake, styles.as_written),
    prefix="field_",
    reserved=frozenset({"str"}),
)


def wanted(*texts: str) -> list[Wanted]:
    return [Wanted(text, ("properties", text)) for text in texts]


def test_what_a_scope_forbids_gets_an_underscore_or_a_prefix() -> None:
    assert FIELDS.choose(wanted("class", "str", "2fa", "id")) == ["class_", "str_", "field_2fa", "id"]


def test_punctuation_is_spelled_only_where_it_alone_tells_two_apart() -> None:
    assert FIELDS.choose(wanted("a+b", "c-d")) == ["a_b", "c_d"]
    assert FIELDS.choose(wanted("a+b", "a-b")) == ["a_plus_b", "a_minus_b"]


def test_case_is_kept_only_where_it_alone_tells_two_apart() -> None:
    assert FIELDS.choose(wanted("ASC", "asc")) == ["ASC", "asc"]
    assert FIELDS.choose(wanted("fooBar", "foo_bar", "_foo_bar")) == [
        "fooBar",
        "foo_bar",
        "underscore_foo_underscore_bar",
    ]


def test_classes_that_only_their_case_tells_apart_are_written_as_the_author_did() -> None:
    scope = Scope(
        what="schema", styles=(styles.class_, styles.class_spelled, styles.class_as_written), prefix="Model"
    )
    assert scope.choose(wanted("user", "User", "foo_bar", "FooBar")) == [
        "user",
        "User",
        "FooUnderscoreBar",
        "FooBar",
    ]


def test_what_no_rule_tells_apart_gets_a_digest_that_nothing_else_changes() -> None:
    scope = Scope(what="schema", styles=(styles.class_,), prefix="Model")
    names = scope.choose(wanted("foo_bar", "FooBar"))
    assert names == ["FooBar_9a6285", "FooBar_066346"]
    assert scope.choose(wanted("other", "FooBar", "foo_bar"))[1:] == names[::-1]


def test_two_overrides_of_one_name_are_a_problem_that_names_both_places() -> None:
    scope = Scope(what="schema", styles=(styles.class_,), prefix="Model")
    with pytest.raises(Refused) as refused:
        scope.choose([replace(one, override="Bar") for one in wanted("foo_bar", "FooBar")])
    (problem,) = refused.value.problems
    assert problem.where == ("properties", "FooBar")
    assert "'foo_bar' at /properties/foo_bar" in problem.message


@pytest.mark.parametrize("override", ["self", "a" * 200])
def test_an_override_that_cannot_be_is_refused(override: str) -> None:
    scope = Scope(what="argument", styles=(styles.snake,), prefix="arg_", reserved=frozenset({"self"}))
    with pytest.raises(Refused):
        scope.choose([Wanted("one", ("a",), override)])


def test_an_override_is_taken_as_it_is_or_refused() -> None:
    given_name = Wanted("weird", ("properties", "weird"), override="better")
    assert FIELDS.choose([given_name]) == ["better"]
    for bad in ("class", "1st", "é", "a b", "_private", "__init__"):
        with pytest.raises(Refused):
            FIELDS.choose([Wanted("weird", (), override=bad)])


@given(st.text())
def test_every_text_has_a_usable_name_of_bounded_length(text: str) -> None:
    (name,) = FIELDS.choose(wanted(text))
    assert name.isascii()
    assert name.isidentifier()
    assert not keyword.iskeyword(name)
    assert len(name) < 180


@given(
    st.sets(st.sampled_from(["a+b", "a-b", "A-B", "a b", "c", "C", "class", "+1", "-1", "1"])), st.randoms()
)
def test_no_name_depends_on_the_order(texts: set[str], order: random.Random) -> None:
    one = sorted(texts)
    other = order.sample(one, len(one))

    def chosen(sequence: list[str]) -> dict[str, str] | None:
        try:
            return dict(zip(sequence, FIELDS.choose(wanted(*sequence)), strict=True))
        except Refused:
            return None

    assert chosen(one) == chosen(other)
