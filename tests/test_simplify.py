"""The passes by their golden cases, the names they choose, and what they refuse."""

from __future__ import annotations

import copy
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from codegen.document.node import Node, json_pointer, placed
from codegen.document.problems import Refused
from codegen.model.schemas import Object
from codegen.naming.inline.operation_names import names_of_operations
from codegen.simplify import CLASS_PASSES, OPERATION_PASSES, SCHEMA_PASSES
from codegen.simplify import simplify as simplify_document
from codegen.simplify.forms import read_schemas
from codegen.simplify.receiving import received
from codegen.standard.inbound import InboundKey, Sender
from codegen.standard.positions import Document
from tests.written import whole, written

PASS_CASES = Path(__file__).parent / "passes"
ZOO = Path(__file__).parent / "documents" / "zoo.yaml"


def document(text: str) -> Node:
    root = placed(yaml.safe_load(text))
    assert isinstance(root, Node)
    return root


def api(*, paths: str = "{}", schemas: str = "{}", more: str = "") -> Node:
    head = "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\n"
    return document(f"{head}paths: {paths}\ncomponents: {{schemas: {schemas}}}\n{more}")


def simplify(root: Node) -> Node:
    """The document, written as OpenAPI again, without what it receives."""
    return whole(simplify_document(root))


def schemas_of(root: Node) -> Node:
    return root.mapping("components").mapping("schemas")


@pytest.mark.parametrize("case", sorted(PASS_CASES.iterdir()), ids=lambda case: case.name)
def test_a_pass_does_what_its_golden_case_says(case: Path) -> None:
    before = document((case / "before.yaml").read_text())
    untouched = copy.deepcopy(before)

    after = passed(case.name, Document(before))

    assert after == yaml.safe_load((case / "after.yaml").read_text())
    assert before == untouched


def passed(name: str, document: Document) -> Node:
    """What a pass makes of a document, written as OpenAPI again."""
    for step in SCHEMA_PASSES:
        if step.__name__ == name:
            return step(document).root
    simplified = read_schemas(document)
    for step in CLASS_PASSES:
        if step.__name__ == name:
            return whole(step(simplified))
    (step,) = (step for step in OPERATION_PASSES if step.__name__ == name)
    return whole(replace(simplified, document=step(simplified.document)))


def test_every_pass_has_a_golden_case() -> None:
    changing = {step.__name__ for step in (*SCHEMA_PASSES, *CLASS_PASSES, *OPERATION_PASSES)}
    assert changing == {case.name for case in PASS_CASES.iterdir()}


def test_what_is_received_is_found_by_its_key() -> None:
    root = document((Path(__file__).parent / "documents" / "received.yaml").read_text())
    assert received(root) == {
        InboundKey("newPet"): {"post": {"summary": "Born"}},
        InboundKey("onPet", Sender("/subscriptions", "POST", "subscribe"), "{$request.query.url}"): {
            "put": {"summary": "There"}
        },
    }


def test_passes_change_what_is_received_like_what_is_called() -> None:
    schema = "{oneOf: [{type: string}]}"
    hooks = f"{{new: {{post: {{requestBody: {{content: {{a/b: {{schema: {schema}}}}}}}}}}}}}"
    simplified = simplify_document(api(more=f"webhooks: {hooks}"))
    item = simplified.document.received[InboundKey("new")]
    media = item.mapping("post").mapping("requestBody").mapping("content").mapping("a/b")
    assert written(simplified.schema_of(media.pointer)) == {"type": "string"}


def test_operations_are_named_by_their_authors_or_by_method_and_path() -> None:
    root = document((Path(__file__).parent / "documents" / "long_ids.yaml").read_text())
    assert names_of_operations(root) == {
        ("/users/{user_id}", "get"): "get user",
        ("/users/{user_id}", "delete"): "delete user",
        ("/", "get"): "root",
        ("/users", "get"): "get users",
        ("/cats", "get"): "cats find all",
        ("/cats", "post"): "create cat",
        ("/dogs", "get"): "find",
        ("/hounds", "get"): "find_hounds_get",
    }


def test_what_is_simplified_is_simplified_again_to_the_same() -> None:
    once = simplify(document(ZOO.read_text()))
    assert simplify(once) == once


def test_the_input_is_not_touched() -> None:
    root = document(ZOO.read_text())
    untouched = copy.deepcopy(root)
    simplify(root)
    assert root == untouched


class TestNames:
    BODY = "{type: object, title: %s, properties: {a: {type: string}}}"

    def named(self, *titles: str, schemas: str = "{}") -> list[str]:
        operations = "".join(
            f"""
  /p{number}:
    post:
      operationId: send{number}
      requestBody: {{content: {{application/json: {{schema: {self.BODY % title}}}}}}}
      responses: {{}}"""
            for number, title in enumerate(titles)
        )
        return list(schemas_of(simplify(api(paths=operations, schemas=schemas))))

    def test_a_title_that_reads_as_a_name_is_taken(self) -> None:
        assert self.named("New Pet") == ["NewPet"]

    def test_a_title_that_is_a_sentence_is_not(self) -> None:
        assert self.named("'The pet, as it is sent.'") == ["Send0Request"]

    def test_a_title_that_says_nothing_is_not(self) -> None:
        assert self.named("Type") == ["Send0Request"]

    def test_a_title_of_several_schemas_is_theirs_if_they_are_the_same(self) -> None:
        assert self.named("Pet", "Pet") == ["Pet"]
        other = "Pet, minProperties: 1"
        assert self.named("Pet", other) == ["Send0Request", "Send1Request"]

    def test_schemas_of_different_titles_are_different(self) -> None:
        assert self.named("Pet", "Dog") == ["Pet", "Dog"]

    def test_a_component_keeps_its_name(self) -> None:
        assert self.named("Pet", schemas="{Pet: {type: string}}") == ["Pet", "Send0Request"]

    def test_names_that_are_taken_get_the_kind_then_a_number(self) -> None:
        taken = "{Send0Request: {type: string}, Send0RequestModel: {type: string}}"
        assert self.named("''", schemas=taken)[-1] == "Send0RequestModel2"

    def test_an_unrelated_operation_renames_nothing(self) -> None:
        assert set(self.named("Pet", "Dog")) < set(self.named("Pet", "Dog", "Cat"))

    def shared(self, **properties: str) -> set[str]:
        """The names of classes of requests that each have one property."""
        operations = "".join(
            f"""
  /p{number}:
    post:
      operationId: send{number}
      requestBody:
        content: {{application/json: {{schema: {{properties: {{{name.rstrip("_")}: {schema}}}}}}}}}
      responses: {{}}"""
            for number, (name, schema) in enumerate(properties.items())
        )
        names = set(schemas_of(simplify(api(paths=operations))))
        return {name for name in names if not name.endswith("Request")}

    STREET = "{type: object, properties: {street: {type: string}}}"
    CITY = "{type: object, properties: {city: {type: string}}}"

    def test_classes_that_say_the_same_under_one_name_are_one(self) -> None:
        assert self.shared(home=self.STREET, home_=self.STREET) == {"Home"}
        assert self.shared(home=self.STREET, work=self.STREET) == {"Send0Home", "Send1Work"}
        assert self.shared(home=self.STREET, home_=self.CITY) == {"Send0Home", "Send1Home"}

    def test_they_are_one_whatever_is_said_of_each_place(self) -> None:
        described = self.STREET.replace("{type: object", "{description: Where., default: {}, type: object")
        assert self.shared(home=self.STREET, home_=described) == {"Home"}

    def test_one_value_goes_before_what_says_nothing_by_itself(self) -> None:
        text = "{type: string, enum: [text]}"
        assert self.shared(type=text, type_=text) == {"TextType"}
        image = "{type: string, enum: [image]}"
        assert self.shared(type=text, type_=text, type__=image, type___=image) == {"TextType", "ImageType"}

    def test_the_class_used_in_most_places_gets_the_name(self) -> None:
        places = {"home": self.STREET, "home_": self.STREET, "home__": self.STREET}
        others = {"home___": self.CITY, "home____": self.CITY}
        assert self.shared(**places, **others) == {"Home", "Send3Home", "Send4Home"}
        del places["home__"]
        assert self.shared(**places, **others) == {f"Send{number}Home" for number in range(4)}

    def test_a_name_that_says_nothing_is_none(self) -> None:
        assert self.shared(type=self.STREET, type_=self.STREET) == {"Send0Type", "Send1Type"}

    def test_classes_share_the_longest_end_that_says_something(self) -> None:
        kind = "{properties: {home: {properties: {type: {enum: [a, b]}, x: {}}}}}"
        other = kind.replace("x: {}", "y: {}")
        assert set(schemas_of(simplify(api(schemas=f"{{A: {kind}, B: {other}}}")))) == {
            *("A", "B", "AHome", "BHome", "HomeType"),
        }

    def test_an_enum_of_one_value_is_named_after_it(self) -> None:
        schemas = (
            "{A: {properties: {object: {enum: [list]}, a: {}}}, B: {properties: {object: {enum: [list]}}}}"
        )
        assert set(schemas_of(simplify(api(schemas=schemas)))) == {"A", "B", "ListObject"}

    def test_siblings_are_named_in_the_singular_of_what_holds_them(self) -> None:
        links = "{Links: {properties: {self: {properties: {href: {}}}, html: {properties: {href: {}}}}}}"
        assert set(schemas_of(simplify(api(schemas=links)))) == {"Links", "Link"}

    def test_what_differs_in_words_alone_is_the_same(self) -> None:
        one = "{properties: {home: {properties: {city: {description: %s, type: string}}}}}"
        schemas = f"{{A: {one % 'One.'}, B: {one % 'Two.'}, C: {one % 'Two.'}}}"
        home = schemas_of(simplify(api(schemas=schemas))).mapping("Home")
        assert home == {"properties": {"city": {"description": "Two.", "type": "string"}}, "type": "object"}

    def test_a_component_of_the_same_structure_and_name_is_meant(self) -> None:
        schemas = (
            f"{{Home: {self.STREET}, Owner: {{properties: {{home: {self.STREET}, work: {self.STREET}}}}}}}"
        )
        simplified = schemas_of(simplify(api(schemas=schemas)))
        assert set(simplified) == {"Home", "Owner", "OwnerWork"}
        place = ("components", "schemas", "Owner", "properties", "home")
        assert place in simplified.mapping("Home").origins

    def test_answers_that_hold_one_thing_are_named_after_it(self) -> None:
        schema = "{properties: {pets: {type: array, items: {properties: {a: {}}}}, next: {}}}"
        content = f"content: {{application/json: {{schema: {schema}}}}}"
        operation = f"{{operationId: %s, responses: {{'200': {{description: Yes., {content}}}}}}}"
        paths = f"{{/a: {{get: {operation % 'findA'}}}, /b: {{get: {operation % 'searchB'}}}}}"
        assert set(schemas_of(simplify(api(paths=paths)))) == {"PetsResponse", "Pet"}

    def test_the_end_of_a_name_that_all_have_in_common_is_no_other_name(self) -> None:
        method = "payment_method: {properties: {%s: {}}}"
        places = [
            f"{name}: {{properties: {{{method % part}}}}}"
            for name, part in zip("ABCDE", "xxxyy", strict=True)
        ]
        names = set(schemas_of(simplify(api(schemas=f"{{{', '.join(places)}}}"))))
        assert names == {*"ABCDE", "PaymentMethod", "DPaymentMethod", "EPaymentMethod"}

    def test_a_name_that_most_have_but_another_class_has_gets_the_kind(self) -> None:
        home = "home: {properties: {%s: {}}}"
        places = [
            f"{name}: {{properties: {{{home % part}}}}}"
            for name, part in zip("ABCDEFG", "xxxxyyy", strict=True)
        ]
        names = set(schemas_of(simplify(api(schemas=f"{{{', '.join(places)}}}"))))
        assert names == {*"ABCDEFG", "Home", "HomeModel"}

    def test_errors_alike_are_named_after_what_their_operations_begin_with(self) -> None:
        content = (
            "content: {application/json: {schema: {properties: {errors: {properties: {a: {}}}, b: {}}}}}"
        )
        error = f"{{description: No., {content}}}"
        operation = f"{{operationId: %s, responses: {{'404': {error}, '422': {error}}}}}"
        paths = f"{{/a: {{get: {operation % 'tasksList'}}}, /b: {{get: {operation % 'tasksFind'}}}}}"
        assert set(schemas_of(simplify(api(paths=paths)))) == {
            "TasksErrorResponse",
            "TasksErrorResponseErrors",
        }

    def test_what_a_name_says_twice_is_said_once(self) -> None:
        schemas = "{Budget: {properties: {budget_alerting: {properties: {a: {}}}}}}"
        assert set(schemas_of(simplify(api(schemas=schemas)))) == {"Budget", "BudgetAlerting"}

    def test_a_long_name_begins_where_its_end_is_enough(self) -> None:
        inner = "{properties: {custom_delegation: {properties: {a: {}}}}}"
        schemas = (
            f"{{OrganizationSettingsWithAllOfTheirDetails: {{properties: {{security_analysis: {inner}}}}}}}"
        )
        names = set(schemas_of(simplify(api(schemas=schemas))))
        assert "SecurityAnalysisCustomDelegation" in names

    def test_an_unrelated_component_renames_nothing(self) -> None:
        one = "{properties: {home: {properties: {street: {}}}, kind: {enum: [a, b]}}}"
        before = set(schemas_of(simplify(api(schemas=f"{{A: {one}, B: {one}}}"))))
        more = "{properties: {work: {properties: {floor: {}}}, size: {enum: [c]}}}"
        assert before < set(schemas_of(simplify(api(schemas=f"{{Z: {more}, A: {one}, B: {one}}}"))))

    def test_the_order_of_components_changes_no_name(self) -> None:
        root = document(ZOO.read_text())
        components = root.mapping("components")
        turned = Node(
            dict(reversed(components.mapping("schemas").items())), pointer=("components", "schemas")
        )
        other = root.with_items(components=components.with_items(schemas=turned))
        assert set(schemas_of(simplify(root))) == set(schemas_of(simplify(other)))

    def test_the_empty_text_beside_another_type_is_a_text(self) -> None:
        schemas = "{A: {properties: {x: {anyOf: [{type: object, properties: {a: {}}}, {enum: ['']}]}}}}"
        simplified = schemas_of(simplify(api(schemas=schemas)))
        assert set(simplified) == {"A", "AX"}
        assert simplified.mapping("A").mapping("properties").mapping("x") == {
            "anyOf": [{"$ref": "#/components/schemas/AX"}, {"type": "string", "maxLength": 0}]
        }

    def test_a_title_that_all_have_is_the_name(self) -> None:
        titled = self.STREET.replace("{type: object", "{title: Street address, type: object")
        assert self.shared(home=titled, home_=titled) == {"StreetAddress"}

    def test_a_shared_class_stands_for_all_its_places(self) -> None:
        one = f"{{properties: {{home: {self.STREET}}}}}"
        root = api(schemas=f"{{A: {one}, B: {one}}}")
        home = schemas_of(simplify(root)).mapping("Home")
        places = [("components", "schemas", name, "properties", "home") for name in "AB"]
        assert [*home.origins] == places
        assert [*home.mapping("properties").mapping("street").origins] == [
            (*place, "properties", "street") for place in places
        ]

    def test_a_class_within_a_shared_class_is_shared_with_others(self) -> None:
        home = f"{{properties: {{home: {self.STREET}}}}}"
        owner = f"{{properties: {{owner: {home}}}}}"
        schemas = schemas_of(simplify(api(schemas=f"{{A: {owner}, B: {owner}, C: {home}}}")))
        assert set(schemas) == {"A", "B", "C", "Owner", "Home"}
        assert len(schemas.mapping("Home").origins) == 3

    def test_what_allof_shares_is_named_after_its_owner(self) -> None:
        root = api(
            schemas="{Dog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {}}}]}, "
            "Pet: {properties: {home: {properties: {city: {type: string}}}}}}"
        )
        assert set(schemas_of(simplify(root))) == {"Dog", "Pet", "PetHome"}


def test_merged_schemas_stand_for_all_that_they_were_made_of() -> None:
    root = simplify(
        api(
            schemas="{A: {allOf: [{properties: {x: {type: string}}}, "
            "{properties: {x: {type: string, maxLength: 3}}}]}}"
        )
    )
    merged = schemas_of(root).mapping("A")
    at = ("components", "schemas", "A")
    assert set(merged.origins) == {at, (*at, "allOf", 0), (*at, "allOf", 1)}
    assert set(merged.mapping("properties").mapping("x").origins) == {
        (*at, "allOf", 0, "properties", "x"),
        (*at, "allOf", 1, "properties", "x"),
    }


REFUSED_SCHEMAS = {
    "composed of itself": (
        "{A: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {}}}]}}",
        "/components/schemas/A",
        "composed of itself",
    ),
    "alias ring": (
        "{A: {$ref: '#/components/schemas/B'}, B: {$ref: '#/components/schemas/A'}}",
        "/components/schemas/A",
        "defined as itself",
    ),
}


@pytest.mark.parametrize(("schemas", "where", "words"), REFUSED_SCHEMAS.values(), ids=REFUSED_SCHEMAS)
def test_schemas_that_are_refused(schemas: str, where: str, words: str) -> None:
    with pytest.raises(Refused) as caught:
        simplify(api(schemas=schemas))
    found = [(json_pointer(problem.where), problem.message) for problem in caught.value.problems]
    assert any(pointer == where and words in message for pointer, message in found), found


def test_callbacks_that_lead_back_to_themselves_are_refused() -> None:
    more = "components: {callbacks: {A: {$ref: '#/components/callbacks/A'}}}"
    paths = "{/p: {post: {callbacks: {a: {$ref: '#/components/callbacks/A'}}, responses: {}}}}"
    with pytest.raises(Refused) as caught:
        simplify(document(f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\npaths: {paths}\n{more}"))
    assert [problem.rule for problem in caught.value.problems] == ["reference-ring"]


def test_a_waiver_gets_past_a_refusal() -> None:
    refused = "{get: {x-generate: {skip: not now}, callbacks: {done: {}}, responses: {}}}"
    assert simplify(api(paths=f"{{/p: {refused}}}")).mapping("paths").mapping("/p") == {}


def test_all_problems_are_told_at_once() -> None:
    itself = "{allOf: [{$ref: '#/components/schemas/%s'}, {properties: {x: {}}}]}"
    with pytest.raises(Refused) as caught:
        simplify(api(schemas=f"{{A: {itself % 'A'}, B: {itself % 'B'}}}"))
    assert {json_pointer(problem.where) for problem in caught.value.problems} == {
        "/components/schemas/A",
        "/components/schemas/B",
    }


def test_members_that_contradict_each_other_are_one_or_the_other() -> None:
    root = simplify(api(schemas="{A: {allOf: [{type: string}, {type: integer}]}}"))
    types = [member["type"] for member in schemas_of(root).mapping("A").mappings("anyOf")]
    assert sorted(map(str, types)) == ["integer", "string"]


def test_a_member_of_a_union_knows_the_component_that_it_extends() -> None:
    root = api(
        schemas="{A: {properties: {x: {}}}, B: {properties: {y: {}}}, "
        "Either: {anyOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}, "
        "More: {allOf: [{$ref: '#/components/schemas/Either'}, {properties: {z: {}}}]}}"
    )
    components = simplify_document(root).components
    extended = {
        key: (schema.extends, [*schema.properties])
        for key, schema in components.items()
        if isinstance(schema, Object)
    }
    assert extended == {
        "A": ("", ["x"]),
        "B": ("", ["y"]),
        "MoreA": ("A", ["x", "z"]),
        "MoreB": ("B", ["y", "z"]),
    }


def test_a_property_that_its_author_redefines_is_one_or_the_other() -> None:
    root = simplify(
        api(
            schemas="{A: {properties: {x: {type: integer}}}, "
            "B: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {x: {type: string}}}]}}"
        )
    )
    assert schemas_of(root).mapping("B").mapping("properties").mapping("x") == {
        "anyOf": [{"type": "integer"}, {"type": "string"}]
    }


def test_classes_that_contain_each_other_without_end_can_be_composed() -> None:
    root = simplify(
        api(
            schemas="{A: {properties: {next: {$ref: '#/components/schemas/A'}, a: {}}}, "
            "B: {properties: {next: {$ref: '#/components/schemas/B'}, b: {}}}, "
            "C: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}}"
        )
    )
    assert [*schemas_of(root).mapping("C").mapping("properties")] == ["next", "a", "b"]


def test_a_member_that_only_says_the_type_leaves_the_reference() -> None:
    schemas = (
        "{A: {properties: {x: {}}}, "
        "B: {type: array, items: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}}}"
    )
    items = schemas_of(simplify(api(schemas=schemas))).mapping("B").mapping("items")
    assert items == {"$ref": "#/components/schemas/A"}


def test_keywords_for_other_types_say_nothing() -> None:
    schemas = "{A: {type: array, items: {type: string}, properties: {x: {properties: {y: {}}}}}}"
    root = simplify(api(schemas=schemas))
    assert schemas_of(root) == {"A": {"type": "array", "items": {"type": "string"}}}


def test_members_of_a_union_are_named_by_what_sets_them_apart() -> None:
    one = "{type: object, properties: {type: {const: git}, url: {}, ref: {}}, required: [type, url]}"
    two = "{type: object, properties: {type: {const: git}, ref: {}, org: {}}, required: [type]}"
    three = "{type: object, properties: {type: {const: file}, ref: {}}}"
    root = simplify(api(schemas=f"{{Source: {{oneOf: [{one}, {two}, {three}]}}}}"))
    assert [name for name in schemas_of(root) if "Type" not in name] == [
        "Source",
        "SourceGitWithURL",
        "SourceGitWithOrg",
        "SourceFile",
    ]


def test_objects_that_differ_in_what_they_require_are_one() -> None:
    schemas = (
        "{A: {properties: {x: {}, y: {}}}, B: {allOf: [{$ref: '#/components/schemas/A'}, "
        "{oneOf: [{required: [x]}, {required: [y]}]}]}}"
    )
    assert schemas_of(simplify(api(schemas=schemas))).mapping("B") == {
        "type": "object",
        "properties": {"x": {}, "y": {}},
    }


def test_a_model_within_a_parameter_is_one_that_can_be_read() -> None:
    schema = "{type: object, properties: {at: {anyOf: [{type: string, format: date}, {type: string}]}}}"
    paths = f"{{/p: {{get: {{operationId: list, parameters: [{{name: a, in: query, schema: {schema}}}]}}}}}}"
    assert [*schemas_of(simplify(api(paths=paths)))] == ["ListA", "ListAAt"]
