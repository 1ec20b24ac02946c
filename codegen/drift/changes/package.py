"""Compares the packages of two clients: their names, their exports, and the constructor of the client."""

from __future__ import annotations

from collections.abc import Iterator

from codegen.drift.changes.classes import Classes
from codegen.drift.changes.differences import Effect
from codegen.drift.changes.former import gone
from codegen.drift.changes.surface import Surface
from codegen.drift.changes.where import code
from codegen.views.text.quoting import literal

_INFO = ("info", "title")
_PATHS = ("paths",)
_WEBHOOKS = ("webhooks",)
_SCHEMES = ("components", "securitySchemes")


def package_effects(classes: Classes) -> Iterator[Effect]:
    """What users of the old package notice."""
    old, new = classes.old, classes.new
    yield from _names(old, new)
    yield from _options(old, new)
    yield from _exports(old, new)
    was, now = old.exports.events, new.exports.events
    if was and now and not classes.back.fit(now, was):
        yield Effect(
            rule="webhook-type",
            symbol="webhooks.WebhookEvent",
            aspect="type",
            part=(_WEBHOOKS, _WEBHOOKS),
            readers=True,
            text=f"`WebhookEvent` is {code(now)}; it was {code(was)}.",
            before=f"event: {was}",
            after=f"event: {now}",
        )


def _names(old: Surface, new: Surface) -> Iterator[Effect]:
    for rule, was, now in (
        ("package-renamed", old.package, new.package),
        ("client-renamed", old.client, new.client),
    ):
        if was != now:
            yield Effect(
                rule=rule,
                symbol=was,
                aspect="name",
                part=(_INFO, _INFO),
                callers=True,
                readers=True,
                text=f"`{was}` is called `{now}` now.",
                before=f"from {old.package} import {old.client}",
                after=f"from {new.package} import {new.client}",
            )
    was, now = (f"{one.environment}_" for one in (old, new))
    if was != now:
        yield Effect(
            rule="environment-renamed",
            symbol=was,
            aspect="name",
            part=(_INFO, _INFO),
            callers=True,
            text=f"The names of environment variables begin with `{now}` now, not with `{was}`.",
            before=f"{was}BASE_URL",
            after=f"{now}BASE_URL",
        )


def _options(old: Surface, new: Surface) -> Iterator[Effect]:
    before, after = old.exports.options, new.exports.options
    part = (_SCHEMES, _SCHEMES)
    added = [one for one in after if one not in before]
    for one in added:
        yield Effect(
            rule="option-added",
            symbol=f"{new.client}({one}=)",
            aspect="type",
            part=part,
            text=f"The client takes `{one}=`.",
            after=f"{new.client}({one}=...)",
        )
    for one, values in before.items():
        if one not in after:
            # A variable of the server takes no credential, nor the other way round.
            alike = [other for other in added if bool(after[other]) is bool(values)]
            instead = ", ".join(f"{other}=..." for other in alike)
            yield Effect(
                rule="option-removed",
                symbol=f"{old.client}({one}=)",
                aspect="type",
                part=part,
                callers=True,
                text=f"The client no longer takes `{one}=`.",
                before=f"{old.client}({one}=...)",
                after=f"{new.client}({instead})",
            )
        elif after[one] and (lost := sorted(values - after[one]) or ([] if values else ["..."])):
            listed = ", ".join(map(code, sorted(after[one])))
            yield Effect(
                rule="option-narrowed",
                symbol=f"{new.client}({one}=)",
                aspect="type",
                part=(("servers",), ("servers",)),
                callers=True,
                text=f"`{one}=` of the client is one of {listed} now.",
                before=f"{old.client}({one}={literal(lost[0])})",
                after=f"{new.client}({one}={literal(min(after[one]))})",
            )


def _exports(old: Surface, new: Surface) -> Iterator[Effect]:
    for one in sorted(old.exports.names - new.exports.names):
        yield gone(
            "export-removed",
            one,
            f"The package no longer exports `{one}`: nothing in the API needs it.",
            part=(_PATHS, _PATHS),
            readers=True,
            before=f"from {old.package} import {one}",
            after="# Remove the import.",
        )
    if old.exports.events and not new.exports.events:
        yield gone(
            "webhooks-removed",
            "webhooks",
            "The module `webhooks` is gone: the API sends none any more.",
            part=(_WEBHOOKS, _WEBHOOKS),
            readers=True,
            before=f"from {old.package}.webhooks import WEBHOOKS",
            after="# Remove what handles webhooks.",
        )
