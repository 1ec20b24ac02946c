"""Extracts the subject of a title: ``GitHub`` from "GitHub's official OpenAPI spec + an extension"."""

from __future__ import annotations

import re
from itertools import accumulate

_KINDS = frozenset({
    "api", "apis", "client", "definition", "description", "docs", "document", "documentation", "fastapi",
    "http", "official", "openapi", "public", "reference", "rest", "restful", "schema", "spec",
    "specification", "swagger",
})  # fmt: skip
"""Trailing words that name the kind of document, not its subject."""

_WHOSE = frozenset({"my", "our", "your"})
"""Words that no subject consists of alone: ``My API``, as frameworks propose."""

_VERSION = re.compile(r"v?[0-9]+([.][0-9]+)*", re.IGNORECASE)

_MAX_LENGTH = 100
"""Characters of a title that names use; some titles are sentences."""

_SUFFIX = re.compile(r"\s+(\+|\||--|\u2013|\u2014)\s+.*|\s*\([^()]*\)\s*$|\s+https?://\S+", re.DOTALL)
"""What follows the subject: an extension, a site, an abbreviation in brackets."""

_PURPOSE = re.compile(
    r"(?i)\s+(apis?|openapi|specification|documentation)\s+(for|of|that|to|which|with)\s+.*", re.DOTALL
)
"""The purpose of an API: ``LUIS API for running predictions``."""


_ODATA = re.compile(r"(?i)^odata (service|api)s? for (the )?(namespace )?(?=\w)")
"""What the converter of OData writes before a namespace."""

_PROTO = re.compile(r"^(?:.*/)?(\w+)/v[0-9]\w*/\w+[.]proto$|^(?:.*/)?(\w+)[.]proto$")
"""A file of protocol buffers: gRPC-Gateway's title for an API without one."""


NO_SUBJECT = ["API", "client"]
"""The subject of a title that has none."""


def subject_of_title(title: str) -> list[str]:
    """The words of the subject as written; `NO_SUBJECT` if there are none.

    These are dropped: everything after a plus or in trailing brackets, a leading "the", the "'s" of
    genitives, trailing words such as "REST API" and "v3" (never the only word), and the end of a long title.
    """
    plain = re.sub(r"['\u2019]s\b", "", " ".join(title.split()))
    plain = _PROTO.sub(r"\1\2", _ODATA.sub("", plain))
    plain = _PURPOSE.sub("", _SUFFIX.sub("", plain)) or plain
    found = [word for part in plain.split() if re.search(r"\w", word := part.strip(".,:;()[]\"'"))]
    if len(found) > 1 and found[0].lower() == "the":
        del found[0]
    while len(found) > 1 and (found[-1].lower() in _KINDS or _VERSION.fullmatch(found[-1])):
        found.pop()
    fitting = sum(length <= _MAX_LENGTH for length in accumulate(map(len, found)))
    del found[max(fitting, 1) :]
    return NO_SUBJECT if {word.lower() for word in found} <= _KINDS | _WHOSE else found


def api_phrase(title: str) -> str:
    """The API as a noun phrase: ``the GitHub API``."""
    found = subject_of_title(title)
    if found == NO_SUBJECT or found[-1].lower() in ("api", "apis"):
        return f"the {' '.join(found).removesuffix(' client')}"
    return f"the {' '.join(found)} API"
