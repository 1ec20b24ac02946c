"""Names of the classes of inline schemas."""

from __future__ import annotations

import re

from codegen.document.node import Node
from tests.simplified import ZOO, api, document, schemas_of, simplify


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

    def test_of_different_schemas_with_one_title_the_first_has_it(self) -> None:
        assert self.named("Pet", "Pet") == ["Pet"]
        other = "Pet, minProperties: 1"
        assert self.named("Pet", other) == ["Pet", "Send1Request"]

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
        """The names of classes in components that each have one property."""
        components = ", ".join(
            f"S{number}: {{properties: {{{name.rstrip('_')}: {schema}}}}}"
            for number, (name, schema) in enumerate(properties.items())
        )
        names = set(schemas_of(simplify(api(schemas=f"{{{components}}}"))))
        return {name for name in names if not re.fullmatch("S[0-9]", name)}

    STREET = "{type: object, properties: {street: {type: string}}}"
    CITY = "{type: object, properties: {city: {type: string}}}"

    def test_classes_that_say_the_same_under_one_name_are_one(self) -> None:
        assert self.shared(home=self.STREET, home_=self.STREET) == {"Home"}
        assert self.shared(home=self.STREET, work=self.STREET) == {"S0Home", "S1Work"}
        assert self.shared(home=self.STREET, home_=self.CITY) == {"S0Home", "S1Home"}

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
        assert self.shared(**places, **others) == {"Home", "S3Home", "S4Home"}
        del places["home__"]
        assert self.shared(**places, **others) == {f"S{number}Home" for number in range(4)}

    def test_a_name_that_says_nothing_is_none(self) -> None:
        assert self.shared(type=self.STREET, type_=self.STREET) == {"S0Type", "S1Type"}

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

    def test_responses_of_acts_that_hold_one_thing_are_named_after_it(self) -> None:
        schema = "{properties: {pets: {type: array, items: {properties: {a: {}}}}, next: {}}}"
        content = f"content: {{application/json: {{schema: {schema}}}}}"
        operation = f"{{operationId: %s, responses: {{'200': {{description: Yes., {content}}}}}}}"
        paths = f"{{/a: {{get: {operation % 'cancelA'}}}, /b: {{get: {operation % 'closeB'}}}}}"
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

    def test_errors_alike_are_one_class(self) -> None:
        content = (
            "content: {application/json: {schema: {properties: {errors: {properties: {a: {}}}, b: {}}}}}"
        )
        error = f"{{description: No., {content}}}"
        operation = f"{{operationId: %s, responses: {{'404': {error}, '422': {error}}}}}"
        paths = f"{{/a: {{get: {operation % 'tasksList'}}}, /b: {{get: {operation % 'tasksFind'}}}}}"
        assert set(schemas_of(simplify(api(paths=paths)))) == {
            "ErrorResponse",
            "ErrorResponseErrors",
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
