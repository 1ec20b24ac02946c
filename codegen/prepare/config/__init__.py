"""The configuration beside a document: ``wholespec.toml``, or ``[tool.wholespec]`` in a ``pyproject.toml``.

`reading` reads and checks it, `changes` makes it actions on the document (`codegen.prepare.overlay`), and
`selection` leaves out operations. ``wholespec.schema.json`` describes it, for editors and for the check.
"""
