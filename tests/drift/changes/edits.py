"""Edits of the document with pets."""

from __future__ import annotations

from tests.drift.changes.api import Document, Edit


def pet_schema(api: Document) -> Document:
    pet: Document = api["components"]["schemas"]["Pet"]
    return pet


def change_property(name: str, **keywords: object) -> Edit:
    return lambda api: pet_schema(api)["properties"][name].update(keywords)


def list_operation(api: Document) -> Document:
    operation: Document = api["paths"]["/pets"]["get"]
    return operation


def post_operation(api: Document) -> Document:
    operation: Document = api["paths"]["/pets"]["post"]
    return operation


def rename_pet(api: Document) -> None:
    schemas = api["components"]["schemas"]
    schemas["Animal"] = schemas.pop("Pet")
    for operation in (api["paths"]["/pets"]["post"], api["paths"]["/pets/{id}"]["get"]):
        for response in operation["responses"].values():
            response["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/Animal"}
    list_operation(api)["responses"]["200"]["content"]["application/json"]["schema"]["items"]["$ref"] = (
        "#/components/schemas/Animal"
    )
    post_operation(api)["requestBody"]["content"]["application/json"]["schema"]["$ref"] = (
        "#/components/schemas/Animal"
    )


def rename_name(api: Document) -> None:
    pet = pet_schema(api)
    pet["properties"] = {("title" if key == "name" else key): one for key, one in pet["properties"].items()}
    pet["required"] = ["id", "title"]
