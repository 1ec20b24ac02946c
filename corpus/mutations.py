"""Changes valid responses at random, and checks that a client returns all that was not changed.

``python -m corpus.mutations DOCUMENT`` generates a client and lets it read the bodies of successes of all
operations: the examples of the document, and made values. Each is changed in one place: a property is
removed, or a value is null or of another type, or an object gets a new property.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from codegen.naming.names import name_client
from codegen.pipeline import ReadOptions, generate
from codegen.standard.rules import STANDARD
from corpus.bodies import has_items, is_json
from corpus.comparison import difference, same
from corpus.emitted import normalised
from corpus.older import as_30
from corpus.original import Operation, Original, Part, mapping
from corpus.package import Package
from corpus.schemas import Json
from corpus.synthesise import Impossible
from corpus.values import Values, schema_of

NEW = "x-new-property"
OTHERS: tuple[Any, ...] = (
    *("text", "", 0, -7, 1.5, 9007199254740993, True, False),
    *([], [1, "two"], {}, {"key": [None]}),
)
"""The values that take the place of others."""
_MOST_TOLD = 20
_MOST_NODES = 5000
"""Larger bodies would take most of the time."""


def main(arguments: Sequence[str]) -> int:
    """Change bodies, and write what was lost."""
    parser = argparse.ArgumentParser(prog="python -m corpus.mutations", allow_abbrev=False)
    parser.add_argument("document", type=Path, metavar="DOCUMENT", help="the file of the document")
    parser.add_argument("--count", type=int, default=1000, metavar="N", help="how many to change")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="for other changes")
    options = parser.parse_args(arguments)
    output = generate(options.document, ReadOptions(tolerate=STANDARD))
    names = name_client(output.api)
    with TemporaryDirectory() as folder:
        for path, text in output.files.items():
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        package = Package(Path(folder), names.distribution.package)
        bodies = [*_bodies(Original(as_30(output.root)), package)]
        wrong = [*_wrong(bodies, package, options.count, random.Random(options.seed))]  # noqa: S311
    for kind, text in wrong[:_MOST_TOLD]:
        print(f"{kind}: {text}")
    kinds = Counter(kind for kind, _ in wrong)
    print(f"{options.count} changes of {len(bodies)} bodies: {len(wrong)} wrong {dict(kinds) or ''}".rstrip())
    return int(bool(wrong))


@dataclass(frozen=True, slots=True)
class Body:
    """The body of a success."""

    name: str
    operation: Any
    """The operation of the client."""
    status: int
    media_type: str
    value: Json


def _bodies(original: Original, package: Package) -> Iterator[Body]:
    operations = [*original.operations()]
    values = Values(original, operations)
    emitted: dict[tuple[str, str], list[Any]] = {}
    for one in package.operations:
        emitted.setdefault((one.method, normalised(one.template)), []).append(one)
    for operation in operations:
        several = emitted.get((operation.method, normalised(operation.path)), [])
        for status, response in operation.responses.items():
            for media_type, media in mapping(response, "content").items():
                is_success = bool(several) and status.isdigit() and status[0] == "2"
                if is_success and is_json(media_type) and "*" not in media_type:
                    for value in _values(original, values, operation, media_type, media):
                        if value is not None and _size(value) <= _MOST_NODES:
                            yield Body(operation.name, several[0], int(status), media_type, value)


def _values(
    original: Original, values: Values, operation: Operation, media_type: str, media: Part
) -> Iterator[Json]:
    if has_items(media_type, media) or operation.method == "HEAD":
        return
    if "example" in media:
        yield media["example"]
    for example in mapping(media, "examples").values():
        with suppress(LookupError):
            yield original.resolved(example).get("value")
    for full in (True, False):
        with suppress(Impossible, LookupError, RecursionError):
            yield values.received.value(schema_of(media, media_type), full=full)


def _size(value: Json) -> int:
    items = [*value.values()] if isinstance(value, dict) else value
    return 1 + (sum(map(_size, items)) if isinstance(items, list) else 0)


def _wrong(
    bodies: Sequence[Body], package: Package, count: int, chance: random.Random
) -> Iterator[tuple[str, str]]:
    """The kind and a description of each body that was not returned as it was sent."""
    whole: list[tuple[Body, Json]] = []
    for body in bodies:
        try:
            usual = package.returned(body.operation, body.status, body.media_type, body.value)
        except package.error as error:
            yield "unchanged", f"{body.name}: {error}"
        else:
            if any(_places(body.value)):
                whole.append((body, usual))
    for number in range(count):
        body, usual = whole[number % len(whole)]
        value = json.loads(json.dumps(body.value))
        what = _change(value, chance)
        try:
            returned = package.returned(body.operation, body.status, body.media_type, value)
        except package.error as error:
            yield what, f"{body.name}: {error}"
        else:
            sent, before = value, body.value
            if isinstance(before, dict) and isinstance(returned, list):  # read as a list of one item
                sent, before = [value], [before]
            if (text := loss(returned, sent, usual, before)) is not None:
                yield what, f"{body.name}: {text}"


def _change(value: Json, chance: random.Random) -> str:
    """Change a value in one place, but not as a whole, and return how."""
    places = [*_places(value)]
    owner, key = chance.choice(places)
    if isinstance(owner, dict):
        way = chance.choice(("removed", "null", "another type", "new property"))
        if way == "removed":
            del owner[key]
        elif way == "new property":
            owner[NEW] = chance.choice(OTHERS)
        else:
            owner[key] = None if way == "null" else _other(owner[key], chance)
    else:
        way = chance.choice(("null", "another type"))
        owner[key] = None if way == "null" else _other(owner[key], chance)
    return way


def _places(value: Any) -> Iterator[tuple[Any, Any]]:
    """The containers within a value, each with its keys or indices."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    for key in keys:
        yield value, key
        yield from _places(value[key])


def _other(value: Json, chance: random.Random) -> Json:
    others = [other for other in OTHERS if type(other) is not type(value)]
    return json.loads(json.dumps(chance.choice(others)))  # type: ignore[no-any-return]


def loss(returned: Any, sent: Any, usual: Any, unchanged: Any, where: str = "$") -> str | None:
    """The first value that was not returned as it was sent.

    Args:
        returned: What the client returned, as JSON.
        sent: What it was sent.
        usual: What it returned for the body before the change, without undocumented properties.
        unchanged: The body before the change.
        where: The place.
    """
    if isinstance(sent, dict) and isinstance(returned, dict):
        before: Any = unchanged if isinstance(unchanged, dict) else {}
        kept: Any = usual if isinstance(usual, dict) else {}
        for key in sent:
            if key not in returned:
                if key in {NEW, "key"} or (key in before and key not in kept):
                    continue
                return f"{where}.{key} is missing"
            found = loss(returned[key], sent[key], kept.get(key), before.get(key), f"{where}.{key}")
            if found is not None:
                return found
        return next((f"{where}.{key} was not sent" for key in returned if key not in sent), None)
    if isinstance(sent, list) and isinstance(returned, list) and len(sent) == len(returned):
        before = (
            unchanged if isinstance(unchanged, list) and len(unchanged) == len(sent) else [None] * len(sent)
        )
        kept = usual if isinstance(usual, list) and len(usual) == len(sent) else [None] * len(sent)
        items = zip(returned, sent, kept, before, strict=True)
        losses = (loss(*item, f"{where}[{index}]") for index, item in enumerate(items))
        return next((loss for loss in losses if loss is not None), None)
    return None if same(returned, sent) else difference(returned, sent, where=where)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
