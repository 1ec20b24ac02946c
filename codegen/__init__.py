"""The generator: from an OpenAPI document to a client package, with a folder for each step.

``load -> prepare -> check -> simplify -> describe -> verify -> render -> format -> write | compare``

`codegen.pipeline` runs the steps in order. `document` loads, `naming` and `views` render, `output`
formats and writes. `standard` has tables of the standard, and `model` the values between the steps.
`codegen.commands` is the command line, and `drift` says what differs between two states of anything, and
why.
"""

VERSION = "0.1.0"
"""The version of the generator. Clients have their own."""
