"""What a document is about, by its title: ``GitHub``, of "GitHub's official OpenAPI spec + an extension"."""

from __future__ import annotations

import re

_KINDS = frozenset({
    "api", "apis", "client", "definition", "description", "docs", "document", "documentation", "http",
    "official", "openapi", "public", "reference", "rest", "restful", "schema", "spec", "specification",
    "swagger",
})  # fmt: skip
"""Last words of a title that say what the document is, not what it is about."""

_VERSION = re.compile(r"v?[0-9]+([.][0-9]+)*", re.IGNORECASE)

_LONGEST = 100
"""Letters of a title that names are made of: a sentence is a title, too, but no name."""

_BEHIND = re.compile(r"\s+(\+|\||--|\u2013|\u2014)\s+.*|\s*\([^()]*\)\s*$|\s+https?://\S+", re.DOTALL)
"""What titles have behind what they are about: an extension, a site, an abbreviation in brackets."""

_FOR = re.compile(
    r"(?i)\s+(apis?|openapi|specification|documentation)\s+(for|of|that|to|which|with)\s+.*", re.DOTALL
)
"""What an API is for: ``LUIS API for running predictions``."""


def subject_of_title(title: str) -> list[str]:
    """The words that say what the document is about, as written; ``API client`` where none does.

    The title loses what stands behind a plus or in brackets, "the" at its beginning, the ending of genitives,
    and last words such as "REST API" and "v3", but for its only word; of a long one the first words count.
    """
    plain = re.sub(r"['\u2019]s\b", "", " ".join(title.split()))
    plain = _FOR.sub("", _BEHIND.sub("", plain)) or plain
    found = [word for part in plain.split() if re.search(r"\w", word := part.strip(".,:;()[]\"'"))]
    if len(found) > 1 and found[0].lower() == "the":
        del found[0]
    while len(found) > 1 and (found[-1].lower() in _KINDS or _VERSION.fullmatch(found[-1])):
        found.pop()
    while len(found) > 1 and sum(map(len, found)) > _LONGEST:
        found.pop()
    return found or ["API", "client"]


def called(title: str) -> str:
    """The API in a sentence: ``the GitHub API``."""
    found = subject_of_title(title)
    if found == ["API", "client"] or found[-1].lower() in ("api", "apis"):
        return f"the {' '.join(found).removesuffix(' client')}"
    return f"the {' '.join(found)} API"
