"""Sentences for docstrings, made of what the document says."""

from __future__ import annotations

import json
from collections.abc import Mapping

from codegen.document import Json
from codegen.model import Absent, Annotations, ExternalDocs
from codegen.names import words


def sentence(text: str) -> str:
    """The text, ended by a full stop unless it ends in punctuation of its own."""
    text = text.strip()
    return f"{text}." if text and (text[-1].isalnum() or text[-1] in "\"'`)]") else text


def summary(*texts: str, otherwise: str) -> str:
    """The texts that are there as paragraphs, a repetition left out; `otherwise` where there is none."""
    paragraphs: list[str] = []
    for text in texts:
        if text.strip() and sentence(text) not in paragraphs:
            paragraphs.append(sentence(text))
    return "\n\n".join(paragraphs) or otherwise


def in_words(identifier: str) -> str:
    """A name of the document as a sentence: ``updateCluster`` is ``Update cluster.``."""
    text = " ".join(words(identifier))
    return f"{text[:1].upper()}{text[1:]}."


def see(docs: ExternalDocs | None) -> str:
    """Where to read more: ``See https://example.com: the guide.``."""
    if docs is None:
        return ""
    return sentence(f"See {docs.url}: {docs.description}" if docs.description.strip() else f"See {docs.url}")


def about(notes: Annotations) -> str:
    """What there is to know of a value beside its type: description, limits, default, deprecation."""
    return " ".join(
        part
        for part in (
            "Deprecated." if notes.deprecated else "",
            sentence(notes.description),
            see(notes.docs),
            limits(notes.constraints),
            _default(notes.default),
        )
        if part
    )


def _default(default: Json | Absent) -> str:
    return (
        ""
        if isinstance(default, Absent) or default is None
        else f"The server's default is `{_shown(default)}`."
    )


def _shown(value: Json) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def limits(constraints: Mapping[str, Json]) -> str:
    """The validation keywords in words: ``From 1 to 100.``; those that words do not help are left out."""
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
