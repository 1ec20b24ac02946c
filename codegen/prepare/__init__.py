"""Converts the input to one OpenAPI 3 document.

`bundle` reads documents in several files, `config` and `overlay` change documents of others, and `versions`
writes Swagger 2.0 as OpenAPI 3.
"""
