"""Makes one document of OpenAPI 3 of what its author has.

`bundle` reads documents in several files, `config` and `overlay` change documents of others, and `versions`
writes Swagger 2.0 as OpenAPI 3.
"""
