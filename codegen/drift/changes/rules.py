"""The rules for differences on the wire: which ones break, in which direction, and why others do not.

A request may be widened: a server that allows more still allows what the old client sends. A response may be
narrowed: the old client still understands every response. The opposite breaks, and so does a change to
something else. `docs/changes.md` compares these rules with those of oasdiff.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from msgspec import Struct

from codegen.drift.changes.differences import Aspect, Direction


class Shift(Enum):
    """How the values that a part allows change."""

    NARROWED = "it allows less"
    WIDENED = "it allows more"
    OTHER = "it allows something else"
    NONE = "it allows the same"
    ADDED = "it is new, and nothing old depends on it"
    GONE = "nothing takes its place"


class Rule(Struct, frozen=True):
    """A kind of difference."""

    shift: Shift
    aspect: Aspect
    says: str
    """The sentence, with ``{subject}``, ``{was}`` and ``{now}``."""
    lenient: str = ""
    """Why it does not break our client in a response, although the shift suggests it."""
    ignored: str = ""
    """Why it does not break a server in a request, although the shift suggests it."""

    def breaks(self, direction: Direction) -> bool:
        """Whether the old client fails with the new server."""
        if self.shift in {Shift.OTHER, Shift.GONE}:
            return not (self.lenient if direction == "response" else self.ignored)
        if direction == "response":
            return self.shift is Shift.WIDENED and not self.lenient
        return self.shift is Shift.NARROWED and not self.ignored

    def reason(self, direction: Direction) -> str:
        """Why it breaks; else why it does not although other clients would break; else empty."""
        if self.breaks(direction):
            return _BREAKING[direction, self.shift]
        return self.lenient if direction == "response" else self.ignored


_BREAKING: Mapping[tuple[Direction, Shift], str] = {
    ("request", Shift.NARROWED): "The server may refuse requests that it accepted before.",
    ("request", Shift.OTHER): "The server expects something else than the old client sends.",
    ("request", Shift.GONE): "The server no longer takes what the old client sends.",
    ("response", Shift.WIDENED): "Responses may contain what the old client does not expect.",
    ("response", Shift.OTHER): "Responses contain something else than the old client expects.",
    ("response", Shift.GONE): "Responses no longer contain what the old client expects.",
    ("", Shift.NARROWED): "Calls that worked before may fail.",
    ("", Shift.OTHER): "Calls of the old client no longer reach what they reached before.",
    ("", Shift.GONE): "Calls of the old client fail.",
}


_N, _W, _O, _SAME, _NEW, _GONE = Shift

_UNCHECKED = "The client does not check such limits of received values, and the type is the same."
_OPEN_ENUM = "Enums are open: an unknown value arrives as a member of the class, equal to its text."
_OPEN_UNION = (
    "An object that is none of the members arrives as `Unknown`, which the type of the union includes."
)
_STATUS = "A status that is not documented is raised as the error of its class, with its body."
_SUCCESS = "A success with another status is returned as the documented one is."
_KEPT = "Old clients keep the old address; whether it still works, the document does not say."
_IGNORED = "Servers ignore what they do not know; calls that rely on it get something else."
_OPTIONAL = "It was optional, so the old client does without it."
_SENT_ANYWAY = "Servers ignore what they do not know, unless the object is closed."

RULES: Mapping[str, Rule] = {
    # operations
    "operation-removed": Rule(_GONE, "existence", "{subject} is gone"),
    "operation-added": Rule(_NEW, "existence", "{subject} is new"),
    "operation-moved": Rule(_O, "existence", "{was} is now {now}"),
    "operation-deprecated": Rule(_SAME, "text", "{subject} is deprecated now"),
    "operation-reactivated": Rule(_SAME, "text", "{subject} is no longer deprecated"),
    "operation-id-changed": Rule(_SAME, "text", "{subject} has the operationId {now}, not {was}"),
    "security-narrowed": Rule(_N, "type", "{subject} requires {now}; it required {was}"),
    "security-widened": Rule(_W, "type", "{subject} requires {now}; it required {was}"),
    "scheme-changed": Rule(_O, "type", "{subject} is sent as {now}; it was {was}"),
    "flow-changed": Rule(
        _O, "text", "{subject} is obtained by {now}; it was {was}", ignored=_KEPT, lenient=_KEPT
    ),
    "server-changed": Rule(
        _O, "type", "Requests of {subject} go to {now}; they went to {was}", ignored=_KEPT
    ),
    "webhook-removed": Rule(_GONE, "existence", "{subject} is no longer sent"),
    "webhook-added": Rule(_NEW, "existence", "{subject} is new"),
    # parameters
    "required-parameter-added": Rule(_N, "existence", "{subject} is new and required"),
    "optional-parameter-added": Rule(_NEW, "existence", "{subject} is new"),
    "parameter-removed": Rule(_GONE, "existence", "{subject} is gone", ignored=_IGNORED),
    "parameter-renamed-in-path": Rule(_SAME, "name", "{subject} is called {now} now"),
    "parameter-required": Rule(_N, "required", "{subject} is required now"),
    "parameter-optional": Rule(_W, "required", "{subject} is optional now"),
    "parameter-style-changed": Rule(_O, "type", "{subject} is written in the style {now}, not {was}"),
    "parameter-default-changed": Rule(_O, "text", "The default of {subject} is {now}, not {was}"),
    # bodies and responses
    "required-body-added": Rule(_N, "existence", "{subject} is new and required"),
    "optional-body-added": Rule(_NEW, "existence", "{subject} is new"),
    "body-removed": Rule(_GONE, "existence", "{subject} is gone", ignored=_IGNORED),
    "body-required": Rule(_N, "required", "{subject} is required now"),
    "body-optional": Rule(_W, "required", "{subject} is optional now"),
    "media-type-added": Rule(
        _W, "type", "{subject} may be {now}", lenient="The client asks for the media types that it knows."
    ),
    "media-type-removed": Rule(_N, "type", "{subject} can no longer be {was}"),
    "media-type-changed": Rule(_O, "type", "{subject} is {now}, not {was}"),
    "encoding-changed": Rule(_O, "type", "{subject} is encoded as {now}, not as {was}"),
    "success-added": Rule(_W, "text", "{subject} is new", lenient=_SUCCESS),
    "success-removed": Rule(_N, "text", "{subject} is gone"),
    "success-changed": Rule(_O, "text", "{subject} has the status {now}, not {was}", lenient=_SUCCESS),
    "error-added": Rule(_W, "text", "{subject} is new", lenient=_STATUS),
    "error-removed": Rule(_N, "text", "{subject} is no longer documented"),
    "content-added": Rule(_W, "type", "{subject} has content now", lenient="The old client ignores it."),
    "content-removed": Rule(_GONE, "type", "{subject} has no content any more"),
    "header-added": Rule(_NEW, "existence", "{subject} is new"),
    "header-removed": Rule(
        _W, "existence", "{subject} is gone", lenient="Headers of responses have no type in the client."
    ),
    "required-header-removed": Rule(_GONE, "existence", "{subject} is gone"),
    "header-optional": Rule(_W, "required", "{subject} may be missing now"),
    "header-required": Rule(_N, "required", "{subject} is always there now"),
    # properties
    "required-property-added": Rule(_N, "existence", "{subject} is new and required"),
    "optional-property-added": Rule(_NEW, "existence", "{subject} is new"),
    "property-removed": Rule(_W, "existence", "{subject} is gone", lenient=_OPTIONAL),
    "required-property-removed": Rule(_GONE, "existence", "{subject} is gone", ignored=_SENT_ANYWAY),
    "property-refused": Rule(_GONE, "existence", "{subject} is gone, and the object is closed"),
    "property-renamed": Rule(_O, "name", "{subject} is now called {now}"),
    "property-required": Rule(_N, "required", "{subject} is required now"),
    "property-optional": Rule(_W, "required", "{subject} is optional now"),
    "property-deprecated": Rule(_SAME, "text", "{subject} is deprecated now"),
    "property-reactivated": Rule(_SAME, "text", "{subject} is no longer deprecated"),
    "became-read-only": Rule(_O, "existence", "{subject} is read-only now", lenient="It is still received."),
    "became-writable": Rule(_W, "existence", "{subject} is no longer read-only", lenient="As before."),
    "became-write-only": Rule(_O, "required", "{subject} is write-only now", ignored="It is still sent."),
    "optional-became-write-only": Rule(
        _O, "required", "{subject} is write-only now", lenient=_OPTIONAL, ignored="It is still sent."
    ),
    "became-readable": Rule(_NEW, "required", "{subject} is no longer write-only"),
    # types
    "type-changed": Rule(_O, "type", "The type of {subject} is {now}; it was {was}"),
    "type-generalized": Rule(_W, "type", "The type of {subject} is {now}; it was {was}"),
    "type-specialized": Rule(_N, "type", "The type of {subject} is {now}; it was {was}"),
    "null-added": Rule(_W, "type", "{subject} may be null now"),
    "null-removed": Rule(_N, "type", "{subject} can no longer be null"),
    "union-member-added": Rule(_W, "type", "{subject} may be {now}, too"),
    "union-member-removed": Rule(_N, "type", "{subject} can no longer be {was}"),
    "open-union-member-added": Rule(_W, "type", "{subject} may be {now}, too", lenient=_OPEN_UNION),
    "discriminator-changed": Rule(_O, "type", "The discriminator of {subject} is {now}; it was {was}"),
    "enum-value-added": Rule(_W, "existence", "{subject} has the new value {now}", lenient=_OPEN_ENUM),
    "enum-value-removed": Rule(_N, "existence", "{subject} no longer has the value {was}"),
    "became-enum": Rule(_N, "type", "{subject} is limited to a list of values now: {now}"),
    "enum-lifted": Rule(_W, "type", "{subject} is no longer limited to a list of values", lenient=_OPEN_ENUM),
    "object-closed": Rule(_N, "type", "{subject} allows no other properties now"),
    "object-opened": Rule(
        _W, "type", "{subject} allows other properties now", lenient="The old client ignores them."
    ),
    # limits
    "limit-tightened": Rule(_N, "type", "{subject} is limited by {now} now, by {was} before"),
    "limit-loosened": Rule(
        _W, "type", "{subject} is limited by {now} now, by {was} before", lenient=_UNCHECKED
    ),
    "condition-added": Rule(_N, "type", "{subject} has a new condition: {now}"),
    "condition-removed": Rule(_W, "type", "{subject} no longer has a condition: {was}", lenient=_UNCHECKED),
    "condition-changed": Rule(
        _O, "type", "A condition of {subject} changed: {now}; it was {was}", lenient=_UNCHECKED
    ),
    "default-changed": Rule(_SAME, "text", "The default of {subject} is {now}; it was {was}"),
}
"""The rules by their names."""
