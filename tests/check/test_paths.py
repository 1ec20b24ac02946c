"""Paths, and the parameters in them."""

from __future__ import annotations

import pytest

from tests.check.small_documents import document, in_path, of_operation, only, places, problems


@pytest.mark.parametrize(
    "path",
    [
        "a",
        "/../a",
        "/a/.",
        "/{}",
        "/a}",
        "/{a",
        "/a\n",
        "/a\u202eb",
        "https://a/b",
        "/%2e%2E/a",
        "/.%2e",
        "/..;a=1/b",
        "/a%2fb",
        "/a%5Cb",
        "/a\\b",
        "/a%0d%0ab",
        "/a%00",
    ],
)
def test_paths_that_are_no_paths(path: str):
    assert places(document(paths={path: {}}))[0] == ("path", f"paths/{path}")


@pytest.mark.parametrize("path", ["/a%20b", "/%7Ea", "/a.b/..c/d..", "/.well-known", "/a;b=1"])
def test_paths_that_are_percent_encoded_or_have_dots_in_names(path: str):
    assert places(document(paths={path: {}})) == []


@pytest.mark.parametrize("path", ["//a", "/a//b", "/a?b=1", "/a#b"])
def test_paths_of_an_unusual_form(path: str):
    assert places(document(paths={path: {}})) == [("path-form", f"paths/{path}")]


def test_paths_that_are_the_same():
    paths = {"/a/{x}": {}, "/a/{y}": {}, "/a/b": {}}
    assert places(document(paths=paths)) == [("duplicate-path", "paths//a/{y}")]


def test_path_parameters_may_be_declared_anywhere_and_by_reference():
    paths = {
        "/{a}/{b}": {
            "parameters": [in_path("a")],
            "get": {"parameters": [{"$ref": "#/components/parameters/B"}]},
        }
    }
    broken = document(paths=paths, components={"parameters": {"B": in_path("b")}})
    assert problems(broken) == []
    paths["/{a}"] = paths.pop("/{a}/{b}")
    assert places(broken) == [("path-parameter", "paths//{a}/get/parameters/0/$ref")]
    paths["/{a}/{b}/{c}"] = paths.pop("/{a}")
    assert places(broken) == [("path-parameter", "paths//{a}/{b}/{c}/get")]


def test_a_path_parameter_whose_location_is_wrong_is_one_problem() -> None:
    pet = {"in": "pth", "name": "pet", "required": True, "schema": {"type": "string"}}
    broken = document(paths={"/{pet}": {"get": {"parameters": [pet]}}})
    assert places(broken) == [("wrong-value", "paths//{pet}/get/parameters/0/in")]


def test_a_path_parameter_must_be_required():
    for version in ("3.0.3", "3.1.0"):
        parameter = in_path("a")
        del parameter["required"]
        assert (
            only(of_operation(version, "/{a}", parameters=[parameter]))
            == "a path parameter must have 'required: true'"
        )
        assert (
            only(of_operation(version, "/{a}", parameters=[{**parameter, "required": False}]))
            == "'required' must be true, not false"
        )
