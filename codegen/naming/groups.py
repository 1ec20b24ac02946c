"""Sorts the operations into resources, and finds the resources within resources (docs/names.md).

The place of an operation depends on the operation and its tag alone, so another operation never moves it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile

from msgspec import Struct, field
from msgspec.structs import replace

from codegen.model.api import Api, Tag
from codegen.model.operations import Operation
from codegen.naming.hints import hinted_group
from codegen.naming.ids import Identified, group_in_id
from codegen.naming.methods_from_ids import has_verb
from codegen.naming.methods_from_paths import is_action, position
from codegen.naming.path_words import IMPLIED_SEGMENT, Step, fixed_query, steps_of, subject_of_path
from codegen.naming.verbs import JOINING
from codegen.naming.words import Words, alike, is_beyond_ascii, is_plural, singular, subjects_of, words

_MOST = 4
"""The most levels of resources. Deeper ones are not easier to find."""


class Group(Struct):
    """A resource before it has a name: its operations, and the groups within it by `_key`."""

    tag: Tag
    """The tag; for a group from elsewhere, one without a description."""
    operations: list[Identified] = field(default_factory=list)
    children: dict[str, Group] = field(default_factory=dict)

    def within(self, tag: Tag) -> Group:
        """The group for a tag within this one, made if it is missing. It has the descriptions of its tags."""
        found = self.children.setdefault(_key(tag.name), Group(tag))
        if _is_bare(found.tag) and not _is_bare(tag):
            found.tag = tag
        elif tag.description not in found.tag.description:
            both = f"{found.tag.description}\n\n{tag.description}".strip()
            found.tag = replace(found.tag, description=both)
        return found


def groups(api: Api) -> list[Group]:
    """The outermost groups, in the order of the tags. Tags that differ only in case or spaces are one."""
    tags = {tag.name: tag for tag in api.tags}
    levels: dict[str, list[tuple[Identified, list[Tag]]]] = {name: [] for name in tags}
    for one in map(Identified.of, api.operations):
        place, own = _levels(one, tags), one.operation.tag
        levels.setdefault(own if own in tags else place[0].name, []).append((one, place))
    root = Group(Tag(name="", extensions={}, origins=((),)))
    for operation, place in (one for several in levels.values() for one in several):
        group = root
        distinct = [
            one for at, one in enumerate(place) if not at or _key(one.name) != _key(place[at - 1].name)
        ]
        for tag in distinct[:_MOST]:
            group = group.within(tag)
        group.operations.append(operation)
    return [*root.children.values()]


def _levels(identified: Identified, tags: Mapping[str, Tag]) -> list[Tag]:
    """The tags of the groups around an operation, the outermost first."""
    operation = identified.operation
    if hinted := hinted_group(operation.extensions):
        return [_tag(part, operation, tags) for part in hinted]
    tag = tags.get(operation.tag or "")
    subject = subject_of_path(operation.path)
    if tag is not None and _is_untold(tag) and (group := group_in_id(operation)):
        *above, last = group
        return [*(_tag(part, operation, tags) for part in above), replace(tag, name=last)]
    if tag is not None and _is_untold(tag) and subject and not is_beyond_ascii(subject):
        levels = [replace(tag, name=subject)]
    elif tag is not None and not _is_placeholder(tag):
        levels = [*_ancestors(tag, tags)]
    else:
        if group := group_in_id(operation):
            return [_tag(part, operation, tags) for part in group]
        levels = [_tag(subject or "root", operation, tags)]
    outer = [_tag(part, operation, tags) for part in _outside(operation)]
    inner = [_tag(part, operation, tags) for part in _inside(identified, levels)]
    return [*outer, *levels, *inner]


def _tag(text: str, operation: Operation, tags: Mapping[str, Tag]) -> Tag:
    return tags.get(text) or Tag(name=text, extensions={}, origins=operation.origins)


def _ancestors(tag: Tag, tags: Mapping[str, Tag]) -> Iterator[Tag]:
    """The tag below its parents (OpenAPI 3.2.0, 4.22), or below the parts of its name before it."""
    chain = [tag]
    while chain[-1].parent and (parent := tags.get(chain[-1].parent)) is not None and parent not in chain:
        chain.append(parent)
    if len(chain) > 1 or "x-python-name" in tag.extensions:
        yield from reversed(chain)
        return
    *above, last = parts_of_tag(tag.name)
    for end, part in enumerate(above, 1):
        yield (
            tags.get("/".join(above[:end]))
            or tags.get(part)
            or Tag(name=part, extensions={}, origins=tag.origins)
        )
    yield (
        Tag(
            name=last,
            description=tag.description,
            docs=tag.docs,
            extensions=tag.extensions,
            origins=tag.origins,
        )
        if last != tag.name
        else tag
    )


def parts_of_tag(name: str) -> list[str]:
    """The parts of ``repos/issues``, ``Users > Admin``, ``shop::todo``; ``CI/CD`` and ``Node.js`` are one.

    An extension is dropped as well: ``pets.json`` becomes ``pets``.
    """
    name = re.sub(r"(?<=\w)[.](?:json|xml)$", "", name.removeprefix("crate::"))
    parts = [part.strip() for part in re.split(r"[/.]|::|\s[>|]\s", name.strip("/.: "))]
    parts = [part for part in parts if not re.fullmatch(r"(?i)apis?|v[0-9]+\w*", part)] or parts
    is_tree = len(parts) > 1 and all(re.search(r"[^\W\d_]{3}", part) for part in parts)
    return parts if is_tree else [name]


def _outside(operation: Operation) -> list[str]:
    """``beta`` for an id such as ``beta_listFiles`` with ``?beta=true`` in its path."""
    first = words(operation.id)[:1] if operation.id else []
    return first if first and first[0] in fixed_query(operation.path) else []


def _inside(identified: Identified, levels: Sequence[Tag]) -> list[str]:
    """The groups within the group of a tag.

    An id such as ``projects.topics.list`` has them. Otherwise they are the plural nouns that follow the
    resource in the path, with nothing but a single noun between: ``/chat/completions/{id}``.
    """
    subjects = subjects_of([level.name for level in levels])
    operation, parts = identified.operation, identified.parts
    if parts is not None and len(parts) > 1:
        at = next((at for at, part in enumerate(parts) if any(alike(part, one) for one in subjects)), None)
        is_tree = at is not None and "." in (operation.id or "")
        return [" ".join(part) for part in parts[at + 1 : -1]] if is_tree and at is not None else []
    steps = steps_of(operation.path)
    _, end = next((place for one in subjects if (place := position(one, steps))), (0, 0))
    nouns = _nouns(steps[end:] if end else [], operation.method)
    if parts is not None and not _says(parts[0][len(_outside(operation)) :], nouns, steps, operation.method):
        return []
    return [" ".join(noun) for noun in nouns if not any(alike(noun, one) for one in subjects)]


def _says(phrase: Words, nouns: Sequence[Words], steps: Sequence[Step], method: str) -> bool:
    """Whether an id has a verb and, before any preposition, the plural nouns."""
    said = "".join(map(singular, takewhile(lambda word: word not in JOINING, phrase)))
    plurals = (noun for noun in nouns if is_plural(noun[-1]))
    has_nouns = all("".join(map(singular, noun)) in said for noun in plurals)
    return bool(phrase) and has_verb(phrase, steps, method) and has_nouns


def _nouns(steps: Sequence[Step], method: str) -> list[Words]:
    """The plural nouns at the beginning, each with at most one other before it."""
    found: list[Words] = []
    for step in steps:
        if step.is_parameter or is_action(step.words, method):
            break
        found.append(step.words)
    while found and not is_plural(found[-1][-1]):
        found.pop()
    ends = [at for at, noun in enumerate(found) if is_plural(noun[-1])]
    return found if all(second - first <= 2 for first, second in zip([-1, *ends], ends, strict=False)) else []


def _key(text: str) -> str:
    """Equal for texts that differ only in case, spaces, hyphens and underscores."""
    return re.sub(r"[\s_-]+", "", text).casefold() or text


def _is_bare(tag: Tag) -> bool:
    return not (tag.description or tag.docs or tag.extensions)


def _is_untold(tag: Tag) -> bool:
    """Whether a name would consist of the code points of its letters."""
    return is_beyond_ascii(tag.name) and "x-python-name" not in tag.extensions


def _is_placeholder(tag: Tag) -> bool:
    """Whether a tag is a placeholder: tools write ``default``, ``crate`` or ``v1`` if there is no tag."""
    name = tag.name.strip().lower()
    is_none = name in ("all", "crate", "default") or (name != "apis" and IMPLIED_SEGMENT.fullmatch(name))
    return not name or (bool(is_none) and _is_bare(tag))
