"""Rendering: the text of the document never becomes structure, and nothing unquoted reaches a template."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from itertools import count
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from codegen.document.node import Node, placed
from codegen.model.api import Api, Scheme, Tag
from codegen.model.classes import EnumClass, Field, Member, Model
from codegen.model.notes import Notes
from codegen.model.operations import Body, Media, Operation, Parameter, Requirement, Response, Style
from codegen.model.servers import Server
from codegen.model.types import ListOf, Named, Scalar, Type, UnionOf
from codegen.output.format import format
from codegen.output.render import render
from codegen.output.templates import TEMPLATES, template_environment
from codegen.pipeline import package
from codegen.views.text.quoting import Code


def api(text: str = "Some text", *, fields: tuple[str, ...] = ("id", "name"), tag: str = "Things") -> Api:
    """A small API in which every text that is free says `text`."""
    numbers = count()

    def origin() -> tuple[tuple[int, ...], ...]:
        return ((next(numbers),),)

    notes = Notes(description=text, default=text, constraints={"pattern": text}, extensions={})

    def media(type_: Type) -> tuple[Media, ...]:
        return (
            Media(media_type="application/json", type=type_, examples=({"name": text},), origins=origin()),
        )

    def model(title: str, **types: Type) -> Model:
        properties = tuple(
            Field(wire_name=key, type=type_, required=key == "id", notes=notes, origins=origin())
            for key, type_ in types.items()
        )
        return Model(name=title, fields=properties, notes=notes, origins=origin())

    thing = model("Thing", **dict.fromkeys(fields, UnionOf((Scalar.STRING, Scalar.NULL))), kind=Named("Kind"))
    problem = model("Problem", code=Scalar.STRING, message=Scalar.STRING, details=ListOf(Scalar.STRING))
    kind = EnumClass(
        name="Kind",
        base="string",
        members=(Member(value="small", description=text), Member(value=f"v {text}", python_name="other")),
        notes=notes,
        origins=origin(),
    )

    def parameter(wire_name: str, location: Literal["path", "query", "header"], type_: Type) -> Parameter:
        required = location == "path"
        return Parameter(
            wire_name=wire_name,
            location=location,
            type=type_,
            required=required,
            style=Style(name="form" if location == "query" else "simple", explode=location == "query"),
            notes=notes,
            origins=origin(),
        )

    operation = Operation(
        id="changeThing",
        method="PATCH",
        path="/things/{thingID}",
        tag=tag,
        summary=text,
        description=text,
        parameters=(
            parameter("thingID", "path", Scalar.UUID),
            parameter("page", "query", Scalar.INTEGER),
            parameter("X-Trace", "header", Scalar.STRING),
        ),
        body=Body(required=True, description=text, media=media(Named("Thing")), origins=origin()),
        responses=(
            Response(status="200", description=text, media=media(Named("Thing")), origins=origin()),
            Response(status="4XX", description=text, media=media(Named("Problem")), origins=origin()),
        ),
        security=((Requirement("token", (text,)),),),
        extensions={},
        origins=origin(),
    )
    return Api(
        title="Things",
        version="1.0",
        summary=text,
        description=text,
        contact={},
        python={},
        servers=(Server(url=f"https://example.com/{text}", description=text, origins=origin()),),
        schemes=(
            Scheme(
                name="token",
                type="http",
                http_scheme="bearer",
                extensions={},
                origins=origin(),
                description=text,
            ),
        ),
        tags=(Tag(name=tag, description=text, extensions={}, origins=origin()),),
        operations=(operation,),
        models={"Thing": thing, "Problem": problem},
        enums={"Kind": kind},
    )


class _Blank(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        return ast.Constant("" if isinstance(node.value, str) else node.value)


@cache
def shape(source: str) -> str:
    """A syntax tree without the content of its strings; most files are the same each time."""
    return ast.dump(_Blank().visit(ast.parse(source)))


def shapes(files: dict[str, str]) -> dict[str, str]:
    """Every Python file as such a tree."""
    return {path: shape(source) for path, source in files.items() if path.endswith(".py")}


NASTY = [
    '"""',
    "<p>",
    "</pre><pre>",
    "&quot;&quot;&quot;",
    "&#92;",
    "&#10;",
    "\\",
    '\\"""',
    "'''",
    "\n",
    "\r\n",
    "\n\n    import os\n",
    "{{ 7 }}",
    "{% raw %}",
    "{0}",
    "%s",
    "#",
]
TEXTS = st.lists(
    st.sampled_from([*NASTY, "\0", "\x1b[31m", "\u202e", "\ud800", "word", " "]), min_size=1
).map(lambda parts: "x" + "".join(parts))


@pytest.mark.slow
@settings(max_examples=40)
@given(TEXTS)
def test_the_syntax_tree_does_not_depend_on_the_text(text: str) -> None:
    assert shapes(render(api(text)).made) == shapes(render(api("x y")).made)


@pytest.mark.slow
@settings(max_examples=20)
@given(TEXTS)
def test_the_packaging_does_not_depend_on_the_text(text: str) -> None:
    assert tomllib.loads(render(api(text)).made["pyproject.toml"]) == tomllib.loads(
        render(api()).made["pyproject.toml"]
    )


@pytest.mark.parametrize("text", [*NASTY, "a" * 300, "- item\n- item", "| a | b |\n|---|---|"])
def test_hostile_text_survives_the_gates_of_formatting(text: str) -> None:
    files = format(render(api(f"x{text}")).made)
    assert "things/models.py" in files


@pytest.mark.parametrize("text", ["<p></p>", "<br>", "<!-- nothing -->", "&nbsp;", " "])
def test_text_that_shows_nothing_is_none(text: str) -> None:
    files = format(render(api(text)).made)
    assert '"""The operations of `Things`' in files["things/resources/things.py"]


def test_a_template_refuses_text_that_nobody_quoted() -> None:
    loaded = template_environment(TEMPLATES)
    with pytest.raises(TypeError, match="unquoted text"):
        loaded.from_string("{{ view }}").render(view="import os")
    assert loaded.from_string("{{ view }}").render(view=Code("1")) == "1"


def test_only_the_runtime_that_is_needed_is_copied() -> None:
    plain = replace(api(), schemes=(), enums={}, models={}, operations=())
    optional = {"things/_runtime/_open_enum.py", "things/_runtime/_token.py"}
    assert optional <= set(render(api()).copied)
    assert optional.isdisjoint(render(plain).copied)


def test_the_stand_in_of_the_runtime_is_not_emitted() -> None:
    assert "stand-in" not in render(api()).made["things/_api.py"]
    assert 'title="Things"' in render(api()).made["things/_api.py"]


def test_fields_that_differ_only_in_case_keep_it() -> None:
    source = render(api(fields=("id", "fooBar", "foo_bar"))).made["things/models.py"]
    assert "    fooBar: " in source
    assert "    foo_bar: " in source


@pytest.mark.parametrize("tag", ["True", "None", "Client", "Token Client", "Things", "Operation"])
def test_a_resource_is_not_named_like_a_client_or_the_runtime(tag: str) -> None:
    """The title of the document is Things, and so the client's name."""
    files = render(api(tag=tag)).made
    class_ = f"{tag.replace(' ', '')}Resource"
    assert f"class {class_}(Resource):" in "".join(files.values())
    assert f"import Async{class_}, {class_}" in files["things/_client.py"]


def test_a_field_does_not_hide_a_class() -> None:
    source = render(api(fields=("id", "Thing", "thing"))).made["things/models.py"]
    assert "    Thing_: str" in source
    assert "    thing: str" in source


def test_schemas_that_would_share_a_name_get_different_names() -> None:
    one = api()
    twin = replace(one.models["Thing"], name="thing")
    source = render(replace(one, models={**one.models, "thing": twin})).made["things/models.py"]
    assert set(re.findall(r"^class ([Tt]hing\w*)\(", source, re.MULTILINE)) == {"Thing", "thing"}


def test_a_tag_does_not_hide_what_a_client_has() -> None:
    files = render(api(tag="close")).made
    assert "def close_(self)" in files["things/_client.py"]
    assert "things/resources/close_.py" in files


@pytest.fixture
def in_modules(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a small API have as many modules of models as a large one."""
    monkeypatch.setattr("codegen.model.extent.MOST_DEFINITIONS", 3)


@pytest.mark.usefixtures("in_modules")
def test_very_many_definitions_are_in_modules() -> None:
    files = render(api()).made
    assert "things/models.py" not in files
    modules = [text for path, text in files.items() if path.startswith("things/models/")]
    (thing,) = [text for text in modules if "class Thing(" in text]
    assert "kind: _models.Kind | UnsetType" in thing
    assert "class Kind" not in thing


@pytest.mark.parametrize("schema", ["Class", "Client", "Print", "Error", "Response"])
def test_the_result_of_the_readmes_call_hides_nothing(schema: str) -> None:
    readme = made("Shop", schema)["README.md"]
    assert f"result = client.carts.get_{schema.lower()}()\n    print(result)" in readme


@pytest.mark.parametrize("tag", ["Aux", "con", "NUL", "com1"])
def test_no_module_is_named_like_a_device_of_windows(tag: str) -> None:
    assert f"shop/resources/{tag.lower()}_.py" in made("Shop", "Cart", tag)


def test_an_operation_whose_tag_is_blank_is_there() -> None:
    assert "    def get(" in made("Shop", "Cart", "")["shop/resources/carts.py"]


def made(title: str, schema: str, tag: str = "carts") -> dict[str, str]:
    """The files of an API with one operation, which answers with an object of that name."""
    answer = {
        "description": "",
        "content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}},
    }
    operation = {"operationId": f"get{schema}", "tags": [tag], "responses": {"200": answer}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": title, "version": "1"},
        "paths": {"/carts": {"get": operation}},
        "components": {"schemas": {schema: {"type": "object", "properties": {"id": {"type": "string"}}}}},
    }
    root = placed(document)
    assert isinstance(root, Node)
    return package(root).files


def test_methods_that_differ_in_an_underscore_send_their_own_requests() -> None:
    paths = {
        f"/{name}": {"get": {"x-python-name": name, "tags": ["x"], "responses": {"204": {"description": ""}}}}
        for name in ("load", "load_")
    }
    root = placed({"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": paths})
    assert isinstance(root, Node)
    module = package(root).files["shop/resources/x.py"]
    assert "def load(self) -> None:" in module
    assert "return self._send(_load())" in module
    assert "return self._send(_load_())" in module
    assert module.count("_LOAD: Operation") == module.count("_LOAD_: Operation") == 1


def schemas(**properties: list[str]) -> dict[str, object]:
    """Objects whose properties refer to other components."""
    return {
        name: {
            "type": "object",
            "properties": {one.lower(): {"$ref": f"#/components/schemas/{one}"} for one in ones},
        }
        for name, ones in properties.items()
    }


@pytest.mark.parametrize(
    ("components", "docstring"),
    [
        (schemas(Cart=["Item"]), '    """Field `item` of `Cart`."""\n\n'),
        (schemas(Cart=["Item", "Gift"], Gift=["Item"]), "    id: str"),
    ],
    ids=["by one class", "by several classes"],
)
def test_a_class_that_only_classes_use(components: dict[str, object], docstring: str) -> None:
    item = {"type": "object", "properties": {"id": {"type": "string"}}}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/Cart"}}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Shop", "version": "1"},
        "paths": {"/cart": {"get": {"responses": {"200": {"description": "", "content": content}}}}},
        "components": {"schemas": {**components, "Item": item}},
    }
    root = placed(document)
    assert isinstance(root, Node)
    _, _, body = package(root).files["shop/models.py"].partition("class Item(")
    assert body.partition("\n")[2].startswith(docstring)


def test_the_name_of_a_placeholder_may_have_any_character() -> None:
    parameter = {"name": "x#y", "in": "path", "required": True, "schema": {"type": "string"}}
    done = {"operationId": "get", "parameters": [parameter], "responses": {"204": {"description": "Done."}}}
    root = placed(
        {
            "openapi": "3.1.0",
            "info": {"title": "Things", "version": "1"},
            "paths": {"/a/{x#y}/b": {"get": done}},
        }
    )
    assert isinstance(root, Node)
    module = next(text for path, text in package(root).files.items() if path.startswith("things/resources/a"))
    assert 'path="/a/{x_y}/b"' in module
