"""Checks the values of our extensions, because a wrong one would have no effect."""

from __future__ import annotations

import keyword
import math
from collections.abc import Iterator, Mapping

from codegen.check.survey import Survey
from codegen.document.node import Json, Node
from codegen.document.problems import Problem, leaving_out
from codegen.document.spelling import did_you_mean
from codegen.standard.extensions import EXTENSIONS, WEBHOOK_SIGNATURE, is_public_name

_IGNORED = "it is ignored"


def understood_extensions(survey: Survey) -> Iterator[Problem]:
    """``x-generate`` gives a reason to skip a part, or is strict; ``info.x-python`` is a mapping."""
    for _, node in survey.with_other_keys:
        if "x-generate" not in node or _is_waiver(node["x-generate"]):
            continue
        if node.pointer:
            message = "'x-generate' must say what to skip a part for: {skip: \"reason\"}"
        elif node["x-generate"] != {"strict": True}:
            message = "'x-generate' of a whole document can only be {strict: true}"
        else:
            continue
        yield Problem(message, "waiver", (*node.pointer, "x-generate"))
    info = survey.root.mapping("info")
    if not isinstance(info.get("x-python", Node()), Node):
        yield Problem("'x-python' must be a mapping", "x-python", (*info.pointer, "x-python"))


def rate_limit(survey: Survey) -> Iterator[Problem]:
    """``x-rate-limit`` has a number of requests, and may have a number of seconds."""
    if "x-rate-limit" not in survey.root:
        return
    where = ("x-rate-limit",)
    limit = survey.root["x-rate-limit"]
    if not isinstance(limit, Node) or "requests" not in limit:
        message = "'x-rate-limit' must be a mapping: {requests: 100, seconds: 60}"
        yield Problem(message, "rate-limit", where, past=leaving_out(where), reading=_IGNORED)
        return
    for key in limit:
        if key not in {"requests", "seconds"}:
            known = did_you_mean(key, ("requests", "seconds"))
            yield Problem(f"'x-rate-limit' has no key {key!r}{known}", "rate-limit", (*where, key))
    requests, seconds = limit.get("requests"), limit.get("seconds", 60)
    if not isinstance(requests, int) or isinstance(requests, bool) or requests < 1:
        at = (*where, "requests") if "requests" in limit else where
        yield Problem("'requests' must be a whole number above 0", "rate-limit", at)
    if not isinstance(seconds, int | float) or isinstance(seconds, bool) or not 0 < seconds < math.inf:
        yield Problem("'seconds' must be a number above 0", "rate-limit", (*where, "seconds"))


_SIGNATURE: Mapping[str, tuple[str, ...]] = {
    "header": (),
    "prefix": (),
    "algorithm": ("sha256", "sha1", "sha512"),
    "encoding": ("hex", "base64"),
    "timestamp": (),
    "signature": (),
    "content": (),
}
"""The keys of ``x-webhook-signature``, each with its values if they are listed."""


def pagination_of_others(survey: Survey) -> Iterator[Problem]:
    """An ``x-pagination`` without a kind belongs to another tool, as in Datadog's document."""
    for owner in (survey.root, *survey.of("operation")):
        declared = owner.get("x-pagination", False)
        if isinstance(declared, bool) or (isinstance(declared, Node) and "kind" in declared):
            continue
        where = (*owner.pointer, "x-pagination")
        message = "'x-pagination' must be false, or a mapping with the 'kind' of pages"
        yield Problem(message, "pagination", where, "key", leaving_out(where), _IGNORED)


def webhook_signature(survey: Survey) -> Iterator[Problem]:
    """``x-webhook-signature`` names the header of an HMAC, and says what is signed."""
    if WEBHOOK_SIGNATURE not in survey.root:
        return
    where = (WEBHOOK_SIGNATURE,)
    declared = survey.root[WEBHOOK_SIGNATURE]
    if not isinstance(declared, Node) or not isinstance(declared.get("header"), str):
        text = f"{WEBHOOK_SIGNATURE!r} must be a mapping with the header: {{header: X-Signature}}"
        yield Problem(text, "webhook-signature", where)
        return
    if not survey.root.get("webhooks"):
        text = f"{WEBHOOK_SIGNATURE!r} says nothing: the document has no webhooks"
        yield Problem(text, "webhook-signature", where, "key", past=(), reading="it is ignored")
    for key, value in declared.items():
        known = _SIGNATURE.get(key)
        if known is None:
            text = f"{WEBHOOK_SIGNATURE!r} has no key {key!r}{did_you_mean(key, _SIGNATURE)}"
        elif not isinstance(value, str) or not value or (known and value not in known):
            text = f"{key!r} must be {'one of ' + ', '.join(known) if known else 'a text'}"
        elif key == "content" and value.count("{body}") != 1:
            text = "'content' must contain {body} once, such as '{timestamp}.{body}'"
        elif key == "content" and "{timestamp}" in value and "timestamp" not in declared:
            text = "'content' contains {timestamp}, so 'timestamp' must say where that is"
        elif key == "timestamp" and "{timestamp}" not in str(declared.get("content")):
            text = "the 'timestamp' is not signed: 'content' must contain it, as '{timestamp}.{body}' does"
        else:
            continue
        yield Problem(text, "webhook-signature", (*where, key))


def python_names(survey: Survey) -> Iterator[Problem]:
    """An ``x-python-name`` is a public name in Python. `codegen.naming` checks whether it is free."""
    for kind, node in survey.with_other_keys:
        if kind not in EXTENSIONS["x-python-name"] or node.get("x-python-name") is None:
            continue
        name = str(node["x-python-name"])
        if not is_public_name(name):
            message = f"{name[:60]!r} is not a Python name: write letters, digits and '_', and a letter first"
            if keyword.iskeyword(name):
                message = f"{name!r} is a keyword of Python"
            yield Problem(message, "python-name", (*node.pointer, "x-python-name"))


def _is_waiver(value: Json) -> bool:
    return isinstance(value, Node) and [*value] == ["skip"] and bool(value.text("skip").strip())


EXTENSION_RULES = (understood_extensions, rate_limit, pagination_of_others, webhook_signature, python_names)
