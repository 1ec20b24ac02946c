"""Descriptions and examples that are missing."""

from __future__ import annotations

from tests.check.strict.slip import Slip

SLIPS = [
    Slip("missing-description", "      summary: Delete an order\n", "", "neither 'summary' nor"),
    Slip("missing-description", "          description: How many items.\n", "", "'limit' has no"),
    Slip(
        "missing-description",
        "      description: An order.\n      type: object\n      required",
        "      type: object\n      required",
        "'Order' has no",
    ),
    Slip("missing-description", ", description: In words.", "", "'title' has no"),
    Slip("missing-description", "              description: When to ask again.\n", "", "this header has no"),
    Slip("empty-description", "summary: Delete an order", 'summary: «""', "it is empty"),
    Slip(
        "empty-description",
        "description: An order.\n      type: object\n      required",
        "description: «TODO\n      type: object\n      required",
        "'TODO' says nothing",
    ),
    Slip("empty-description", "description: Added.", "description: «' '", "it is empty"),
    Slip("missing-example", "            example: {name: Ada}\n", "", "has no example"),
    Slip(
        "missing-example",
        "              examples: {small: {value: {id: 7C1F0B52-9D3E-4A86-B1C4-5E8A20D97F36, state: open}}}\n",
        "",
        "has no example",
    ),
]
