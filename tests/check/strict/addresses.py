"""Servers, URLs and versions."""

from __future__ import annotations

from tests.check.strict.documents import OLDER, SERVER
from tests.check.strict.slip import Slip, did

SLIPS = [
    Slip("openapi-version", "openapi: 3.1.0", "openapi: «3.1.01", did("3.1.2"), always=True),
    Slip("openapi-version", "openapi: 3.0.3", "openapi: «3.0.9", did("3.0.4"), base=OLDER, always=True),
    Slip("unreachable-server", SERVER, "- url: «shop.example.com/v1\n", did("https://shop.example.com/v1")),
    Slip("server", SERVER, "- url: «localhost:8080\n", did("http://localhost:8080"), always=True),
    Slip("unreachable-server", SERVER, "- url: «//shop.example.com\n", did("https://shop.example.com")),
    Slip("unreachable-server", SERVER, "- url: «http://shop.acme.com\n", did("https://shop.acme.com")),
    Slip("unreachable-server", SERVER, "- url: «/v1\n", "a relative URL"),
    Slip("unreachable-server", SERVER, "- url: «https//shop.acme.com\n", did("https://shop.acme.com")),
    Slip(
        "unreachable-server", SERVER, "- url: «https://https://shop.acme.com\n", did("https://shop.acme.com")
    ),
    Slip("server", SERVER, "- url: «htps://shop.acme.com\n", did("https://shop.acme.com"), always=True),
    Slip(
        "server-variable-value", "default: eu", "default: «ue", "none of its values: 'eu', 'us'", always=True
    ),
    Slip(
        "server-variable-value",
        "region: {default",
        "«regio: {default: a}\n      region: {default",
        "has no {regio}",
    ),
    Slip("server-variable-value", "//{region}.shop", "//{region}.{region}.shop", "in the URL twice"),
    Slip("no-version", "version: 1.2.0\n  contact", "version: «latest\n  contact", "is no version"),
    Slip("url", '"https://shop.example.com"', "«shop.example.com", did("https://shop.example.com")),
    Slip("url", "hello@shop.example.com", "«hello.shop.example.com", "no e-mail address"),
    Slip("url", "https://shop.example.com/token", "«/token", "not a whole URL"),
    Slip(
        "server-variable",
        "url: https://{region}.shop",
        "url: «https://{regoin}.shop",
        did("region"),
        ("server-variable-value",),
        always=True,
    ),
    Slip("status-code", '"204":', '«"204 ":', did("204"), always=True),
]
