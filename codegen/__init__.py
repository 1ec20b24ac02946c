"""The generator: from an OpenAPI document to a client package, with a folder for each step.

``load -> check -> simplify -> describe -> ledger -> render -> format -> write | compare``

`codegen.pipeline` runs the steps in order. The second reader works beside `describe`. `codegen.commands` is
the command line.
"""

VERSION = "0.1.0"
"""The version of the generator. Clients have their own."""
