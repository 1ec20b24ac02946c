"""Compares the packages of two clients: their names and exports, the client itself, errors and webhooks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec.structs import replace

from codegen.drift.changes.clients import Clients
from codegen.drift.changes.differences import Part, code
from codegen.drift.changes.effects import Effect, Named
from codegen.drift.changes.surface import Surface
from codegen.views.text.quoting import literal

_INFO: Part = (("info", "title"), ("info", "title"))
_PATHS: Part = (("paths",), ("paths",))
_SCHEMES: Part = (("components", "securitySchemes"), ("components", "securitySchemes"))
_SERVERS: Part = (("servers",), ("servers",))
_WEBHOOKS: Part = (("webhooks",), ("webhooks",))


def package_effects(clients: Clients) -> Iterator[Effect]:
    """The effects on users of the old package."""
    old, new = clients.old, clients.new
    yield from _names(old, new)
    yield from _options(old, new)
    yield from _exports(old, new)
    was, now = old.exports.events, new.exports.events
    if was and now and not clients.back.fit(now, was):
        text = f"`WebhookEvent` is {code(now)}; it was {code(was)}."
        events = Named("webhooks.WebhookEvent", _WEBHOOKS)
        yield events.effect("webhook-type", text, f"event: {was}", f"event: {now}", readers=True)


def _names(old: Surface, new: Surface) -> Iterator[Effect]:
    before, after = (f"from {one.package} import {one.client}" for one in (old, new))
    for rule, was, now in (
        ("package-renamed", old.package, new.package),
        ("client-renamed", old.client, new.client),
    ):
        if was != now:
            text = f"`{was}` is called `{now}` now."
            yield Named(was, _INFO).effect(rule, text, before, after, callers=True, readers=True)
    was, now = (f"{one.environment}_" for one in (old, new))
    if was != now:
        text = f"The names of environment variables begin with `{now}` now, not with `{was}`."
        before, after = f"{was}BASE_URL", f"{now}BASE_URL"
        yield Named(was, _INFO).effect("environment-renamed", text, before, after, callers=True)


def _options(old: Surface, new: Surface) -> Iterator[Effect]:
    before, after = old.exports.options, new.exports.options
    added = [one for one in after if one not in before]
    for one in added:
        text, then = f"The client takes `{one}=`.", f"{new.client}({one}=...)"
        yield Named(f"{new.client}({one}=)", _SCHEMES).effect("option-added", text, after=then)
    for one, values in before.items():
        if one not in after:
            # A variable of the server is not a credential, and vice versa.
            alike = [other for other in added if bool(after[other]) is bool(values)]
            then = f"{new.client}({', '.join(f'{other}=...' for other in alike)})"
            text, was = f"The client no longer takes `{one}=`.", f"{old.client}({one}=...)"
            yield Named(f"{old.client}({one}=)", _SCHEMES).effect(
                "option-removed", text, was, then, callers=True
            )
        elif after[one] and (lost := sorted(values - after[one]) or ([] if values else ["..."])):
            text = f"`{one}=` of the client is one of {', '.join(map(code, sorted(after[one])))} now."
            was = f"{old.client}({one}={literal(lost[0])})"
            then = f"{new.client}({one}={literal(min(after[one]))})"
            yield Named(f"{new.client}({one}=)", _SERVERS).effect(
                "option-narrowed", text, was, then, callers=True
            )


def _exports(old: Surface, new: Surface) -> Iterator[Effect]:
    for one in sorted(old.exports.names - new.exports.names):
        text = f"The package no longer exports `{one}`: nothing in the API needs it."
        before, after = f"from {old.package} import {one}", "# Remove the import."
        yield Named(one, _PATHS).effect("export-removed", text, before, after, callers=True, readers=True)
    if old.exports.events and not new.exports.events:
        text = "The module `webhooks` is gone: the API sends none any more."
        before, after = f"from {old.package}.webhooks import WEBHOOKS", "# Remove what handles webhooks."
        gone = Named("webhooks", _WEBHOOKS)
        yield gone.effect("webhooks-removed", text, before, after, callers=True, readers=True)


def error_effects(clients: Clients) -> Iterator[Effect]:
    """The effects on programs that handle errors: their bodies, and empty attributes."""
    was, now = clients.old.errors, clients.new.errors
    empty = sorted(was.attributes.keys() - now.attributes.keys())
    back = replace(clients.back, is_read=False)  # the body of an undocumented error may be anything
    for name, shown, before, after in (
        ("body", "{}", was.body, now.body),
        ("details", "list[{}]", was.detail, now.detail),
    ):
        if name not in empty and not back.fit(after, before):
            first, second = shown.format(before), shown.format(after)
            text = f"The documented {name} of errors {code(first)} became {code(second)}."
            one, other = (f"{name}: {type_} = error.{name}" for type_ in (first, second))
            changed = Named(f"APIStatusError.{name}", _classes_of(clients, before, after))
            yield changed.effect("error-type", text, one, other, readers=True)
    for name in empty:
        text = f"`{name}` of errors is empty now: no documented body has a property for it."
        gone = Named(f"APIStatusError.{name}", (was.attributes[name], None))
        yield gone.effect("error-attribute-empty", text, f"error.{name}", "error.body", readers=True)


def _classes_of(clients: Clients, was: str, now: str) -> Part:
    """The class that is only in one of two annotations, or the operations, which have the errors."""
    before, after = (re.findall(r"\bmodels\.(\w+)", text) for text in (was, now))
    gone = next((clients.old.classes[name].origin for name in before if name not in after), None)
    added = next((clients.new.classes[name].origin for name in after if name not in before), None)
    return (gone, added) if gone or added else _PATHS
