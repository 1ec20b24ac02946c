"""Strategies: how an identifier is derived from a text."""

from __future__ import annotations

import pytest

from codegen.naming import strategies
from codegen.naming.scopes import NameRequest, Scope, Strategy


@pytest.mark.parametrize(
    ("strategy", "text", "expected"),
    [
        (strategies.snake_name, "K8sVersion", "k8s_version"),
        (strategies.snake_after_version, "MessagingV1AlphaSender", "alpha_sender"),
        (strategies.snake_after_version, "pet-controller", "pet"),
        (strategies.snake_without_digit, "1-Click", "one_click"),
        (strategies.snake_spelled, "a+b", "a_plus_b"),
        (strategies.snake_as_written, "fooBar", "fooBar"),
        (strategies.snake_as_written, "a-b", "a_minus_b"),
        (strategies.constant_name, "not-found", "NOT_FOUND"),
        (strategies.constant_as_written, "asc", "asc"),
        (strategies.constant_as_written, "GMT+0", "GMT_PLUS_0"),
        (strategies.class_, "cluster_status", "ClusterStatus"),
        (strategies.class_of_last(1), "io.k8s.api.apps.v1.DaemonSet", "DaemonSet"),
        (strategies.class_of_last(2), "io.k8s.api.core.v1.Event", "V1Event"),
        (strategies.class_of_last(1), "io.cert-manager.v1.Certificate", "Certificate"),
        (strategies.class_of_last(1), "pain.001-sepa", "Pain001Sepa"),
        (strategies.class_of_last(1), "Result_User.string_", "ResultUserString"),
        (strategies.class_of_last(1), "v1.2.x", "V12X"),
        (strategies.class_of_last(1), "tax_resource_line_item_resource_reversal", "LineItemReversal"),
        (strategies.class_of_last(2), "tax_resource_line_item_resource_reversal", "TaxLineItemReversal"),
        (strategies.class_of_last(1), "cloud_resource_tag", "CloudResourceTag"),
        (strategies.class_of_last(1), "v1alpha1Book", "Book"),
        (strategies.class_of_last(2), "v1Book", "V1Book"),
        (strategies.class_of_last(1), "model.Response-array_User", "ResponseArrayUser"),
        (strategies.class_of_last(1), "Book.jsonld-book.read", "BookJsonldBookRead"),
        (strategies.class_of_last(1), "Page<com.shop.Pet>", "PagePet"),
        (
            strategies.class_of_last(1),
            "Shop.Page`1[[Shop.Pet, Shop, Version=1.0.0.0, Culture=neutral, PublicKeyToken=null]]",
            "PagePet",
        ),
        (strategies.class_spelled, "foo/bar", "FooSlashBar"),
        (strategies.class_as_written, "user", "user"),
    ],
)
def test_one_text(strategy: Strategy, text: str, expected: str) -> None:
    assert strategy(NameRequest(text, ())) == expected


def test_the_location_of_a_parameter_follows_its_name() -> None:
    assert strategies.snake_qualified(NameRequest("limit", (), qualifier="header")) == "limit_header"
    assert strategies.snake_spelled(NameRequest("a+b", (), qualifier="query")) == "a_plus_b_query"


def test_a_class_is_named_by_the_last_of_parts_that_dots_separate() -> None:
    keys = [
        "io.k8s.api.apps.v1.DaemonSet",
        "io.k8s.api.core.v1.Event",
        "io.k8s.api.events.v1.Event",
        "v1.2.x",
    ]
    scope = Scope(
        what="schema",
        strategies=(*(strategies.class_of_last(parts) for parts in (1, 2, 3)), strategies.class_),
        prefix="Model",
    )
    chosen = scope.choose([NameRequest(key, (key,)) for key in keys])
    assert chosen == ["DaemonSet", "CoreV1Event", "EventsV1Event", "V12X"]


def test_the_classes_of_components() -> None:
    """They are short unless two would be equal; a number is no name where there is a title."""
    titles = {"a.b.Pod": "", "a.v1.Event": "", "a.v2.Event": "", "def-0": "User", "def-1": "https://a/b.json"}
    assert [*strategies.classes_of_last(titles).values()] == ["Pod", "AV1Event", "AV2Event", "User", "Def1"]
