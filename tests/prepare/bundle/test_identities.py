"""References to an `$id` or an anchor."""

from __future__ import annotations

from pathlib import Path

from tests.prepare.bundle.several_files import bundled, fault, faults, of_schema, schemas

IDENTIFIED = "$id: https://example.com/s/pet.json\nproperties: {t: {$ref: tag.json}, a: {$ref: '#tag'}}\n"
TAG = "$id: https://example.com/s/tag.json\n$anchor: tag\ntype: string\n"


def test_a_reference_may_name_the_identity_of_a_schema(folder: Path) -> None:
    entry = (
        "paths: {}\ncomponents: {schemas: {P: {$ref: pet.yaml}, T: {$ref: tag.yaml}, "
        "A: {items: {$ref: 'https://example.com/s/tag.json#tag'}}}}\n"
    )
    found = bundled(folder, entry=entry, pet=IDENTIFIED.replace(", a: {$ref: '#tag'}", ""), tag=TAG)
    assert not faults(found)
    (tag,) = (name for name, schema in schemas(found).items() if schema.get("$anchor"))
    assert schemas(found)["A"]["items"] == {"$ref": f"#/components/schemas/{tag}"}
    (pet,) = (name for name, schema in schemas(found).items() if "properties" in schema)
    assert schemas(found)[pet]["properties"]["t"] == {"$ref": f"#/components/schemas/{tag}"}


def test_relative_references_in_an_identified_schema_may_mean_files(folder: Path) -> None:
    """As in folders of schemas whose identities are where they will be published."""
    found = of_schema(
        folder,
        "pet.yaml",
        pet="$id: https://example.com/s/pet.yaml\nproperties: {t: {$ref: tag.yaml}}\n",
        tag="type: string\n",
    )
    assert not faults(found)
    assert "tag" in schemas(found)


def test_an_anchor_is_one_of_its_own_file(folder: Path) -> None:
    entry = (
        "paths: {}\ncomponents: {schemas: {A: {$anchor: x, items: {$ref: '#x'}}, B: {items: {$ref: b.yaml}}, "
        "C: {items: {$ref: 'b.yaml#y'}}}}\n"
    )
    found = bundled(folder, entry=entry, b="items: {$ref: '#x'}\n$defs: {X: {$anchor: x, type: string}}\n")
    assert schemas(found)["A"]["items"] == {"$ref": "#/components/schemas/A"}
    assert schemas(found)["b"]["items"] == {"$ref": "#/components/schemas/b/$defs/X"}
    assert fault(found) == ("dangling-reference", "'b.yaml#y' leads nowhere: b.yaml has no anchor 'y'")


def test_an_anchor_is_found_by_the_file_of_an_identified_schema(folder: Path) -> None:
    found = of_schema(folder, "tag.yaml#tag", tag=TAG)
    assert not faults(found)
    assert schemas(found)["A"]["properties"]["x"] == {"$ref": "#/components/schemas/tag"}


def test_a_document_may_have_a_uri_of_its_own(folder: Path) -> None:
    """By `$self` of OpenAPI 3.2; other files refer to it by that."""
    entry = (
        "$self: https://example.com/api\npaths: {}\n"
        "components: {schemas: {A: {items: {$ref: b.yaml}}, B: {$ref: 'api#/components/schemas/A'}}}\n"
    )
    found = bundled(folder, entry=entry, b="items: {$ref: 'https://example.com/api#/components/schemas/A'}\n")
    assert not faults(found)
    assert schemas(found)["B"] == schemas(found)["b"]["items"] == {"$ref": "#/components/schemas/A"}


def test_a_schema_of_30_has_no_identity(folder: Path) -> None:
    found = bundled(
        folder,
        version="3.0.3",
        entry="paths: {}\ncomponents: {schemas: {A: {$ref: 'b.yaml#/B'}}}\n",
        b="B: {properties: {b: {$ref: '#/C'}}, $id: 'sub/c.yaml'}\nC: {type: string}\n",
    )
    assert not faults(found)
