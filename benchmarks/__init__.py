"""How fast the client is and what it takes, beside what else could be used; `make bench` runs it.

`runtime` compares our client of a document with the one that openapi-python-client makes of it, and with the
libraries it is built on. The subjects are modules of their own: `imports`,
`decoding`, `encoding`, `calls`, `memory`. Each has a `compare` that returns `contest.Table`s.

`generation` compares the generator with others on the same documents: those of a folder, else documents of
growing size that `documents` makes up.
"""

from pathlib import Path

ROOT = Path(__file__).parent.parent
