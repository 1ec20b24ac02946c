"""The rules that a document may break, and the consequences.

Most rules are tolerated unless the document is strict (`FORGIVEN`), and so is a mistake with only one
plausible meaning (`Problem.reading`). The others are tolerated if the user asks for it, with ``--tolerate``.

Each rule has a consequence for the part that breaks it. Only that part is lost, and each run reports how
often. A problem contains the edits that remove it (`Problem.past`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from codegen.document.node import Node
from codegen.document.problems import Problem
from codegen.document.spelling import did_you_mean, misspelt

_NO_REFERENCE = "a reference to a schema stands for any value; any other reference is dropped"
_NO_SERVER = "the server is dropped; without another, users pass `base_url=`"
_NO_KEY = "the key is ignored"

STANDARD: Mapping[str, str] = {
    "alternatives": "the first of the two keys, or the second of two parts that exclude each other, is"
    " dropped; a parameter without a schema allows any value",
    "circular-all-of": "the member that leads back to its `allOf` allows any value",
    "circular-reference": "the reference stands for any value",
    "component-name": "the component keeps its name",
    "dangling-reference": _NO_REFERENCE,
    "default": "the default is not documented",
    "dialect": "schemas are read as JSON Schema 2020-12",
    "duplicate-operation-id": "paths distinguish methods of one resource that share it",
    "duplicate-parameter": "the second declaration is dropped",
    "duplicate-path": "the operations of both paths are kept",
    "duplicate-tag": "the second description is dropped",
    "example": "the example is not documented",
    "external-reference": _NO_REFERENCE,
    "field-name": "the parameter or header is dropped",
    "info-version": "the number is used as YAML reads it",
    "loss": "the part is not in the client",
    "media-type": "the content under it is dropped",
    "method": "the operation is dropped",
    "misplaced-key": _NO_KEY,
    "missing-key": "a missing text is empty, a version 0.0.0, `paths` empty, a path parameter required, and"
    " `responses` one response without content; any other missing key is still refused",
    "newer-key": "the key is read as the later version means it",
    "no-response": "every response is a success without content",
    "nullable": "null is allowed",
    "path-form": "the path is sent as written; a fragment is never sent",
    "path-parameter": "undeclared path parameters become strings; declared parameters missing from the path"
    " are dropped",
    "server": _NO_SERVER,
    "server-variable": _NO_SERVER,
    "status-code": "the response is dropped",
    "swagger-version": "the number is read as the version",
    "tag-parent": "the tag has no parent",
    "unknown-key": _NO_KEY,
    "unknown-operation": "the link is dropped",
    "unknown-security-scheme": "nothing is sent for the scheme",
    "unsupported": "the schema allows any value; the parts of a part have their usual media types;"
    " the inner list is JSON",
    "wrong-reference": _NO_REFERENCE,
    "wrong-type": _NO_KEY,
    "wrong-value": _NO_KEY,
}
"""The consequence of tolerating a rule of the standard."""

STRICT_RULES = (
    *("body-without-meaning", "const", "default-of-required", "discriminator", "duplicate-item"),
    *("empty-description", "encoding", "enum", "enum-names", "ignored-key"),
    *("inapplicable-keyword", "inapplicable-style", "keyword", "misplaced-extension"),
    *("misspelt-encoding", "misspelt-extension", "misspelt-format", "misspelt-header"),
    *("misspelt-license", "misspelt-media-type", "misspelt-scheme", "missing-description"),
    *("missing-example", "missing-items", "missing-schema", "missing-type", "no-success", "no-version"),
    *("openapi-version", "operation-id", "path-template", "pattern", "required-property", "reserved-header"),
    *("runtime-expression", "server-variable-value", "similar-name", "undeclared-tag"),
    *("unknown-property", "unknown-scope", "unreachable-server", "unsatisfiable"),
    *("unused-component", "unused-tag", "url"),
)
"""The rules for strict documents only (`codegen.check.strict`)."""

TOLERANCES: Mapping[str, str] = {
    **STANDARD,
    **dict.fromkeys(STRICT_RULES, "it is read as without `strict`"),
    "misspelt-extension": "the key is ignored",
}
"""The consequence of tolerating a rule. Other rules cannot be tolerated."""


FORGIVEN = frozenset(
    {
        *("component-name", "dangling-reference", "default", "dialect"),
        *("duplicate-operation-id", "duplicate-parameter"),
        *("duplicate-path", "duplicate-tag", "example", "field-name", "media-type", "misspelt-extension"),
        "newer-key",
        *("no-response", "nullable", "swagger-version", "tag-parent"),
        *("path-form", "path-parameter", "server", "server-variable", "status-code", "unknown-operation"),
        *("unknown-security-scheme", "unsupported", "wrong-reference"),
    }
)
"""The rules that are tolerated unless the document is strict. Many documents break them."""


def is_forgiven(problem: Problem) -> bool:
    """Whether a problem only stops strict documents."""
    return problem.past is not None and (bool(problem.reading) or problem.rule in FORGIVEN)


def consequence(problem: Problem) -> str:
    """What became of the part that breaks a tolerated rule."""
    return problem.reading or TOLERANCES[problem.rule]


def is_strict(root: Node) -> bool:
    """Whether a document says ``x-generate: {strict: true}``, or means to: the key may be misspelt itself."""
    asking = [key for key in root if root[key] == {"strict": True}]
    return any(key == "x-generate" or misspelt(key, ["x-generate"]) for key in asking)


UNREAD_VALUE_RULES = frozenset({"default", "example"})
"""The rules that omit only values that no other rule reads, so no second check is needed."""


def rules_in(text: str) -> list[str]:
    """The rules in an argument of the command line, separated by commas.

    Raises:
        ValueError: One of them is not a rule that can be tolerated.
    """
    rules = text.split(",")
    for rule in rules:
        if rule not in TOLERANCES:
            meant = did_you_mean(rule, TOLERANCES) or f"; these are: {', '.join(sorted(TOLERANCES))}"
            raise ValueError(f"{rule!r} is not a rule that can be tolerated{meant}")
    return rules


def is_tolerable(problem: Problem, rules: Collection[str] = TOLERANCES.keys()) -> bool:
    """Whether a problem can be tolerated, and its rule is one of `rules`."""
    return problem.rule in rules and problem.rule in TOLERANCES and problem.past is not None
