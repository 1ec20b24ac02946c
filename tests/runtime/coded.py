"""Bodies in content codings, and what may follow them."""

from __future__ import annotations

import gzip
import zlib

from api import Thing
from fault_server import reply

BODY = b'{"id":"a","size":1}'
OK = reply(200, BODY)
THING = Thing(id="a", size=1)
SMUGGLED = reply(200, {"id": "smuggled", "size": 0})


def coded(body: bytes, *codings: str) -> bytes:
    return reply(200, body, *(("Content-Encoding", coding) for coding in codings))


def bare_deflate(content: bytes) -> bytes:
    stream = zlib.compressobj(wbits=-zlib.MAX_WBITS)
    return stream.compress(content) + stream.flush()


ZIPPED = gzip.compress(BODY)
