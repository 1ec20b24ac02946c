"""Sentences for docstrings, made from texts of the document."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence

from codegen.document.node import Json
from codegen.model.notes import Absent, ExternalDocs, Notes
from codegen.naming.words import words
from codegen.views.text.markup import as_markdown

_CLOSING = "\"'`)]*_\u201d\u2019"
"""Characters that may follow the full stop of a sentence."""
_STRUCTURE = re.compile(r"\s*(?:[-*+] |\d+[.)] |>|\||#+ |```|~~~)")
"""The start of a line that is not part of a paragraph."""
_TABLE = re.compile(r"^(?=[^\n]*\|)(?=[^\n]*-)[-:|][-:| ]*$", re.MULTILINE)
"""The row after the header of a table."""
_FULL_STOP = re.compile(r"[.!?][\"'`)\]*]*(?=\s+[\"'(\[`*]?[A-Z])")
_ABBREVIATION = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|approx|incl|resp|no|inc|st|[a-z])\.)$", re.IGNORECASE
)

_LONGEST_ABBREVIATION = 12
_LONGEST_OPENING = 4_000
"""The maximum number of characters to search for the end of the first sentence."""


def sentence(text: str) -> str:
    """The text as Markdown, with a full stop unless it ends in punctuation, a URL or a list."""
    text = as_markdown(text).strip()
    bare = text.rstrip(_CLOSING)
    last = text[text.rfind("\n") + 1 :]
    if not bare or "://" in last[last.rfind(" ") + 1 :] or _STRUCTURE.match(last):
        return text
    if "|" in last and _TABLE.search(text):
        return text
    return f"{text}." if bare[-1].isalnum() or (bare != text and bare[-1] not in ".!?:;,") else text


def opening(text: str) -> tuple[str, str]:
    """Split a text after its first sentence.

    The first part is empty if the text starts with neither a paragraph nor a heading.
    """
    first, _, rest = text.partition("\n")
    if first.startswith("#"):
        return sentence(first.strip("# ")), rest.strip()
    if not first.strip() or _STRUCTURE.match(first):
        return "", text
    end = next((at.start() for at in _LINE.finditer(text) if _ends_paragraph(text, at.end())), len(text))
    ticks = brackets = at = 0
    for stop in _FULL_STOP.finditer(text, 0, min(end, _LONGEST_OPENING)):
        ticks += text.count("`", at, stop.end())
        brackets += text.count("(", at, stop.end()) - text.count(")", at, stop.end())
        at = stop.end()
        said = text[max(0, at - _LONGEST_ABBREVIATION) : at]
        if ticks % 2 == 0 and brackets <= 0 and not _ABBREVIATION.search(said):
            end = at
            break
    return " ".join(text[:end].split()), text[end:].lstrip(" ").strip("\n")


def capitalised(text: str) -> str:
    """Capitalize the first word unless it looks like a name: ``create a pod.``."""
    word = text.partition(" ")[0]
    return text[:1].upper() + text[1:] if word.isalpha() and word.islower() and word.isascii() else text


_LINE = re.compile(r"\n")


def _ends_paragraph(text: str, at: int) -> bool:
    end = text.find("\n", at)
    line = text[at : len(text) if end < 0 else end]
    return not line.strip() or _STRUCTURE.match(line) is not None


def summary(*texts: str, otherwise: str = "") -> str:
    """Join the texts as paragraphs, without a text that starts another one; `otherwise` if there are none."""
    paragraphs = [said for text in texts if (said := sentence(text))]
    kept = [
        one
        for index, one in enumerate(paragraphs)
        if not any(_begins(other, one) for other in paragraphs[index + 1 :])
    ]
    return "\n\n".join(kept) or otherwise


def _begins(text: str, with_: str) -> bool:
    """Whether a text starts with another, ignoring the final full stop of the latter."""
    start = with_.rstrip(".").casefold()
    return text[: len(with_)].casefold().startswith(start) and not text[len(start) : len(start) + 1].isalnum()


_NOTHING = re.compile(
    r"(?:(?:a|an|the|to|has|is|was|default|expected|unexpected|generic|general|standard|any|api|json|http|valid"
    r"|success|successful|successfully|succeeded|completed|returned|created|accepted|ok|okay|response|operation"
    r"|request|result|errors?|payload|body|schema|description|no content|20[0-9])(?: |$))*"
)


_LONGEST_NOTHING = 100


def says_nothing(text: str) -> bool:
    """Whether the description of a response says no more than ``Successful response.``."""
    if len(text) > _LONGEST_NOTHING:
        return False
    return _NOTHING.fullmatch(" ".join(_WORD.findall(text.lower()))) is not None


_WORD = re.compile(r"[^\W_]+")


def in_words(identifier: str) -> str:
    """A name as a sentence: ``updateCluster`` becomes ``Update cluster.``."""
    text = " ".join(words(identifier))
    return f"{text[:1].upper()}{text[1:]}."


def in_series(items: Sequence[str]) -> str:
    """One or more items as a list in a sentence: ``a, b and c``."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def see(docs: ExternalDocs | None) -> str:
    """A reference to further documentation: ``The guide: https://example.com``."""
    if docs is None:
        return ""
    what = as_markdown(docs.description).strip().rstrip(".:")
    return f"{what}: {docs.url}" if what else f"See {docs.url}"


def about(notes: Notes, *, is_sent: bool = True, otherwise: str = "", direction: str = "") -> str:
    """The description of a value: deprecation, text, direction, limits, default, further documentation.

    Limits and defaults are included for values that are sent. `otherwise` replaces a missing description.
    """
    described = sentence(notes.description) or otherwise
    text = "Deprecated." if notes.deprecated else ""
    others = (limits(notes.constraints), _default(notes.default)) if is_sent else ()
    for part in (described, direction, *others, see(notes.docs)):
        if part:
            text = f"{text}{_gap(text)}{part}" if text else part
    return text


def _gap(text: str) -> str:
    """The separator after a text: a blank line after a list or the like, otherwise a space."""
    return "\n\n" if _STRUCTURE.match(text, text.rfind("\n") + 1) else " "


def _default(default: Json | Absent) -> str:
    return (
        ""
        if isinstance(default, Absent) or default in (None, "", [], {})
        else f"The server's default is `{_shown(default)}`."
    )


def _shown(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def limits(constraints: Mapping[str, Json]) -> str:
    """The validation keywords in words: ``From 1 to 100.``. Keywords without a readable form are omitted."""
    if not constraints:
        return ""
    parts = [
        _between(constraints.get("minimum"), constraints.get("maximum"), "", ""),
        _between(constraints.get("minLength"), constraints.get("maxLength"), " character", " characters"),
        _between(constraints.get("minItems"), constraints.get("maxItems"), " item", " items"),
    ]
    if (above := constraints.get("exclusiveMinimum")) is not None:
        parts.append(f"More than {_shown(above)}.")
    if (below := constraints.get("exclusiveMaximum")) is not None:
        parts.append(f"Less than {_shown(below)}.")
    if (pattern := constraints.get("pattern")) is not None:
        parts.append(f"Matches `{_shown(pattern)}`.")
    return " ".join(part for part in parts if part)


def _between(least: Json, most: Json, unit: str, units: str) -> str:
    if least is None and most is None:
        return ""
    if most is None:
        return f"At least {_shown(least)}{unit if least == 1 else units}."
    if least is None:
        return f"At most {_shown(most)}{unit if most == 1 else units}."
    if least == most:
        return f"Exactly {_shown(most)}{unit if most == 1 else units}."
    return f"From {_shown(least)} to {_shown(most)}{units}."
