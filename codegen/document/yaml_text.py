"""Reads YAML with JSON's rules from the parser's events, so that aliases are measured before expansion."""

from __future__ import annotations

import math
import re
from types import NoneType

import yaml
from msgspec import Struct, field

from codegen.document import yaml_mistakes
from codegen.document.json_text import repeated_key
from codegen.document.limits import DEEPEST, MOST_ALIASED, ONE_VALUE, TOO_DEEP, TOO_LONG, TOO_MANY
from codegen.document.node import Json, Node, Pointer, placed
from codegen.document.problems import Problem, Refused
from codegen.document.source import YAML_LOADER, Source

_KEY_BELOW = re.compile(r"""\n\s*(?:- )*[\w$/"'{}.-]+:(?:\s|$)""")
NOT_CLOSED = "the quote that opens here is not closed"
_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_TRUE = frozenset({"true", "True", "TRUE"})
_FALSE = frozenset({"false", "False", "FALSE"})
_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")


def parse_yaml(source: Source) -> Json:
    """Read a document in YAML (1.2, and what of 1.1 means the same).

    Raises:
        Refused: It is not YAML, or has what JSON does not: repeated or non-scalar keys, tags that JSON
            has no type for, aliases within themselves; or nests too deeply, or stands for too many values.
    """
    reader = _YamlReader(source)
    try:
        for event in yaml.parse(source.text, YAML_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise Refused([*reader.problems, _syntax(error, source, reader.swallowing)]) from error
    except yaml.reader.ReaderError as error:
        message = f"the character {chr(error.character)!r} may not stand in YAML"
        raise Refused([Problem(message, "syntax", source.position(error.position))]) from error
    if reader.problems:
        raise Refused(reader.problems)
    return reader.root


class _Open(Struct):
    """A mapping or a list that has not ended yet."""

    value: Node | list[Json]
    pointer: Pointer
    anchor: str | None
    started: int
    """The number of values that were read before it."""
    key: str | None = None
    keys: dict[str, int] = field(default_factory=dict)
    """The keys so far, with the offset of each."""
    merged: list[Node] = field(default_factory=list)
    """The mappings under a merge key (YAML 1.1), whose keys are added unless they are there."""


class _Anchored(Struct, frozen=True):
    """The target of an alias: the value, the number of values in it, and its depth."""

    value: Json
    size: int
    height: int


class _YamlReader:
    """Builds the data event by event."""

    def __init__(self, source: Source) -> None:
        self.root: Json = None
        self.problems: list[Problem] = []
        self._source = source
        self._open: list[_Open] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._size = 0
        self._aliased = 0
        self._documents = 0
        self.swallowing: int | None = None
        """The offset of the last quoted text that contains lines with keys: its quote may be unclosed."""

    def take(self, event: yaml.Event) -> None:
        """Add what the event contains.

        Raises:
            Refused: Immediately, if continuing would cost too much.
        """
        match event:
            case yaml.ScalarEvent():
                self._scalar(event)
            case yaml.MappingStartEvent():
                self._start(event, Node(pointer=self._pointer()))
            case yaml.SequenceStartEvent():
                self._start(event, [])
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._end()
            case yaml.AliasEvent():
                self._alias(event)
            case yaml.DocumentStartEvent():
                self._documents += 1
                if self._documents > 1:
                    raise self._refused(
                        "a second document begins here; one file holds one", "documents", event
                    )
            case _:
                pass

    def _pointer(self) -> Pointer:
        """The pointer of the next value."""
        if not self._open:
            return ()
        around = self._open[-1]
        step = len(around.value) if isinstance(around.value, list) else around.key
        return around.pointer if step is None else (*around.pointer, step)

    def _awaits_key(self) -> bool:
        return bool(self._open) and isinstance(self._open[-1].value, Node) and self._open[-1].key is None

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.style in {"'", '"'} and (at := _swallows(event, self._source.text)) is not None:
            self.swallowing = at
            if _ends_at_a_fragment(event, self._source.text):
                raise self._refused(NOT_CLOSED, "syntax", event)
        if self._awaits_key():
            self._key(event)
            return
        value = self._value(event)
        size = 1 + len(event.value) // ONE_VALUE
        if event.anchor is not None:
            self._anchors[event.anchor] = _Anchored(value, size, 0)
        self._add(value, size)

    def _key(self, event: yaml.ScalarEvent) -> None:
        around, key, at = self._open[-1], event.value, _offset(event)
        if event.tag is not None and event.tag not in _TEXTS:
            self._report(_TAG.format(_written(event.tag)), "tag", event)
        if key in around.keys:
            self.problems.append(repeated_key(key, self._source, around.keys[key], at))
        around.keys.setdefault(key, at)
        self._size += len(key) // ONE_VALUE
        around.key = key

    def _value(self, event: yaml.ScalarEvent) -> Json:
        """What a scalar stands for: by its tag if it has one, else by its quotes and its text."""
        if event.tag is None:
            return self._resolved(event) if event.style in {None, ""} else event.value
        if event.tag in _TEXTS:
            return event.value
        value = None if event.tag == _UNDEFINED else self._resolved(event)
        if type(value) not in _TAGGED.get(event.tag, ()):
            self._report(_TAG.format(_written(event.tag)), "tag", event)
        return value

    def _resolved(self, event: yaml.ScalarEvent) -> Json:
        text: str = event.value
        if text in _NULL:
            return None
        if text in _TRUE or text in _FALSE:
            return text in _TRUE
        try:
            if _INTEGER.fullmatch(text):
                return int(text)
        except ValueError:  # int() converts no more than some 4,000 digits
            self._report(TOO_LONG, "number", event)
            return 0
        if not _NUMBER.fullmatch(text):
            return text
        number = float(text)
        if math.isinf(number):
            self._report(f"{text[:40]} is too large a number", "number", event)
        return number

    def _start(self, event: yaml.CollectionStartEvent, value: Node | list[Json]) -> None:
        if event.tag not in {None, "!", _YAML + ("map" if isinstance(value, Node) else "seq")}:
            self._report(_TAG.format(_written(event.tag)), "tag", event)
        if self._awaits_key():
            raise self._refused("a key must be a single value, not a mapping or a list", "key", event)
        if len(self._open) >= DEEPEST:
            raise self._refused(TOO_DEEP, "too-deep", event)
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        self._open.append(_Open(value, self._pointer(), event.anchor, self._size))

    def _end(self) -> None:
        ended = self._open.pop()
        if isinstance(ended.value, Node):
            for key, value in (pair for one in ended.merged for pair in one.items()):
                if key not in ended.value:
                    ended.value[key] = placed(value, (*ended.pointer, key))
        size = self._size - ended.started + 1
        if ended.anchor is not None:
            self._anchors[ended.anchor] = _Anchored(ended.value, size, _height(ended.value))
        self._add(ended.value, 1)

    def _alias(self, event: yaml.AliasEvent) -> None:
        if self._awaits_key():
            raise self._refused("a key must be written out, not be an alias", "key", event)
        if event.anchor not in self._anchors:
            raise self._refused(
                f"there is no anchor {event.anchor!r} above; a text that begins with '*' must be in quotes",
                "alias",
                event,
            )
        anchored = self._anchors[event.anchor]
        if anchored is None:
            raise self._refused(f"the alias {event.anchor!r} stands within its own anchor", "alias", event)
        self._aliased += anchored.size
        if self._aliased > MOST_ALIASED:
            raise self._refused(TOO_MANY, "too-many", event)
        if len(self._open) + anchored.height > DEEPEST:
            raise self._refused(TOO_DEEP, "too-deep", event)
        self._add(placed(anchored.value, self._pointer()), anchored.size)

    def _add(self, value: Json, size: int) -> None:
        """Put a finished value where it belongs."""
        self._size += size
        if not self._open:
            self.root = value
            return
        around = self._open[-1]
        if isinstance(around.value, list):
            around.value.append(value)
        elif around.key is not None:
            merged = value if isinstance(value, list) else [value]
            if around.key == "<<" and all(isinstance(one, Node) for one in merged):
                around.merged = [one for one in merged if isinstance(one, Node)]
            else:
                around.value.setdefault(around.key, value)
            around.key = None

    def _report(self, message: str, rule: str, event: yaml.Event) -> None:
        self.problems.append(Problem(message, rule, self._source.position(_offset(event))))

    def _refused(self, message: str, rule: str, event: yaml.Event) -> Refused:
        self._report(message, rule, event)
        return Refused(self.problems)


def _offset(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _swallows(event: yaml.ScalarEvent, text: str) -> int | None:
    """The offset of a quoted text that contains lines with keys."""
    begin, end = event.start_mark, event.end_mark
    if begin is None or end is None or begin.line == end.line:
        return None
    return begin.index if _KEY_BELOW.search(text, begin.index, end.index) else None


def _ends_at_a_fragment(event: yaml.ScalarEvent, text: str) -> bool:
    """Whether the quote that closes a text is the one that opens ``"#/components/..."``.

    The parser reads what follows as a comment, although YAML requires a space before one (YAML 1.2.2, 6.6).
    """
    return event.end_mark is not None and text.startswith("#", event.end_mark.index)


def _height(value: Json) -> int:
    """The number of levels below a value."""
    below = value.values() if isinstance(value, Node) else value if isinstance(value, list) else ()
    return 1 + max(map(_height, below), default=0) if isinstance(value, (Node, list)) else 0


def _written(tag: str) -> str:
    """A tag as it is written in documents."""
    return tag.replace(_YAML, "!!", 1)


_YAML = "tag:yaml.org,2002:"
_TEXTS = frozenset({"!", f"{_YAML}str", f"{_YAML}timestamp"})
_UNDEFINED = f"{_YAML}js/undefined"
"""What js-yaml writes for a value that JavaScript does not have."""

_TAGGED: dict[str | None, tuple[type, ...]] = {
    f"{_YAML}null": (NoneType,),
    _UNDEFINED: (NoneType,),
    f"{_YAML}bool": (bool,),
    f"{_YAML}int": (int,),
    f"{_YAML}float": (int, float),
}
"""The tags of YAML's core schema (YAML 1.2.2, 10.3) with the types of their values."""

_TAG = "the tag {!r} is not read: remove it, or put a text that begins with '!' in quotes"

_SENTENCES = (
    ("cannot start any token", "a value cannot begin with {character}; put it in quotes"),
    (
        "mapping values are not allowed",
        "a colon and a space are not expected here; put the text in quotes",
    ),
    ("unknown escape character", "there is no such escape; in double quotes write a backslash as two"),
    ("did not find expected key", "a key is expected here; is it indented like the lines above?"),
    ("expected <block end>", "a key is expected here; is it indented like the lines above?"),
    ("did not find expected '-'", "a list item is expected here; is it indented like the lines above?"),
    ("could not find expected ':'", "a colon is expected after this key"),
    ("expected ',' or ']'", "the list that begins at line {context} is not closed"),
    ("expected ',' or '}'", "the mapping that begins at line {context} is not closed"),
)


_ANY_MISTAKE = "this cannot be read as YAML; is a colon, a quote or a bracket missing here or above?"


def _reached(text: str) -> float:
    """The line, counted from 0, that a text can be read to."""
    try:
        for _ in yaml.parse(text, YAML_LOADER):
            pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return mark.line if mark else 0
    except yaml.reader.ReaderError:
        return 0
    return math.inf


def _syntax(error: yaml.MarkedYAMLError, source: Source, swallowing: int | None) -> Problem:
    """The parser's message as a sentence, at its place."""
    mark, context = error.problem_mark or error.context_mark, error.context_mark
    offset = mark.index if mark else 0
    begun = offset
    if swallowing is not None:
        begun = swallowing
    elif context is not None and re.search("quoted|flow", error.context or ""):
        begun = context.index
    mistake = yaml_mistakes.find_yaml_mistake(source.text, offset, begun, _reached)
    if mistake is not None:
        return Problem(mistake.message, "syntax", source.position(mistake.at))
    character = source.text[offset : offset + 1]
    complaint = error.problem or error.context or "it cannot be read"
    if character == "\t":
        message = "a tab cannot indent a line; use spaces"
    elif "end of stream" in complaint and "quoted" in (error.context or "") and context:
        return Problem(NOT_CLOSED, "syntax", source.position(context.index))
    else:
        sentence = next((s for part, s in _SENTENCES if part in complaint), _ANY_MISTAKE)
        line = source.position(context.index).line if context else 1
        message = sentence.format(character=repr(character), context=line)
    return Problem(message, "syntax", source.position(min(offset, max(len(source.text) - 1, 0))))
