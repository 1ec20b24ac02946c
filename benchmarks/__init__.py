"""Measures the client and the generator and compares them with alternatives; `make bench` runs this.

`runtime` compares our client of a document with the one that openapi-python-client generates from it, and
with the libraries that it uses. Each subject is a module: `imports`, `decoding`, `encoding`, `calls`,
`memory`. Each has a `compare` function that returns `contest.Table`s.

`generation` compares the generator with others on the same documents: those in a folder, or synthetic ones of
increasing size from `documents`.
"""

from pathlib import Path

ROOT = Path(__file__).parent.parent
