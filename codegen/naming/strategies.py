"""The ways to make a name of a text, for the scopes of `codegen.naming.client` to try in turn."""

from __future__ import annotations

import re

from codegen.naming import words as names
from codegen.naming.words import Style, Wanted


def snake(one: Wanted) -> str:
    """``k8s_version``."""
    return names.snake(names.words(one.text))


def snake_behind_version(one: Wanted) -> str:
    """``alpha_sender``, of ``MessagingV1AlphaSender``; ``pet``, of ``pet-controller``."""
    return names.snake(names.counted(names.behind_version(names.words(names.without_controller(one.text)))))


def snake_counted(one: Wanted) -> str:
    """``one_click``, of ``1-Click``."""
    return names.snake(names.counted(names.words(one.text)))


def snake_spelled(one: Wanted) -> str:
    """``plus_1``: punctuation is spelled, so that what differs in nothing else differs in Python too."""
    return names.snake([*names.spelled(one.text), *one.kind.split()])


def snake_and_kind(one: Wanted) -> str:
    """``limit_header``: the place of a parameter behind its name."""
    return names.snake([*names.words(one.text), *one.kind.split()])


def constant(one: Wanted) -> str:
    """``K8S_VERSION``."""
    return names.constant(names.words(one.text))


def constant_spelled(one: Wanted) -> str:
    """``GMT_PLUS_0``."""
    return names.constant(names.spelled(one.text))


def class_(one: Wanted) -> str:
    """``ClusterStatus``."""
    return names.class_name(one.text)


def class_within(parts: int) -> Style:
    """``DaemonSet``, of ``io.k8s.api.apps.v1.DaemonSet``: as many of the last parts as are said."""

    def style(one: Wanted) -> str:
        if not re.fullmatch(r"[A-Za-z]\w*([.][A-Za-z]\w*)+", one.text):
            return class_(one)
        *outer, own = one.text.split(".")[-parts:]
        return "".join(names.pascal(names.words(part)) for part in outer) + names.class_name(own)

    return style


def class_spelled(one: Wanted) -> str:
    """``ClusterSlashStatus``."""
    return names.pascal(names.spelled(one.text))


def class_as_written(one: Wanted) -> str:
    """``user`` beside ``User``: the author's own letters where they are a name."""
    return one.text if _is_name(one.text) else class_spelled(one)


def as_written(one: Wanted) -> str:
    """``fooBar`` beside ``foo_bar``: the author's own letters where they are a name, else spelled."""
    return one.text if _is_name(one.text) else snake_spelled(one)


def as_written_constant(one: Wanted) -> str:
    """``ASC`` beside ``asc``: the author's own letters where they are a name, else spelled."""
    return one.text if _is_name(one.text) else constant_spelled(one)


def _is_name(text: str) -> bool:
    return text.isascii() and text.isidentifier() and not text.startswith("_")
