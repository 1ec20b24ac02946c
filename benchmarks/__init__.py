"""How fast the client is and what it takes, beside what else could be used; `make bench` runs it.

`runtime` compares the client in `generated/` with the one that openapi-python-client makes of the same
document, and with the libraries it is built on. The subjects are modules of their own: `imports`,
`decoding`, `encoding`, `calls`, `memory`. Each has a `compare` that returns `contest.Table`s.

`generation` compares the generator with others on the same documents: those of a folder, else documents of
growing size that `documents` makes up.
"""

import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLIENT = ROOT / "generated"

sys.path.insert(0, str(CLIENT))  # the client is measured where it stands, and need not be installed
